"""Sentences that sum over a stretch of time or over many events: their numbers are statistics, not an event's toll."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["sums_over_time"]

_UNITS: Final = r"(?:days|weeks|months|years|decades)"
_PERIODS: Final = re.compile(
    r"\b(?:(?:this|last|each|every|per) year|so far (?:this|in)|since (?:\w+ )?(?:19|20)\d\d|"
    r"since (?:mon|tues|wednes|thurs|fri|satur|sun)day|in recent (?:\w+ )?" + _UNITS + r"|"
    r"(?:over|in|during|for|within) the (?:past|last|previous) (?:\w+ )?" + _UNITS + r"|"
    r"nationwide|citywide|statewide|annually|year[- ]to[- ]date|compared (?:to|with)|same period|"
    r"(?:years?|decades?) (?:ago|earlier|before)|across the (?:city|country|nation|state)|"
    r"weekend (?:shootings|violence)|(?:in|of) (?:\w+ ){0,2}shootings|"
    r"in \d[\d,]* (?:[\w-]+ ){0,2}(?:accidents|incidents|crashes|attacks|cases)|"
    r"a (?:string|series|spate|rash) of)\b",
    re.IGNORECASE,
)


def sums_over_time(sentence: str) -> bool:
    """Whether the sentence tells of a year, a city or a series: "so far this year", "in 17 shootings", "nationwide"."""
    return _PERIODS.search(sentence) is not None
