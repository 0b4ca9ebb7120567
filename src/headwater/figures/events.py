"""Which of the killed and hurt belong to the event of the story, and which to others that its articles recall.

Reports recall earlier attacks, other crimes, and totals of a year. A mention is of another event if its words date it
well before the day that most articles give for theirs, if it sums over a stretch of time, or if it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.figures.periods import is_of_a_day, sums_over_time
from headwater.figures.victims import Victim
from headwater.text.instants import day_number
from headwater.text.spans import holds, tokens_in
from headwater.text.wordset import wordset
from headwater.types import Claim, Date, Document, Occasion

__all__ = ["Days", "Placed", "claim_of", "days_of_story", "meet", "of_event"]

Days = tuple[int, int]
"""First and last day, as ordinals of the Gregorian calendar."""

_DEEDS: Final = frozenset(
    {"kill", "shoot", "attack", "injure", "bomb", "explode", "open-fire", "clash", "raid", "assault"}
)
_AFTERMATH: Final = wordset(
    "say write announce confirm deny accuse condemn mourn honour arrest detain charge sue try convict sentence acquit "
    "rule investigate identify search find release"
)
_OVERNIGHT: Final = 1  # days by which reports of one night may differ
_HISTORY: Final = 730  # days before publication from which a death is history, whatever else the story dates
_NEAR: Final = 7  # days that a date may span and still say when one event was
_ELSEWHERE: Final = re.compile(
    r"\b(?:unrelated|separate|previous|similar|other)\s+(?:\w+\s+)?(?:shootings?|incidents?|cases?|attacks?|homicides?|"
    r"killings?|crashes)\b|\bin (?:an)?other (?:\w+ )?(?:shooting|incident|case|attack|homicide|killing)\b",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(
    r"\b(?:killed|killing|dead|slain) (?:and|or|and/or) (?:\w+ly )?(?:wounded|wounding|injured|injuring|hurt)\b|"
    r"\b(?:wounded|injured|hurt|shot|wounding|injuring) (?:or|and/or) (?:\w+ly )?(?:killed|killing|dead)\b",
    re.IGNORECASE,
)
_FRESH: Final = 3  # days for which nobody says "earlier this month" of an event
_COARSE: Final = 27  # days from which a date is a month or longer
_DEEP: Final = 5  # words between a date and what it dates
_BEHIND: Final = 300  # characters between two sentences of which the later takes up the former
_BESIDE: Final = 40  # characters in which "or wounded" stands by the word that tells the fate


def claim_of(victim: Victim, claims: Sequence[Claim]) -> Claim | None:
    """The first claim, innermost first, that holds the words of the fate; else one of its sentence."""
    inner = (claim for claim in claims if holds(claim.span, victim.trigger))
    near = (claim for claim in claims if claim.sentence == victim.sentence)
    return next(inner, None) or next(near, None)


def days_of_story(claims: Mapping[str, Sequence[Claim]]) -> dict[str, Days | None]:
    """For each article the day of the event that it tells: the story's, unless its own deeds all have other days.

    The story's day is the one that most articles give for deeds of violence; on a tie the one told first in an
    article, then the later. None where nothing is dated.
    """
    told = {article: _told_days(own, _is_deed) for article, own in claims.items()}
    story = _commonest(told) or _commonest({article: _told_days(own, _is_scene) for article, own in claims.items()})
    return {article: _own_day(days, story) for article, days in told.items()}


def _commonest(told: Mapping[str, Mapping[Days, int]]) -> Days | None:
    votes: Counter[Days] = Counter()
    first: dict[Days, int] = {}
    for _, days in sorted(told.items()):
        votes.update(days.keys())
        for day, start in days.items():
            first[day] = min(start, first.get(day, start))
    return max(votes, key=lambda day: (votes[day], -first[day], day), default=None)


def _is_deed(claim: Claim) -> bool:
    return claim.event_class in _DEEDS


def _is_scene(claim: Claim) -> bool:
    """Anything but what police, courts and speakers do about a deed, often long after it."""
    return claim.event_class not in _AFTERMATH


def _told_days(claims: Sequence[Claim], counts: Callable[[Claim], bool]) -> dict[Days, int]:
    """The days that an article's own dates give the claims that count, each with the place where it is first told."""
    told: dict[Days, int] = {}
    for claim in claims:
        if claim.occasion is not None and claim.occasion.own and counts(claim):
            days = _days(claim.occasion)
            if days[1] - days[0] < _NEAR:
                told[days] = min(claim.span.start, told.get(days, claim.span.start))
    return told


def _own_day(told: Mapping[Days, int], story: Days | None) -> Days | None:
    if story is None or not told or any(meet(days, story) for days in told):
        return story
    return min(told, key=lambda days: told[days])


def meet(one: Days, other: Days) -> bool:
    """Whether two stretches of days may be of one event: they overlap, or a night lies between them."""
    return max(one[0], other[0]) - min(one[1], other[1]) <= _OVERNIGHT


class Placed(Struct, frozen=True):
    """A mention and whether it is of the event: None if nothing says; `sure` if a date of its own does."""

    victim: Victim
    here: bool | None
    sure: bool


