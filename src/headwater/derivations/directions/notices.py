"""Notices: what a text says it is, a press release or a corrected version.

Who carries a release drops its heading and its notes to editors, and nobody adds them; a note of correction is younger
than the text that it mends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from headwater.derivations.directions.ways import Sign, Way
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.words import fold
from headwater.types import Document, Span

__all__ = ["notice_signs"]

_TOP: Final = 3  # paragraphs where a release has its heading
_FOOT: Final = 6  # paragraphs where it has its notes and contacts
_HEADING: Final = re.compile(
    r"\s*(?:\W*(?:press|news|media) release\b(?=\W*(?:$|for immediate|embargo|\d|no\b))"
    r"|\W*(?:not )?for (?:immediate )?release\b|\W*embargo(?:ed)?(?: until| till|:))",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(
    r"\s*\W*(?:notes? (?:to|for) editors?|(?:media|press) (?:contacts?|enquiries|inquiries)"
    r"|for (?:media|press) (?:enquiries|inquiries))\b|\s*#{3}\s*$",
    re.IGNORECASE,
)
_CORRECTED: Final = re.compile(
    r"\s*\W*(?:correction|clarification|corrected|amended|editor[’']s note)\b[^\n]{0,120}"
    r"\b(?:an? (?:earlier|previous) version|the (?:earlier|previous|original) version|originally (?:said|stated)"
    r"|this (?:article|story|report) (?:was|has been) (?:amended|corrected))\b"
    r"|\s*\W*(?:this (?:article|story|report) (?:was|has been) (?:amended|corrected)"
    r"|an (?:earlier|previous) version of this (?:article|story|report))\b",
    re.IGNORECASE,
)


def notice_signs(way: Way) -> Iterator[Sign]:
    """The source alone says that it is a release; the copy alone says that it mends what the source has."""
    source, copy = way.source.document, way.copy.document
    release = _release(source)
    if release is not None and _release(copy) is None:
        yield Sign("says it is a release", 1.0, f"{source.article.name} says that it is a press release", release)
    mended = _first(copy, copy.paragraphs, _CORRECTED)
    if mended is not None and _first(source, source.paragraphs, _CORRECTED) is None and _mends(way, mended):
        yield Sign("corrects itself", 1.0, f"{copy.article.name} says what an earlier version had", None, mended)


def _mends(way: Way, note: Span) -> bool:
    """Whether the note speaks of words that stand otherwise in the source: another's copy has them mended already."""
    told = {fold(word) for word in way.copy.document.article.text[note.start : note.end].split()} - FUNCTION_WORDS
    gone = (token for group in way.groups for change in group.changes for token in change.gone)
    return any(fold(way.source.text(token)) in told for token in gone)


def _release(document: Document) -> Span | None:
    """Where a text says that it is a press release; None if nowhere."""
    top = _first(document, document.paragraphs[:_TOP], _HEADING)
    return top if top is not None else _first(document, document.paragraphs[-_FOOT:], _NOTES)


def _first(document: Document, paragraphs: Iterable[Span], pattern: re.Pattern[str]) -> Span | None:
    """The first of some paragraphs that opens as the pattern says."""
    text = document.article.text
    return next((span for span in paragraphs if pattern.match(text, span.start, span.end)), None)
