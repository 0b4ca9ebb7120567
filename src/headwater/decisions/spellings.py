"""What a decision on the spellings of names came to: the names that became one or two by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.decisions.settling import Settled, spelled
from headwater.decisions.words import quoted
from headwater.types import Decided, Decision, DecisionKind, Entity, Span

__all__ = ["name_told"]

_OVERRULED: Final = "later decisions say otherwise, and the later one holds"
_ONE_ALREADY: Final = "it was one name without the decision"
_TWO_ALREADY: Final = "they were not one name without the decision"


def name_told(
    decision: Decision, words: str, names: Settled, before: Sequence[Entity], after: Sequence[Entity]
) -> Decided:
    """The decision with what it changed between the names found `before` and those found `after` it."""
    missing = [each for each in (*decision.left, *decision.right) if not _bearing(after, (each,))]
    lacking = (f"no article has {quoted(missing)}",) if missing else ()
    if decision in names.overruled:
        return Decided(decision, False, words, (_OVERRULED,))
    if decision.kind is DecisionKind.SAME_PERSON:
        applied = len({spelled(each) for each in (*decision.left, *decision.right) if each not in missing}) > 1
    else:
        applied = all(any(each not in missing for each in side) for side in (decision.left, decision.right))
    if not applied:
        return Decided(decision, False, words, lacking)
    spellings = (*decision.left, *decision.right)
    changed = _changed(decision, _bearing(before, spellings), _bearing(after, spellings))
    return Decided(decision, True, words, (*changed, *lacking), tuple(sorted(_first(after, spellings))))


def _changed(decision: Decision, was: Sequence[Entity], now: Sequence[Entity]) -> tuple[str, ...]:
    if _sets(was) == _sets(now):
        return (_ONE_ALREADY if decision.kind is DecisionKind.SAME_PERSON else _TWO_ALREADY,)
    return (f"{_counted(was)} before: {_names(was)}; now {_counted(now)}: {_names(now)}",)


def _sets(entities: Iterable[Entity]) -> set[frozenset[Span]]:
    return {frozenset(span for spelling in entity.spellings for span in spelling.spans) for entity in entities}


def _counted(entities: Sequence[Entity]) -> str:
    return "one name" if len(entities) == 1 else f"{len(entities)} names"


def _names(entities: Iterable[Entity]) -> str:
    return quoted(entity.name for entity in entities)


def _bearing(entities: Iterable[Entity], spellings: Iterable[str]) -> list[Entity]:
    """The names that are spelled in one of these ways somewhere."""
    wanted = set(map(spelled, spellings))
    return [each for each in entities if not wanted.isdisjoint(spelled(one.text) for one in each.spellings)]


def _first(entities: Iterable[Entity], spellings: Iterable[str]) -> Iterable[Span]:
    """Where each of the spellings stands first in each name that has it."""
    wanted = set(map(spelled, spellings))
    return {min(one.spans) for each in entities for one in each.spellings if spelled(one.text) in wanted}
