"""Values of one count are one figure: by the statement, by what an article counts in all, by what may be the same."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from headwater.figures.comparing import affinity, same_count, same_setting
from headwater.figures.events import meet
from headwater.figures.values import Reading
from headwater.relations.nouns import are_other_people

__all__ = ["Group", "are_apart", "group_readings", "is_whole", "lines_of"]

_Home = TypeVar("_Home", bound=Sequence[Reading])

Pair = tuple[str, str]
Group = tuple[Reading, ...]
"""The values of one figure, in the order of their spans."""

_WHOLE: Final = "whole"
_COMPARED: Final = 40  # values of one figure that a further one is compared with; more would not change it
_PART: Final = "a part of those whom the article counts in all"


def group_readings(
    found: Sequence[Reading], statement_of: Mapping[str, str], apart: Collection[Pair] = frozenset()
) -> list[Group]:
    """The groups of values that count the same; values that count a part of them are marked weak.

    `statement_of` gives the statement of each claim. Values of one statement in one role are one group. Beyond that,
    values are one group if they may count the same (`comparing`). `apart` are pairs of claims (ids, smaller first)
    that are known to tell of different events: these never share a group.
    """
    return [_without_parts(group) for group in _grouped(found, statement_of, apart)]


def is_whole(group: Sequence[Reading]) -> bool:
    """Whether the group holds what some article counts in all."""
    return any(reading.rank == _WHOLE for reading in group)


def lines_of(group: Sequence[Reading]) -> frozenset[str]:
    """The lines that give a value."""
    return frozenset(reading.value.line for reading in group)


def are_apart(group: Sequence[Reading], home: Sequence[Reading], apart: Collection[Pair]) -> bool:
    """Whether a claim of the one is known to tell of another event than one of the other."""
    pairs = ((one.claim.id, other.claim.id) for one in group for other in home) if apart else ()
    return any((min(pair), max(pair)) in apart for pair in pairs)


def _grouped(found: Sequence[Reading], statement_of: Mapping[str, str], apart: Collection[Pair]) -> list[Group]:
    """Values of one count. Groups that say most of who is counted and when are placed first; the others join them."""
    homes: list[Group] = []
    for group in sorted(_stated(found, statement_of, apart), key=_vagueness):
        fitting = [home for home in homes if _fits(group, home) and not are_apart(group, home, apart)]
        own = _of_own_event(group, fitting, apart)
        best = max(own, key=lambda home, group=tuple(group): _affinity(group, home), default=None)  # type: ignore[misc]
        homes = [home for home in homes if home is not best]
        homes.append((*(best or ()), *group))
    return [tuple(sorted(home, key=lambda reading: reading.value.quantity.span)) for home in homes]


def _fits(group: Sequence[Reading], home: Group) -> bool:
    return all(same_count(one, other) for one in group[:_COMPARED] for other in home[:_COMPARED])


def _of_own_event(group: Sequence[Reading], homes: Iterable[_Home], apart: Collection[Pair]) -> Iterable[_Home]:
    """The homes that a group may join; where they are of different events, those that its own lines have values in.

    Who tells events apart names some words of each; what else a line says of that is most likely of its own event.
    """
    if not apart:
        return homes
    fitting = list(homes)
    rivals = any(are_apart(one, other, apart) for one, other in itertools.combinations(fitting, 2))
    kin = [home for home in fitting if not lines_of(group).isdisjoint(lines_of(home))] if rivals else []
    return kin or fitting


def _stated(found: Sequence[Reading], statement_of: Mapping[str, str], apart: Collection[Pair]) -> list[list[Reading]]:
    """Values of one statement in one role together, but for those that cannot count the same.

    What an article counts in all goes with what the others do: these are one event's by `events`.
    """
    groups: dict[tuple[str, str], list[list[Reading]]] = defaultdict(list)
    named = {claim for pair in apart for claim in pair}
    for reading in sorted(found, key=lambda one: one.claim.id not in named):  # what is of a known event comes first
        alike = groups[reading.role, _WHOLE if reading.rank == _WHOLE else statement_of[reading.claim.id]]
        open_to = (group for group in alike if not are_apart([reading], group, apart))
        fitting = (group for group in open_to if all(_same(reading, other) for other in group[:_COMPARED]))
        home = next(iter(_of_own_event([reading], fitting, apart)), None)
        if home is None:
            alike.append([reading])
        else:
            home.append(reading)
    return [group for alike in groups.values() for group in alike]


def _without_parts(group: Group) -> Group:
    """The values, those marked weak that count a part of the people whom their article counts in this figure."""
    whole = {reading.value.article for reading in group if reading.rank == _WHOLE and not reading.weak}
    return tuple(_weakened(one) if one.rank == "part" and one.value.article in whole else one for one in group)


def _weakened(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, value=msgspec.structs.replace(reading.value, weak=reading.weak or _PART))


def _same(one: Reading, other: Reading) -> bool:
    """Whether two values of a role are of one count, as what two articles count in all is, unless in other events."""
    whole = one.rank == other.rank == _WHOLE
    one_day = not one.day or not other.day or meet(one.day, other.day)
    if whole and one_day and same_setting(one.claim, other.claim):
        return not are_other_people(one.population, other.population)
    return one_day and same_count(one, other, stated=True)


def _vagueness(group: Sequence[Reading]) -> tuple[bool, bool, bool, bool, str]:
    """Groups of what articles count in all, with a strong value, a named population and a known occasion come first."""
    return (
        not is_whole(group),
        all(reading.weak for reading in group),
        all(not reading.population for reading in group),
        all(reading.claim.occasion is None for reading in group),
        min(reading.claim.id for reading in group),
    )


def _affinity(group: Sequence[Reading], home: Group) -> int:
    return max(affinity(one, other) for one in group[:_COMPARED] for other in home[:_COMPARED])
