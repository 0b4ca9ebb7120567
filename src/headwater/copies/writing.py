"""What was found in an archive, in lines: JSON for programs, a summary for a person."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from headwater.copies.search import Copies

__all__ = ["CopyGroup", "group_lines", "pair_lines", "peak_memory", "summary"]


class CopyGroup(Struct, frozen=True):
    """Articles that are copies of one text as a whole, directly or by way of others; ids sorted."""

    articles: tuple[str, ...]


def pair_lines(copies: Copies) -> Iterator[bytes]:
    """Each pair as one line of JSON, with its passages and evidence (a `CopyPair`)."""
    encoder = msgspec.json.Encoder()
    return (encoder.encode(pair) + b"\n" for pair in copies)


def group_lines(copies: Copies) -> Iterator[bytes]:
    """Each group as one line of JSON (a `CopyGroup`), by its first id."""
    encoder = msgspec.json.Encoder()
    return (encoder.encode(CopyGroup(group)) + b"\n" for group in copies.groups())


def summary(copies: Copies, seconds: float) -> str:
    """Two or three lines: how much was read and found, in what time and memory."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in copies.kinds().items())
    groups = copies.groups()
    return (
        f"{_counted(copies.articles, 'article')} read, {_counted(copies.candidates, 'pair')} compared\n"
        f"{_counted(len(copies), 'pair')} with text in common{f': {kinds}' if kinds else ''}\n"
        f"{_counted(len(groups), 'group')} of copies, with {_counted(sum(map(len, groups)), 'article')}; "
        f"{seconds:.1f} s, {(peak_memory() or copies.peak_bytes) / 1e6:,.0f} MB at most"
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def peak_memory() -> int:
    """The most memory that this process ever held, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
