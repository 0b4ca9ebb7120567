"""The words around what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.types import Article, Span

__all__ = ["Excerpt", "excerpt"]

_BEFORE: Final = 60  # code points shown before the first word that was found
_LONG: Final = 240


class Excerpt(NamedTuple):
    """Words of an article, and where in them stand those that were found: (start, end) in code points of `words`."""

    words: str
    marks: tuple[tuple[int, int], ...] = ()


def excerpt(article: Article, passages: Sequence[Span]) -> Excerpt:
    """Some 240 code points of the text around the first passage, cut between words; the beginning if there is none."""
    text = article.text
    at = min((span.start for span in passages), default=0)
    start = 0 if at <= _BEFORE else text.find(" ", at - _BEFORE, at) + 1 or at
    end = len(text) if len(text) <= start + _LONG else max(text.rfind(" ", start, start + _LONG), start + _LONG // 2)
    before = "…" if start else ""
    shift = len(before) - start
    marks = {(span.start + shift, span.end + shift) for span in passages if span.start < end and span.end <= end}
    return Excerpt(f"{before}{text[start:end]}{'…' if end < len(text) else ''}", tuple(sorted(marks)))
