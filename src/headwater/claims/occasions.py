"""When a claim happened: the date in its clause, else the one that the text before it has set."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import msgspec

from headwater.types import Claim, Date, Document, Occasion, Span

__all__ = ["with_occasions"]

_LONGEST = 7  # days: a month or a year says too little about when one event happened
_REACH = 2  # paragraphs over which a date still governs what follows


def with_occasions(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims of one article with their `occasion` where the text gives one.

    Narrative time stands until a new date moves it on (Reichenbach 1947).
    """
    dated = [date for date in document.dates if _is_near(date)]
    return tuple(msgspec.structs.replace(claim, occasion=_occasion(claim, document, dated)) for claim in claims)


def _is_near(date: Date) -> bool:
    if date.first is None or date.last is None or date.kind not in {"DATE", "TIME"}:
        return False
    return (_day(date.last) - _day(date.first)).days < _LONGEST


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso[:10])


def _occasion(claim: Claim, document: Document, dated: Sequence[Date]) -> Occasion | None:
    own = [date for date in dated if _holds(claim.span, date.span)] or [
        date for date in dated if _holds(claim.sentence, date.span)
    ]
    if own:
        return _as_occasion(own[0], own=_holds(claim.span, own[0].span))
    earlier = list(_before(claim, document, dated))
    return _as_occasion(earlier[-1], own=False) if earlier else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _before(claim: Claim, document: Document, dated: Sequence[Date]) -> Iterator[Date]:
    """Dates that stand before the claim in its paragraph or the ones just above."""
    here = sum(paragraph.start <= claim.span.start for paragraph in document.paragraphs) - 1
    reach = document.paragraphs[max(0, here - _REACH)].start
    return (date for date in dated if reach <= date.span.start < claim.span.start)


def _as_occasion(date: Date, *, own: bool) -> Occasion:
    assert date.first is not None  # noqa: S101  # narrowed by _is_near
    assert date.last is not None  # noqa: S101
    return Occasion(date.first, date.last, own)
