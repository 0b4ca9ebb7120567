"""Scores as sums of named evidence, and lines of a brief that cannot lack their citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headwater.errors import UncitedLine
from headwater.types import Article, Cited, Evidence, Span

__all__ = ["cite", "quoted_words", "total"]


def total(evidence: Iterable[Evidence]) -> float:
    """The sum of the scores: the whole of what was found, in the unit of its parts."""
    return sum(part.score for part in evidence)


def cite(text: str, spans: Iterable[Span]) -> Cited:
    """Words of a brief with the spans they rest on, each span once, in order.

    Raises `UncitedLine` if there are no spans: what cannot be opened is not said.
    """
    unique = tuple(sorted(set(spans)))
    if not unique:
        raise UncitedLine(f"no span behind the line {text!r}; every line of a brief must open its words")
    return Cited(text, unique)


def quoted_words(span: Span, articles: Mapping[str, Article]) -> str:
    """The exact words of a span, read again from its article. Raises `UncitedLine` if the offsets are not in it."""
    article = articles.get(span.article)
    if article is None or not 0 <= span.start < span.end <= len(article.text):
        raise UncitedLine(f"{span} does not lie in any article of the story")
    return article.text[span.start : span.end]
