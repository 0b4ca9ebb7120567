"""When a claim happened: the date in its clause, else the one that the text before it has set."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from headwater.text.events import EFFECTS
from headwater.text.numerals import read_number
from headwater.text.spans import holds, tokens_in
from headwater.types import Claim, Date, Document, Occasion, Token

__all__ = ["dates_the_claim", "with_occasions"]

_LONGEST: Final = 7  # days: a month or a year says too little about when one event happened
_FURTHEST: Final = 366  # days that an event is told to lie from another; beyond, the number means something else
_REACH: Final = 2  # paragraphs over which a date still governs what follows
_RELATIVE: Final = re.compile(r"\b(?P<count>\w+)\s+days?\s+(?P<way>after|before)\b", re.IGNORECASE)
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


def with_occasions(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims of one article with their `occasion` where the text gives one.

    Narrative time stands until a new date moves it on (Reichenbach 1947). Only dates of what happened move it, not
    those that tell one thing from another ("the June 6 elections"). "A day after X" sets X a day back.
    """
    moving = [date for date in document.dates if _is_near(date) and _dates_a_verb(date, document)]
    return tuple(msgspec.structs.replace(claim, occasion=_occasion(claim, document, moving)) for claim in claims)


def _is_placed(date: Date) -> bool:
    return date.first is not None and date.last is not None and date.kind in {"DATE", "TIME"}


def _is_near(date: Date) -> bool:
    return _is_placed(date) and (_day(str(date.last)) - _day(str(date.first))).days < _LONGEST


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso[:10])


def dates_the_claim(date: Date, claim: Claim, document: Document) -> bool:
    """Whether the date says when the claim's event was, not when something that it mentions was.

    Dates on a verb do, and those on the event's own noun ("the arrest on Sunday") or on what did the harm ("Friday's
    blast killed two"); a date on another noun tells that thing from others ("clashed over the June 6 elections").
    """
    noun = _dated_noun(date, document)
    if noun is None or noun.start == claim.trigger.start:
        return True
    agents = [role.span for role in claim.roles if role.name == "agent" and role.lemma == noun.lemma]
    return claim.event_class in EFFECTS and any(span.start <= noun.start < span.end for span in agents)


def _dates_a_verb(date: Date, document: Document) -> bool:
    return _dated_noun(date, document) is None


def _dated_noun(date: Date, document: Document) -> Token | None:
    """The noun that the expression hangs on; None if it hangs on a verb."""
    tokens = document.tokens
    inside = tokens_in(tokens, date.span)
    outside = next((tokens[i].head for i in inside if tokens[i].head not in inside), None)
    if outside is not None and tokens[outside].pos == "ADP":
        outside = tokens[outside].head
    return tokens[outside] if outside is not None and tokens[outside].pos in _NOMINAL else None


def _occasion(claim: Claim, document: Document, moving: Sequence[Date]) -> Occasion | None:
    own = [date for date in claim.when if _is_placed(date) and dates_the_claim(date, claim, document)]
    if own:
        return _as_occasion(min(own, key=lambda date: not _is_near(date)), own=True)
    sentence = [date for date in moving if holds(claim.sentence, date.span)]
    if sentence:
        return _shifted(_as_occasion(sentence[0], own=False), claim, document)
    earlier = _before(claim, document, moving)
    return _as_occasion(earlier[-1], own=False) if earlier else None


def _before(claim: Claim, document: Document, dates: Sequence[Date]) -> list[Date]:
    """Dates that stand before the claim in its paragraph or the ones just above."""
    here = sum(paragraph.start <= claim.span.start for paragraph in document.paragraphs) - 1
    reach = document.paragraphs[max(0, here - _REACH)].start
    return [date for date in dates if reach <= date.span.start < claim.span.start]


def _as_occasion(date: Date, *, own: bool) -> Occasion:
    return Occasion(str(date.first), str(date.last), own)


def _shifted(occasion: Occasion, claim: Claim, document: Document) -> Occasion:
    """The occasion moved by the "two days after" that introduces the claim, if one does."""
    text = document.article.text
    found = list(_RELATIVE.finditer(text[claim.sentence.start : claim.trigger.start]))
    if not found or "," in text[claim.sentence.start + found[-1].end() : claim.span.start]:
        return occasion  # after a comma another clause begins
    count = found[-1]["count"].lower()
    number = (1.0, 1) if count in {"a", "one"} else read_number([count], 0)
    days = int(number[0]) if number is not None and number[0] <= _FURTHEST else 0
    shift = datetime.timedelta(days=-days if found[-1]["way"].lower() == "after" else days)
    return Occasion((_day(occasion.first) + shift).isoformat(), (_day(occasion.last) + shift).isoformat(), occasion.own)
