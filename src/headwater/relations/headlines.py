"""The headline that stands in the text of an article: its first paragraph, if that is a short line without a stop."""

from __future__ import annotations

from typing import Final

from headwater.types import Document, Span

__all__ = ["headline_of"]

_STOPS: Final = frozenset(".!?…”\"'’:;")
_LONGEST: Final = 140  # code points; longer lines are paragraphs that lost their stop


def headline_of(document: Document) -> Span | None:
    """The first of several paragraphs if it is short and ends without a stop; None if there is no such line."""
    if len(document.paragraphs) < 2:
        return None
    first = document.paragraphs[0]
    words = document.article.text[first.start : first.end].rstrip()
    return None if len(words) > _LONGEST or words[-1:] in _STOPS else first
