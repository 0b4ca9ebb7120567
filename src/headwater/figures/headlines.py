"""Headlines that stand in the body of an article: mostly links to other articles, which tell of other people."""

from __future__ import annotations

from typing import Final

from headwater.text.spans import holds
from headwater.types import Document, Span

__all__ = ["headlines_below"]

_ENDS: Final = tuple(".!?\"'”’…:;)")
_LONGEST: Final = 110  # code points of a headline
_LEAD: Final = 2  # paragraphs that may hold the article's own


def headlines_below(document: Document) -> frozenset[Span]:
    """The sentences that are short lines without a stop, where most paragraphs of the article end with one."""
    text = document.article.text
    stopped = [text[one.start : one.end].rstrip().endswith(_ENDS) for one in document.paragraphs]
    if 2 * sum(stopped) <= len(stopped):
        return frozenset()
    lines = [
        one
        for one, stop in list(zip(document.paragraphs, stopped, strict=True))[_LEAD:]
        if not stop and one.end - one.start <= _LONGEST
    ]
    return frozenset(
        sentence.span for sentence in document.sentences if any(holds(line, sentence.span) for line in lines)
    )
