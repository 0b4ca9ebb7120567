"""The least number of people that all the mentions of an article can be about.

Each mention is taken for somebody already told unless something says that it is not: another name, another sex, ages
that exclude each other, one dead by their own hand and one by another's, a mention beside it in the sentence, or a
word such as "another". So a text that tells of one victim ten times counts one, and a text that names three counts
three; the number is a lower bound by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.victims import Victim

__all__ = ["Person", "people_in"]

_MANY: Final = 60  # counts above are not told apart one by one


class Person(Struct, frozen=True):
    """Somebody, by the mentions that may all be of them."""

    mentions: tuple[Victim, ...]


def people_in(mentions: Sequence[Victim]) -> tuple[Person, ...]:
    """The fewest people that `mentions` can be about, found greedily: the most telling mentions first.

    Names go before descriptions, these before pronouns; of counts, those that say most of whom they count. Somebody
    counted but not described is a person with the counting mention alone.
    """
    mentions = _without_idle_guesses(mentions)
    people: list[list[Victim]] = []
    for one in sorted((one for one in mentions if one.count == 1), key=_vagueness):
        home = _home(one, people)
        if home is None:
            people.append([one])
        else:
            home.append(one)
    for group in sorted((one for one in mentions if one.count > 1), key=_vagueness):
        _place(group, people)
    for one in mentions:
        people.extend([one] for _ in range(one.rank - len(people)))  # "a third victim" is one of three
    return tuple(Person(tuple(sorted(person, key=lambda one: one.span))) for person in people)


def _without_idle_guesses(mentions: Sequence[Victim]) -> list[Victim]:
    """A name guessed for a pronoun tells people apart only if the text gives that name to one of the victims."""
    given = {one.name for one in mentions if not one.guessed}
    idle = msgspec.structs.replace
    return [idle(one, name="", words=frozenset()) if one.guessed and one.name not in given else one for one in mentions]


def _vagueness(one: Victim) -> tuple[int, int, int]:
    """Small for mentions that tell much."""
    told = bool(one.sex) + (one.ages != (0, 130)) + bool(one.hand == "own" or one.culprit)
    return (not one.name, -told, one.span.start)


def _home(one: Victim, people: Sequence[list[Victim]]) -> list[Victim] | None:
    """The person that the mention is of: the same name, else the last one told before it, else any."""
    named = [person for person in people if one.name and any(_is_named(one, other) for other in person)]
    named = [person for person in named if all(_may_be_one(one, other) for other in person)] or (
        named if not one.guessed else []
    )
    if named:
        return named[0]
    fitting = [person for person in people if all(_may_be_one(one, other) for other in person)]
    return min(fitting, key=lambda person: _distance(one, person), default=None)


def _is_named(one: Victim, other: Victim) -> bool:
    alike = one.name == other.name or one.words <= other.words or other.words <= one.words
    return bool(other.name) and alike and _ages_meet(one, other)


def _ages_meet(one: Victim, other: Victim) -> bool:
    return max(one.ages[0], other.ages[0]) <= min(one.ages[1], other.ages[1])


def _distance(one: Victim, person: Iterable[Victim]) -> int:
    gaps = [one.span.start - other.span.start for other in person]
    return min(gap if gap >= 0 else 100_000 - gap for gap in gaps)


def _place(group: Victim, people: list[list[Victim]]) -> None:
    """Let the group be of people told, as far as they fit, and of others for the rest."""
    fitting = [person for person in people if all(_may_be_one(group, other) for other in person)]
    for person in fitting[: group.count]:
        person.append(group)
    people.extend([group] for _ in range(min(group.count, _MANY) - len(fitting)))


def _may_be_one(one: Victim, other: Victim) -> bool:
    """Whether two mentions can be of one person, or one of them of a group that holds the other's."""
    if one.span == other.span or other.span in one.others or one.span in other.others:
        return one.span == other.span and one.count == 1
    if one.name and other.name and not (one.guessed or other.guessed):
        return _is_named(one, other)
    if one.name and other.name and not _is_named(one, other):
        return False
    if (one.sex and other.sex and one.sex != other.sex) or _are_opposed(one, other) or not _ages_meet(one, other):
        return False
    later = max(one, other, key=lambda each: each.span)
    return not (later.another and one.count == other.count == 1)


def _are_opposed(one: Victim, other: Victim) -> bool:
    """Who died by their own hand is not who was killed by another's."""
    return {one.hand, other.hand} == {"own", "other"}
