"""May two numbers count the same? First who or what is counted, then when it happened."""

from __future__ import annotations

import datetime
from typing import Final

from headwater.figures.values import Reading
from headwater.text.thesaurus import is_a, synonyms
from headwater.types import Occasion

__all__ = ["same_count"]

_ANYBODY: Final = frozenset(
    {"", "person", "people", "man", "woman", "other", "individual", "civilian", "human", "victim"}
)
_DAYS_APART: Final = 1  # local against UTC date, overnight events
_SAME_NOUN: Final = 0.5  # thesaurus value from which two nouns may name the same people


def same_count(one: Reading, other: Reading) -> bool:
    """Same role, populations that may be the same, and not on different occasions."""
    return (
        one.role == other.role
        and _same_population(one.population, other.population)
        and _same_occasion(one.claim.occasion, other.claim.occasion)
    )


def _same_population(one: str, other: str) -> bool:
    if one == other or synonyms(one, other, "NOUN") >= _SAME_NOUN:
        return True
    return (one in _ANYBODY and _may_be_people(other)) or (other in _ANYBODY and _may_be_people(one))


def _may_be_people(noun: str) -> bool:
    return noun in _ANYBODY or is_a(noun, "person") or is_a(noun, "organization") or is_a(noun, "group")


def _same_occasion(one: Occasion | None, other: Occasion | None) -> bool:
    if one is None or other is None:
        return True
    gap = max(_ordinal(one.first), _ordinal(other.first)) - min(_ordinal(one.last), _ordinal(other.last))
    return gap <= _DAYS_APART


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day[:10]).toordinal()
