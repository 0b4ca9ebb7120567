"""May two numbers count the same? First who or what is counted, then in which event, and when."""

from __future__ import annotations

from typing import Final

from headwater.figures.values import Reading
from headwater.relations.nouns import are_other_people
from headwater.text.events import classes_of, comparable
from headwater.text.instants import day_number
from headwater.text.thesaurus import is_a, synonyms
from headwater.types import Claim, Occasion

__all__ = ["affinity", "same_count", "same_setting"]

_ANYBODY: Final = frozenset({"", "person", "people", "man", "woman", "other", "individual", "human", "victim"})
_BODIES: Final = frozenset(
    {"force", "unit", "side", "service"}
)  # people when they are hurt, though the nouns say otherwise
_DAYS_APART: Final = 1  # local against UTC date, overnight events
_GATHERED: Final = frozenset({"participants"})
_SAME_NOUN: Final = 0.5  # thesaurus value from which two nouns may name the same people
_SETTING_ROLES: Final = frozenset({"place", "manner"})


def same_count(one: Reading, other: Reading, *, stated: bool = False) -> bool:
    """Same role, owner and populations as far as told, not beside each other, of events and days that may be one.

    `stated` says that one statement gives both. Crowds gather more than once: without it their days must be known.
    """
    return (
        one.role == other.role
        and one.owner == other.owner
        and (stated or one.role not in _GATHERED or _are_one_crowd(one, other))
        and not _told_beside(one, other)
        and _same_population(one.population, other.population)
        and _same_occasion(one.claim.occasion, other.claim.occasion)
        and same_setting(one.claim, other.claim)
    )


def _are_one_crowd(one: Reading, other: Reading) -> bool:
    together = one.value.article == other.value.article and one.claim.kind == other.claim.kind
    return together or (one.claim.occasion is not None and other.claim.occasion is not None)


def _told_beside(one: Reading, other: Reading) -> bool:
    """Two numbers of one sentence count two things: "killing 10 passengers and two pilots"."""
    return one.claim.sentence == other.claim.sentence and one.value.quantity.span != other.value.quantity.span


def affinity(one: Reading, other: Reading) -> int:
    """How much speaks for one count: the same noun, the same day. 0 if they merely do not exclude each other."""
    same_noun = one.population not in _ANYBODY and one.population == other.population
    same_day = one.claim.occasion is not None and other.claim.occasion is not None
    return 2 * same_noun + same_day


def _same_population(one: str, other: str) -> bool:
    if are_other_people(one, other):
        return False
    if one == other or synonyms(one, other, "NOUN") >= _SAME_NOUN or is_a(one, other) or is_a(other, one):
        return True
    return (one in _ANYBODY and _may_be_people(other)) or (other in _ANYBODY and _may_be_people(one))


def _may_be_people(noun: str) -> bool:
    return noun in _ANYBODY | _BODIES or any(is_a(noun, kind) for kind in ("person", "organization", "group"))


def _same_occasion(one: Occasion | None, other: Occasion | None) -> bool:
    if one is None or other is None:
        return True
    gap = max(day_number(one.first), day_number(other.first)) - min(day_number(one.last), day_number(other.last))
    return gap <= _DAYS_APART


def same_setting(one: Claim, other: Claim) -> bool:
    """“Injured in the attack” and “injured in a clash”: the events named must be able to be one event."""
    here, there = _settings(one), _settings(other)
    return not here or not there or any(comparable(a, b) for a in here for b in there)


def _settings(claim: Claim) -> set[str]:
    """Event classes of the nouns that say in what the thing happened."""
    return {found for role in claim.roles if role.name in _SETTING_ROLES for found in classes_of(role.lemma, "NOUN")}
