"""The words around what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.types import Article, Span

__all__ = ["excerpt"]

_BEFORE: Final = 60  # code points shown before the first word that was found
_LONG: Final = 240


def excerpt(article: Article, passages: Sequence[Span]) -> str:
    """Some 240 code points of the text around the first passage, cut between words; the beginning if there is none."""
    text = article.text
    at = min((span.start for span in passages), default=0)
    start = 0 if at <= _BEFORE else text.find(" ", at - _BEFORE, at) + 1 or at
    end = len(text) if len(text) <= start + _LONG else max(text.rfind(" ", start, start + _LONG), start + _LONG // 2)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
