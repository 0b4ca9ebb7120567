"""Whether two claims can tell of one kind of event: by the event word, its class, a shared sense, or its opposite."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from headwater.relations.avowals import avowal
from headwater.relations.categories import exclusive_kinds
from headwater.relations.context import Compared, Context, Fit
from headwater.text.events import comparable
from headwater.text.thesaurus import opposed, synonyms
from headwater.types import Claim

__all__ = ["are_opposed", "compare_events", "tell_alike"]

_SYNONYM: Final = 0.5
_OUTCOMES: Final = frozenset(
    frozenset(pair) for pair in (("survive", "kill"), ("survive", "die"), ("acquit", "convict"), ("approve", "reject"))
)
"""Classes of which only one can come out for one person or thing."""
_EMPTY: Final = frozenset({"be", "have", "do", "make", "take", "get", "become", "remain"})
"""Verbs that say little: their classes and senses join nothing, only the same word does."""


def compare_events(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """One answer: the same event word or class, its opposite ("opened" and "closed" are of one event), or another.

    Claims that are known to tell of one event are of one, whatever their words.
    """
    fit = Fit.SAME if context.are_of_one_event(one, other) else _fit(one, other)
    return (Compared("event", fit, f"“{one.event}” and “{other.event}”", one.trigger, other.trigger),)


def _fit(one: Claim, other: Claim) -> Fit:
    if one.event == other.event or (avowal(one) and avowal(other)):
        return Fit.SAME
    if one.event in _EMPTY or other.event in _EMPTY:
        return Fit.UNRELATED
    if one.event_class and one.event_class == other.event_class:
        return Fit.SAME
    if comparable(one.event_class, other.event_class) or _alike(one.event, other.event):
        return Fit.BOTH
    related = are_opposed(one, other) or exclusive_kinds(one.event, other.event)
    return Fit.BOTH if related else Fit.UNRELATED


@lru_cache(maxsize=16384)
def _alike(one: str, other: str) -> bool:
    return synonyms(one, other) >= _SYNONYM


@lru_cache(maxsize=16384)
def _antonyms(one: str, other: str) -> bool:
    return opposed(one, other)


def tell_alike(one: Claim, other: Claim) -> bool:
    """Whether the event words can tell of one deed, by themselves."""
    return _fit(one, other) is not Fit.UNRELATED


def are_opposed(one: Claim, other: Claim) -> bool:
    """Whether the event words are opposites, so that to deny the one is near to asserting the other."""
    if frozenset((one.event_class, other.event_class)) in _OUTCOMES:
        return True
    return one.event != other.event and _antonyms(one.event, other.event)
