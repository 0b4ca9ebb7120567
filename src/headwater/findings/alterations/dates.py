"""Dates altered in copying."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.texts import Text
from headwater.types import AlterationKind, Date, Evidence, Span

__all__ = ["date_changes"]


def date_changes(aligned: Aligned) -> Iterator[Change]:
    """Dates at the same place of the passage that lie on different days."""
    left, right = _dates(aligned.left, aligned.passage.left), _dates(aligned.right, aligned.passage.right)
    if len(left) != len(right):
        return
    for one, other in zip(left, right, strict=True):
        if one.granularity == other.granularity and _apart(one, other):
            detail = f"{one.first} against {other.first}"
            evidence = (Evidence("date", 3.0, detail, one.span, other.span),)
            yield Change(AlterationKind.DATE, one.span, other.span, f"another date: {detail}", "", evidence)


def _dates(text: Text, span: Span) -> list[Date]:
    return [
        date
        for date in text.document.dates
        if span.start <= date.span.start and date.span.end <= span.end and date.first and date.kind in {"DATE", "TIME"}
    ]


def _apart(one: Date, other: Date) -> bool:
    return str(one.last) < str(other.first) or str(other.last) < str(one.first)
