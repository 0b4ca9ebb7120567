"""Dates altered in copying."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.texts import Text
from headwater.text.dates import NARROWED, are_apart
from headwater.text.spans import holds
from headwater.types import AlterationKind, Date, Granularity, Span

__all__ = ["date_changes"]

_SAME_SENTENCE: Final = 0.5  # share of answered words below which two sentences may tell of two days


def date_changes(aligned: Aligned) -> Iterator[Change]:
    """Dates at the same place of the passage that lie on different days, or clock times that differ."""
    for one, other in _answering(aligned):
        if _plain(aligned.left.read(one.span)) == _plain(aligned.right.read(other.span)):
            continue  # the same words read on different days or in another tense: the copy changed nothing
        if one.granularity == other.granularity and _apart(one, other):
            detail = f"{_shown(one)} against {_shown(other)}"
            clue = "date" if aligned.agreement >= _SAME_SENTENCE else "date of another sentence"
            yield Change(AlterationKind.DATE, one.span, other.span, f"another date: {detail}", "", clue, detail)


def _answering(aligned: Aligned) -> Iterator[tuple[Date, Date]]:
    """Dates in order where both sides have as many, else those of which a word was put in the other's place."""
    left, right = _dates(aligned.left, aligned.passage.left), _dates(aligned.right, aligned.passage.right)
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
        return
    for one, other in itertools.product(left, right):
        there = set(aligned.right.words(other.span))
        if any(aligned.put.get(word) in there for word in aligned.left.words(one.span)):
            yield one, other


def _dates(text: Text, span: Span) -> list[Date]:
    return [
        date for date in text.document.dates if holds(span, date.span) and date.first and date.kind in {"DATE", "TIME"}
    ]


def _plain(words: str) -> str:
    """The words without what house styles differ in: "7:30 a.m.", "7.30 am", "on Monday", "Monday"."""
    kept = (word for word in words.lower().replace(".", "").replace(":", "").replace(",", "").split() if word != "on")
    return " ".join(kept)


def _apart(one: Date, other: Date) -> bool:
    if are_apart(one, other):
        return True
    return one.first == other.first and one.granularity is Granularity.MOMENT and _clock(one) != _clock(other)


def _clock(date: Date) -> str:
    return date.value.partition("T")[2]


def _shown(date: Date) -> str:
    shown = date.value if date.granularity is Granularity.MOMENT else str(date.first)
    return f"{shown} ({date.modifier})" if date.modifier in NARROWED else shown
