"""All copies in an archive: candidates, alignment, verdict, and what is kept of it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.copies.alignment import BLOCK, blocks
from headwater.copies.archive import Entry, Progress, read_archive
from headwater.copies.candidates import find_candidates
from headwater.copies.kept import Kept, judged
from headwater.copies.records import CopyPair
from headwater.copies.verdicts import KINDS
from headwater.engines.local import LocalEngine
from headwater.engines.threads import ThreadEngine
from headwater.errors import OptionError
from headwater.types import DerivationKind

__all__ = ["Copies", "find_copies"]

_MEMORY: Final = 2 * 2**30


class Copies:
    """What was found in an archive. Records are made while you iterate: by left id, then by right id.

    `articles` were read, `candidates` pairs aligned; `peak_bytes` is the most that the search held at a time in arrays.
    """

    def __init__(self, ids: Sequence[str], kept: Kept, candidates: int, peak_bytes: int) -> None:
        self.articles = len(ids)
        self.candidates = candidates
        self.peak_bytes = peak_bytes
        self._ids = ids
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept.pairs)

    def __iter__(self) -> Iterator[CopyPair]:
        for start in range(0, len(self), BLOCK):
            yield from self._kept.records(self._ids, start, min(start + BLOCK, len(self)))

    def kinds(self) -> dict[DerivationKind, int]:
        """How many pairs there are of each kind, the closest copies first; kinds that are not there are left out."""
        counts = np.bincount(self._kept.kinds, minlength=len(KINDS)).tolist()
        return {kind: count for kind, count in zip(reversed(KINDS), reversed(counts), strict=True) if count}

    def at_least(self, share: float) -> Copies:
        """The pairs in which the passages make up so much of one of the articles (0 to 1), and nothing else."""
        kept = self._kept.chosen(np.flatnonzero(self._kept.shares.max(axis=1) >= share))
        return Copies(self._ids, kept, self.candidates, self.peak_bytes)

    @property
    def copied(self) -> npt.NDArray[np.int32]:
        """The pairs with more than a statement in common as numbers of articles, counted in the order of their ids."""
        copied: npt.NDArray[np.int32] = self._kept.pairs[self._kept.kinds != _STATEMENT]
        return copied

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Articles that are copies of one text as a whole, directly or by way of others: two or more, ids sorted."""
        kinds = [number for number, kind in enumerate(KINDS) if kind not in _NOT_WHOLE]
        left, right = self._kept.pairs[np.isin(self._kept.kinds, kinds)].T
        nodes = (self._ids[number] for number in np.union1d(left, right).tolist())
        edges = ((self._ids[one], self._ids[other]) for one, other in zip(left.tolist(), right.tolist(), strict=True))
        return tuple(LocalEngine().components(nodes, edges))


_STATEMENT: Final = KINDS.index(DerivationKind.SHARED_STATEMENT)
_NOT_WHOLE: Final = (DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT, DerivationKind.PARTIAL)


def find_copies(
    articles: Iterable[Entry], *, workers: int = 2, memory: int = _MEMORY, on_progress: Progress | None = None
) -> Copies:
    """Find who shares text with whom in an archive, and where.

    `articles` are `Article`s, or (id, text, outlet) with None for an unknown outlet; they are read once, so a stream
    will do. `memory` bounds the index that is built beside the words themselves (ten bytes each), in bytes. Neither
    the order of the articles nor the number of `workers` changes the answer. `on_progress` hears what is being done,
    how much of it is done, and of how much (0: not known); it begins with the kernels, which are compiled in the first
    search on a machine: some twenty seconds.

    A text in more than a hundred copies is paired with the next copies, by id, not with all; groups are whole.
    Raises `OptionError` for a number of workers or bytes that cannot be, `InputError` if two articles have one id.
    """
    if workers < 1 or memory < 1 << 20:
        raise OptionError(f"workers={workers}, memory={memory}: at least one worker and a megabyte")
    tell = on_progress or _silent
    tell("kernels made ready", 0, 1)
    _made_ready()
    tell("kernels made ready", 1, 1)
    return _found(articles, workers, memory, tell)


def _silent(what: str, done: int, of: int) -> None:
    """Tell nobody."""


@functools.cache
def _made_ready() -> None:
    """Load the compiled kernels, or compile them, by a search in which each has something to do."""
    text = " ".join(map(str, range(60)))
    _found([(name, text, "outlet") for name in "abcdef"], 1, _MEMORY, _silent)


def _found(articles: Iterable[Entry], workers: int, memory: int, tell: Progress) -> Copies:
    archive = read_archive(articles, workers=workers, on_progress=tell)
    candidates = find_candidates(archive, workers=workers, memory=memory, on_progress=tell)
    parts: list[Kept] = []
    for block in ThreadEngine(workers).map(functools.partial(judged, archive), blocks(candidates.pairs)):
        parts.append(block)
        tell("blocks of pairs aligned", len(parts), -(-len(candidates) // BLOCK))
    kept = Kept.joined(parts)
    return Copies(archive.ids, kept, len(candidates), archive.nbytes + max(candidates.peak, 2 * kept.nbytes))