def of_event(
    told: Mapping[str, Sequence[Victim]],
    documents: Mapping[str, Document],
    claims: Mapping[str, Sequence[Claim]],
    days: Mapping[str, Days | None],
) -> dict[str, tuple[Victim, ...]]:
    """The mentions that nothing places in another event than that of the story, by article.

    `days` are those of `days_of_story`.
    A mention without a date that takes up another ("the boy", "her death") is of that one's event; a name that an own
    date places elsewhere, and none in the event, is elsewhere wherever it stands, in other articles too.
    """
    placed = {
        article: _placed(victims, documents[article], claims.get(article, ()), days.get(article))
        for article, victims in sorted(told.items())
    }
    every = [one for found in placed.values() for one in found]
    inside = {one.victim.name for one in every if one.here and one.sure}
    outside = {one.victim.name for one in every if one.here is False and one.sure} - inside - {""}
    return {
        article: tuple(one.victim for one in found if one.here is not False and one.victim.name not in outside)
        for article, found in placed.items()
    }


def _placed(victims: Sequence[Victim], document: Document, claims: Sequence[Claim], event: Days | None) -> list[Placed]:
    placed: list[Placed] = []
    for victim in victims:
        one = _place(victim, document, claims, event)
        if one.here is None and placed and _takes_up(victim, placed[-1].victim):
            one = Placed(victim, placed[-1].here, placed[-1].sure)
        placed.append(one)
    return placed


def _takes_up(victim: Victim, before: Victim) -> bool:
    """Whether a mention just behind another speaks of the same people again."""
    near = 0 <= victim.sentence.start - before.sentence.end < _BEHIND or victim.sentence == before.sentence
    return near and victim.definite and not victim.exact and (not victim.name or victim.name == before.name)


def _place(victim: Victim, document: Document, claims: Sequence[Claim], event: Days | None) -> Placed:
    """Where the mention belongs: in the event or not by what it says and by its date."""
    text = document.article.text
    sentence = text[victim.sentence.start : victim.sentence.end]
    if _is_sum(victim, document, claims) or _ELSEWHERE.search(sentence) or _is_either(victim, document):
        return Placed(victim, False, sure=False)
    days, sure = _date_of(victim, document, claims)
    if days is None:
        return Placed(victim, None, sure=False)
    published = document.article.published
    if published is not None and _is_earlier(days, day_number(published.value), event if sure else None):
        return Placed(victim, False, sure)
    slack = _OVERNIGHT if days[0] == days[1] else 0  # "last week" ends before Monday
    return Placed(victim, event is None or days[1] >= event[0] - slack, sure)


def _is_earlier(days: Days, published: int, event: Days | None) -> bool:
    """Whether a date is of the past as an article of that day sees it.

    That is two years and more before, or, where `event` is fresh, a month or a year not over ("earlier this year").
    """
    if published - days[1] > _HISTORY:
        return True
    fresh = event is not None and published - event[1] <= _FRESH
    return fresh and days[1] - days[0] >= _COARSE and days[0] < published - _FRESH


def _is_sum(victim: Victim, document: Document, claims: Sequence[Claim]) -> bool:
    """Whether a mention of two or more counts what happened over a stretch of time."""
    if victim.count < 2 or not sums_over_time(document, victim.sentence, victim.span):
        return False
    claim = claim_of(victim, claims)
    return claim is None or not is_of_a_day(claim, document)


def _date_of(victim: Victim, document: Document, claims: Sequence[Claim]) -> tuple[Days | None, bool]:
    """The days on which the fate was told to fall, and whether a date of its own says so.

    That is the date that hangs on the fate, else the claim's own, else the nearest in the sentence, else what dated
    the claim before.
    """
    dates = [date for date in document.dates if _is_placed(date) and holds(victim.sentence, date.span)]
    hanging = next((date for date in dates if _hangs_on(date, victim, document)), None)
    if hanging is not None:
        return _days(hanging), True
    claim = claim_of(victim, claims)
    occasion = claim.occasion if claim is not None else None
    if occasion is not None and occasion.own:
        return _days(occasion), False
    if dates:
        return _days(min(dates, key=lambda date: abs(date.span.start - victim.trigger.start))), False
    return (_days(occasion) if occasion is not None else None), False


def _hangs_on(date: Date, victim: Victim, document: Document) -> bool:
    """Whether the date is of the words that tell the fate, with no verb between them: "killed in a raid last week"."""
    tokens = document.tokens
    trigger, inside = tokens_in(tokens, victim.trigger), tokens_in(tokens, date.span)
    word = next((tokens[one].head for one in inside if tokens[one].head not in inside), None)
    for _ in range(_DEEP):
        if word is None or (word not in trigger and tokens[word].pos in {"VERB", "AUX"}):
            return False
        if word in trigger:
            return True
        word = tokens[word].head
    return False


def _is_placed(date: Date) -> bool:
    return date.first is not None and date.last is not None


def _is_either(victim: Victim, document: Document) -> bool:
    """“Killed or wounded”: a number of both is a number of neither."""
    text = document.article.text
    start, end = max(victim.sentence.start, victim.trigger.start - _BESIDE), victim.trigger.end + _BESIDE
    found = _EITHER.finditer(text, start, min(end, victim.sentence.end))
    return victim.count > 1 and any(one.start() <= victim.trigger.start < one.end() for one in found)


def _days(dated: Date | Occasion) -> Days:
    return day_number(str(dated.first)), day_number(str(dated.last))
