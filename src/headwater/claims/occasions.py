"""When a claim happened: the date in its clause, else the one that the text before it has set."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from headwater.text.numerals import read_number
from headwater.types import Claim, Date, Document, Occasion, Span

__all__ = ["with_occasions"]

_LONGEST: Final = 7  # days: a month or a year says too little about when one event happened
_REACH: Final = 2  # paragraphs over which a date still governs what follows
_RELATIVE: Final = re.compile(r"\b(?P<count>\w+)\s+days?\s+(?P<way>after|before)\b", re.IGNORECASE)
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


def with_occasions(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims of one article with their `occasion` where the text gives one.

    Narrative time stands until a new date moves it on (Reichenbach 1947). Only dates of what happened move it, not
    those that tell one thing from another ("the October 10 elections"). "A day after X" sets X a day back.
    """
    near = [date for date in document.dates if _is_near(date)]
    moving = [date for date in near if _dates_a_verb(date, document)]
    return tuple(msgspec.structs.replace(claim, occasion=_occasion(claim, document, near, moving)) for claim in claims)


def _is_near(date: Date) -> bool:
    if date.first is None or date.last is None or date.kind not in {"DATE", "TIME"}:
        return False
    return (_day(date.last) - _day(date.first)).days < _LONGEST


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso[:10])


def _dates_a_verb(date: Date, document: Document) -> bool:
    """Whether the expression hangs on a verb, not on a noun."""
    tokens = document.tokens
    inside = [i for i, token in enumerate(tokens) if date.span.start <= token.start and token.end <= date.span.end]
    outside = next((tokens[i].head for i in inside if tokens[i].head not in inside), None)
    if outside is not None and tokens[outside].pos == "ADP":
        outside = tokens[outside].head
    return outside is None or tokens[outside].pos not in _NOMINAL


def _occasion(claim: Claim, document: Document, near: Sequence[Date], moving: Sequence[Date]) -> Occasion | None:
    own = [date for date in moving if _holds(claim.span, date.span)] or [
        date for date in near if _holds(claim.span, date.span)
    ]
    if own:
        return _as_occasion(own[0], own=True)
    sentence = [date for date in moving if _holds(claim.sentence, date.span)]
    if sentence:
        return _shifted(_as_occasion(sentence[0], own=False), claim, document)
    earlier = _before(claim, document, moving)
    return _as_occasion(earlier[-1], own=False) if earlier else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _before(claim: Claim, document: Document, dates: Sequence[Date]) -> list[Date]:
    """Dates that stand before the claim in its paragraph or the ones just above."""
    here = sum(paragraph.start <= claim.span.start for paragraph in document.paragraphs) - 1
    reach = document.paragraphs[max(0, here - _REACH)].start
    return [date for date in dates if reach <= date.span.start < claim.span.start]


def _as_occasion(date: Date, *, own: bool) -> Occasion:
    return Occasion(str(date.first), str(date.last), own)


def _shifted(occasion: Occasion, claim: Claim, document: Document) -> Occasion:
    """The occasion moved by the "two days after" that introduces the claim, if one does."""
    before = document.article.text[claim.sentence.start : claim.span.start]
    found = list(_RELATIVE.finditer(before))
    if not found:
        return occasion
    count = found[-1]["count"].lower()
    number = (1.0, 1) if count in {"a", "one"} else read_number([count], 0)
    days = int(number[0]) if number is not None else 0
    shift = datetime.timedelta(days=-days if found[-1]["way"].lower() == "after" else days)
    return Occasion((_day(occasion.first) + shift).isoformat(), (_day(occasion.last) + shift).isoformat(), occasion.own)
