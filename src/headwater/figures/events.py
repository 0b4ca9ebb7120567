"""Which of the killed and hurt belong to the event of the story, and which to others that its articles recall.

Reports recall earlier attacks, other crimes, and totals of a year. A mention is of another event if its words date it
well before the day that most articles give for theirs, if it sums over a stretch of time, or if it says so.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.figures.victims import Victim
from headwater.text.spans import holds
from headwater.types import Claim, Date, Document, Occasion

__all__ = ["Days", "claim_of", "day_of_story", "is_of_event"]

Days = tuple[int, int]
"""First and last day, as ordinals of the Gregorian calendar."""

_OVERNIGHT: Final = 1  # days by which reports of one night may differ
_HISTORY: Final = 730  # days before publication from which a death is history, whatever else the story dates
_NEAR: Final = 7  # days that a date may span and still say when one event was
_PERIODS: Final = re.compile(
    r"\b(?:(?:this|last|each|every|per|a) year|so far (?:this|in)|since (?:\w+ )?(?:19|20)\d\d|in recent (?:\w+ )?"
    r"(?:days|weeks|months|years)|(?:over|in|during|for) the (?:past|last|previous) \w+ (?:days|weeks|months|years)|"
    r"nationwide|annually|year[- ]to[- ]date|years? (?:ago|earlier|before)|decades? (?:ago|earlier))\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:unrelated|separate|previous|similar|other)\s+(?:\w+\s+)?(?:shootings?|incidents?|cases?|attacks?|homicides?|"
    r"killings?|crashes)\b|\bin (?:an)?other (?:\w+ )?(?:shooting|incident|case|attack|homicide|killing)\b",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(
    r"\b(?:killed|killing|dead|slain)(?:,| and| or| and/or) (?:\w+ )?"
    r"(?:wounded|wounding|injured|injuring|hurt)\b|"
    r"\b(?:wounded|injured|hurt|shot|wounding|injuring) (?:or|and/or) (?:\w+ )?(?:killed|killing|dead)\b",
    re.IGNORECASE,
)
_BESIDE: Final = 40  # characters in which "or wounded" stands by the word that tells the fate


def claim_of(victim: Victim, claims: Sequence[Claim]) -> Claim | None:
    """The first claim, innermost first, that holds the words of the fate; else one of its sentence."""
    inner = (claim for claim in claims if holds(claim.span, victim.trigger))
    near = (claim for claim in claims if claim.sentence == victim.sentence)
    return next(inner, None) or next(near, None)


def day_of_story(victims: Mapping[str, Sequence[Victim]], claims: Mapping[str, Sequence[Claim]]) -> Days | None:
    """The day on which most articles' victims came to harm, by the occasions of their claims; None if none is dated.

    Each article has one vote for each day it gives; on a tie the day told first in an article, then the later.
    """
    votes: Counter[Days] = Counter()
    earliest: dict[Days, int] = {}
    for article, mentions in sorted(victims.items()):
        told: dict[Days, int] = {}
        for victim in mentions:
            days = _near(victim, claims.get(article, ()))
            if days is not None:
                told.setdefault(days, victim.span.start)
        for days, start in told.items():
            votes[days] += 1
            earliest[days] = min(start, earliest.get(days, start))
    return max(votes, key=lambda days: (votes[days], -earliest[days], days), default=None)


def _near(victim: Victim, claims: Sequence[Claim]) -> Days | None:
    claim = claim_of(victim, claims)
    occasion = claim.occasion if claim is not None else None
    days = None if occasion is None else _days(occasion)
    return days if days is not None and days[1] - days[0] < _NEAR else None


def is_of_event(victim: Victim, document: Document, claims: Sequence[Claim], event: Days | None) -> bool:
    """Whether nothing says that the mention is of another event than that of the story, on the days `event`."""
    text = document.article.text
    sentence = text[victim.sentence.start : victim.sentence.end]
    if _PERIODS.search(sentence) or _ELSEWHERE.search(sentence) or _is_either(victim, document):
        return False
    dated = [_days(date) for date in document.dates if _dates(date, victim)]
    claim = claim_of(victim, claims)
    if not dated and claim is not None and claim.occasion is not None:
        dated = [_days(claim.occasion)]
    if not dated:
        return True
    last = max(last for _, last in dated)
    published = document.article.published
    if published is not None and _ordinal(published.value) - last > _HISTORY:
        return False
    return event is None or last >= event[0] - _OVERNIGHT


def _dates(date: Date, victim: Victim) -> bool:
    return date.first is not None and date.last is not None and holds(victim.sentence, date.span)


def _is_either(victim: Victim, document: Document) -> bool:
    """“Killed or wounded”: a number of both is a number of neither."""
    text = document.article.text
    start, end = max(victim.sentence.start, victim.trigger.start - _BESIDE), victim.trigger.end + _BESIDE
    found = _EITHER.finditer(text, start, min(end, victim.sentence.end))
    return victim.count > 1 and any(one.start() <= victim.trigger.start < one.end() for one in found)


def _days(dated: Date | Occasion) -> Days:
    return _ordinal(str(dated.first)), _ordinal(str(dated.last))


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day[:10]).toordinal()
