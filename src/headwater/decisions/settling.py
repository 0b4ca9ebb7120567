"""What decisions that join and decisions that part say together: sets that are one, and pairs that are two.

Decisions may contradict each other, also over others ("A is B", "B is C", "A is not C"). They are taken from the last
to the first, and one that cannot stand with those taken is overruled as a whole: the later one wins.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.types import Decision, DecisionKind

__all__ = ["UNSETTLED", "Settled", "names_decided", "spelled", "stories_decided"]


class Settled(Struct, frozen=True):
    """What holds of some names or articles; `overruled` are the decisions that do not hold.

    `same` are sets that are one, each sorted; `apart` pairs that are two, smaller first.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    overruled: tuple[Decision, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        """Everything that something is decided of."""
        return frozenset(itertools.chain(*self.same, *self.apart))


UNSETTLED: Final = Settled()
"""Nothing is decided."""


def spelled(name: str) -> str:
    """A spelling as decisions meet it: in one Unicode form, without regard to capitals and white space around words."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def names_decided(decisions: Sequence[Decision]) -> Settled:
    """Which spellings (as `spelled` gives them) are one name and which two; of contradictions the later one holds."""
    return _settled(decisions, DecisionKind.SAME_PERSON, DecisionKind.NOT_SAME_PERSON, spelled)


def stories_decided(decisions: Sequence[Decision]) -> Settled:
    """Which articles (ids) tell of one story and which of two; of contradictions the later one holds."""
    return _settled(decisions, DecisionKind.TOGETHER, DecisionKind.APART, str)


def _settled(
    decisions: Sequence[Decision], joins: DecisionKind, parts: DecisionKind, key: Callable[[str], str]
) -> Settled:
    group: Mapping[str, frozenset[str]] = {}
    apart: frozenset[tuple[str, str]] = frozenset()
    overruled = []
    for decision in reversed([each for each in decisions if each.kind in (joins, parts)]):
        left, right = (sorted(set(map(key, side))) for side in (decision.left, decision.right))
        joined = _joined(group, [*left, *right]) if decision.kind is joins else group
        parted = apart | _pairs(left, right) if decision.kind is parts else apart
        if any(two in joined.get(one, ()) for one, two in parted):
            overruled.append(decision)
        else:
            group, apart = joined, parted
    same = sorted({tuple(sorted(members)) for members in group.values()})
    return Settled(tuple(same), tuple(sorted(apart)), tuple(reversed(overruled)))


def _joined(group: Mapping[str, frozenset[str]], names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The groups with these names, and all that are one with any of them, as one."""
    members = frozenset().union(*({name} | group.get(name, frozenset()) for name in names))
    return {**group, **dict.fromkeys(members, members)}


def _pairs(left: Iterable[str], right: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((min(pair), max(pair)) for pair in itertools.product(left, right))
