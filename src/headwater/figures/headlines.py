"""Headlines that stand in the text of an article: its own, and links to others, which tell of other people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headwater.figures.values import Reading
from headwater.relations.headlines import headline_of
from headwater.relations.quantities import intervals_apart
from headwater.text.spans import holds
from headwater.types import Document, Span

__all__ = ["OVERSOLD", "headlines_below", "with_weak_headlines"]

_ENDS: Final = tuple(".!?\"'”’…:;)")
_LONGEST: Final = 110  # code points of a headline
OVERSOLD: Final = "told in a headline; the text below gives another number"
"""Why a number is weak that an article has in its headline alone."""
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


def with_weak_headlines(found: Sequence[Reading], documents: Mapping[str, Document]) -> tuple[Reading, ...]:
    """The readings, those of an article's own headline weak if its text excludes every number like them there."""
    return tuple(_weakened(one) if _is_oversold(one, found, documents) else one for one in found)


def _is_oversold(reading: Reading, found: Sequence[Reading], documents: Mapping[str, Document]) -> bool:
    headline = headline_of(documents[reading.value.article])
    if headline is None or not holds(headline, reading.value.quantity.span):
        return False
    below = [
        one.value.quantity
        for one in found
        if (one.value.article, one.role) == (reading.value.article, reading.role)
        and not one.weak
        and not holds(headline, one.value.quantity.span)
    ]
    return bool(below) and all(intervals_apart(reading.value.quantity, other) for other in below)


def _weakened(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, value=msgspec.structs.replace(reading.value, weak=OVERSOLD))
