"""Numbers that sum over a stretch of time or over many events: statistics, not an event's toll."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.events import FIGURE_NOUNS
from headwater.text.spans import tokens_in
from headwater.text.wordset import wordset
from headwater.types import Claim, Document, Occasion, Quantity, Span, Token

__all__ = ["is_of_a_day", "is_statistic", "sums_over_time"]

_UNITS: Final = r"(?:days|weeks|months|years|decades)"
_EVENTS: Final = r"(?:accidents|incidents|crashes|attacks|cases|shootings|killings|homicides)"
_CRIMES: Final = r"(?:shootings|stabbings|killings|homicides)"
_MANY: Final = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|several|separate|various|multiple)"
_PERIODS: Final = re.compile(
    r"\b(?:(?:this|last|each|every|per) year|so far (?:this|in)|since (?:\w+ )?(?:19|20)\d\d|"
    r"since (?:mon|tues|wednes|thurs|fri|satur|sun)day|in recent (?:\w+ )?" + _UNITS + r"|"
    r"(?:over|in|during|for|within) the (?:past|last|previous) (?:\w+ )?" + _UNITS + r"|"
    r"nationwide|citywide|statewide|annually|year[- ]to[- ]date|compared (?:to|with)|same period|"
    r"(?:years?|decades?) (?:ago|earlier|before)|across the (?:city|country|nation|state)|"
    rf"in (?!the |these |those )(?:\w+ ){{0,2}}{_CRIMES}|in {_MANY} (?:[\w-]+ ){{0,2}}{_EVENTS}|"
    r"a (?:string|series|spate|rash) of)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"\b(?:including|among them)\b", re.IGNORECASE)
_ASIDE: Final = frozenset({"relcl", "acl", "appos", "parataxis"})  # what they tell is of a noun, or beside the matter
_ANEW: Final = frozenset({"advcl", "conj", "ccomp"})  # with a subject of its own it tells of something else
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_MONTH: Final = 27  # days from which a date is a month or longer
_KEEPING: Final = wordset("have be see record surpass witness set average log top reach count report")
_COUNTED_CRIMES: Final = frozenset({"homicide", "killing", "murder"})
_TERRITORIES: Final = wordset("year month week weekend city town nation country state county department district")
_REACH: Final = 12  # words before a verb or a period among which its subject or its comma stands
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_SUPERLATIVES: Final = frozenset({"JJS", "RBS"})


def is_of_a_day(claim: Claim, document: Document) -> bool:
    """Whether the clause itself says on which single day it happened: what it counts is no statistic then.

    A day that dates a part alone ("including two on Monday") does not date the whole.
    """
    occasion = claim.occasion
    if occasion is None or not occasion.own or occasion.first != occasion.last:
        return False
    dates = [date for date in claim.when if (date.first, date.last) == (occasion.first, occasion.last)]
    text = document.article.text
    return not any(_PART.search(text, claim.trigger.end, date.span.start) for date in dates)


def is_statistic(claim: Claim, quantity: Quantity) -> bool:
    """Whether the clause tells the number of deaths of a place or of a year: "the city has had 45 homicides".

    Either its own date is a month or longer, or its subject is a time or a place, or it keeps count of crimes.
    """
    if FIGURE_NOUNS.get(quantity.unit) != "killed":
        return False
    occasion = claim.occasion
    if occasion is not None and occasion.own and _length(occasion) >= _MONTH:
        return True
    subjects = {role.lemma for role in claim.roles if role.name == "agent"}
    keeps = claim.event in _KEEPING and quantity.unit in _COUNTED_CRIMES
    return keeps or bool(subjects & _TERRITORIES and claim.event in _KEEPING)


def _length(occasion: Occasion) -> int:
    """Days between the first and the last."""
    return (datetime.date.fromisoformat(occasion.last[:10]) - datetime.date.fromisoformat(occasion.first[:10])).days


def sums_over_time(document: Document, sentence: Span, counted: Span) -> bool:
    """Whether words that hang on the clause of `counted` tell of a year, a city or a series.

    "So far this year", "in 17 shootings", "nationwide". In a relative clause, an apposition, another clause with a
    subject of its own, or beside a superlative ("the worst since 2019") they tell of something else.
    """
    text, tokens = document.article.text, document.tokens
    here = tokens_in(tokens, counted)
    for found in _PERIODS.finditer(text, sentence.start, sentence.end):
        there = tokens_in(tokens, Span(sentence.article, found.start(), found.end()))
        if not here or not there or _is_beside(tokens, here[0], there):
            return True
    return False


def _is_beside(tokens: Sequence[Token], counted: int, period: range) -> bool:
    """Whether the number and the period stand in one clause."""
    top = next((one for one in period if tokens[one].head not in period), period[0])
    up, down = dict.fromkeys(_ancestors(tokens, counted)), dict.fromkeys(_ancestors(tokens, top))
    apart = [one for one in down if one not in up]
    if any(_turns_aside(tokens, one) for one in apart) or _is_compared(tokens, apart):
        return False
    return not any(_is_afterthought(tokens, one) for one in up if one not in down)


def _ancestors(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """The word and all that it hangs on, up to the root."""
    yield index
    while tokens[index].head != index:
        index = tokens[index].head
        yield index


def _turns_aside(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].dep in _ASIDE:
        return True
    below = [one for one in range(max(0, index - _REACH), index) if tokens[one].head == index]
    dated = any(tokens[one].lemma == "since" for one in below)  # "killed since the war began last year"
    gapped = tokens[index].tag == "VBN" and not any(tokens[one].dep in _AUXILIARIES for one in below)  # "30 wounded in"
    told = tokens[index].dep in _ANEW and any(tokens[one].dep in _SUBJECTS for one in below)
    return told and not dated and not gapped


def _is_compared(tokens: Sequence[Token], apart: Sequence[int]) -> bool:
    """“The worst blast since 2019”: the year bounds what the event is compared with."""
    first = min(apart, default=0)
    near = range(max(0, first - _REACH), first)
    return any(tokens[one].tag in _SUPERLATIVES and tokens[one].head in apart for one in near)


def _is_afterthought(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word heads a relative clause set off by a comma: "the blast, which killed 12, was the worst ..."."""
    if tokens[index].dep != "relcl":
        return False
    before = range(max(0, index - _REACH), index)
    return any(tokens[one].dep == "punct" and tokens[one].head == tokens[index].head for one in before)
