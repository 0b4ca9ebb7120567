"""A draft and the reports that it is held against."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from msgspec import Struct

from headwater.errors import InputError, NothingToRead, OptionError
from headwater.settings import Settings
from headwater.sources.gather import gather
from headwater.sources.identity import apart
from headwater.sources.inputs import Input, name_of
from headwater.text.printable import printable
from headwater.types import Article, LeftOut

__all__ = ["HeldAgainst", "draft_from_stream", "gather_held"]

_STANDARD_INPUT = "standard input"

Progress = Callable[[str], None]


class HeldAgainst(Struct, frozen=True):
    """A draft, the reports, and what could not be used as in `Gathered`. Ids are unique among all of them."""

    draft: Article
    reports: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    failures: tuple[InputError, ...]


def gather_held(
    draft: Input,
    against: Sequence[Input],
    settings: Settings | None = None,
    on_progress: Progress | None = None,
) -> HeldAgainst:
    """Return the article of the draft and those of the reports.

    A report with the very text of the draft is refused: everything would be supported by itself. Raises `OptionError`
    for that and where the draft holds several articles, `NothingToRead` where it, or every report, cannot be used.
    """
    written = gather([draft], settings, on_progress)
    if not written.articles:
        reasons = "; ".join(f"{one.name}: {one.reason}" for one in written.left_out)
        raise NothingToRead(f"the draft cannot be used: {reasons or 'it is empty'}")
    if len(written.articles) > 1:
        raise OptionError(f"{name_of(draft)} holds {len(written.articles):,} articles; check takes one draft")
    reports = gather(against, settings, on_progress)
    if not reports.articles:
        reasons = "; ".join(f"{one.name}: {one.reason}" for one in reports.left_out[:3])
        raise NothingToRead(f"there is no report to hold the draft against{': ' + reasons if reasons else ''}")
    own = written.articles[0]
    same = next((each for each in reports.articles if each.text.split() == own.text.split()), None)
    if same is not None:
        raise OptionError(f"the draft is one of the reports ({printable(same.name)}); it would support itself")
    first, *others = apart((own, *reports.articles))
    left_out = tuple(dict.fromkeys((*written.left_out, *reports.left_out)))
    return HeldAgainst(first, tuple(others), left_out, (*written.failures, *reports.failures))


def draft_from_stream() -> Article:
    """The draft that standard input holds, as text in UTF-8. Raises `NothingToRead` if it is none."""
    text = sys.stdin.read().removeprefix("\ufeff")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # bytes that are no UTF-8 come as lone surrogates
        raise NothingToRead(f"{_STANDARD_INPUT} is no text in UTF-8; hand in a file") from None
    return Article(id="draft", text=text.replace("\r\n", "\n"), name=_STANDARD_INPUT)
