"""What readers decided of the names of a story: spellings that are one name, and pairs of spellings that are two.

Decisions may contradict each other, also over others ("A is B", "B is C", "A is not C"). They are taken from the last
to the first, and one that cannot stand with those taken is overruled as a whole: the later one wins.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.types import Decision, DecisionKind

__all__ = ["ANY_NAMES", "NamesDecided", "names_decided", "spelled"]


class NamesDecided(Struct, frozen=True):
    """What holds of a story's names, spellings as `spelled` gives them; `overruled` are decisions that do not.

    `same` are sets of spellings that are one name, sorted; `apart` pairs of two names, smaller first.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    overruled: tuple[Decision, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Every spelling that something is decided of."""
        return frozenset(itertools.chain(*self.same, *self.apart))


ANY_NAMES: Final = NamesDecided()
"""Nothing is decided of any name."""


def spelled(name: str) -> str:
    """A spelling as decisions meet it: in one Unicode form, without regard to capitals and white space around words."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def names_decided(decisions: Sequence[Decision]) -> NamesDecided:
    """What the decisions on names say together; of two that contradict each other the later in the sequence holds."""
    group: dict[str, frozenset[str]] = {}
    apart: set[tuple[str, str]] = set()
    overruled = []
    for decision in reversed(decisions):
        left, right = (sorted(set(map(spelled, side))) for side in (decision.left, decision.right))
        if decision.kind is DecisionKind.SAME_PERSON:
            joined = _joined(group, [*left, *right])
            if _stands(joined, apart):
                group = joined
                continue
        elif decision.kind is DecisionKind.NOT_SAME_PERSON:
            parted = apart | {(min(pair), max(pair)) for pair in itertools.product(left, right)}
            if _stands(group, parted):
                apart = parted
                continue
        else:
            continue
        overruled.append(decision)
    same = sorted({tuple(sorted(members)) for members in group.values()})
    return NamesDecided(tuple(same), tuple(sorted(apart)), tuple(reversed(overruled)))


def _joined(group: Mapping[str, frozenset[str]], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """The groups with these names, and all that are one with any of them, as one."""
    members = frozenset().union(*({name} | group.get(name, frozenset()) for name in names))
    return {**group, **dict.fromkeys(members, members)}


def _stands(group: Mapping[str, frozenset[str]], apart: Iterable[tuple[str, str]]) -> bool:
    """Whether no pair that is apart is one name."""
    return not any(right in group.get(left, ()) for left, right in apart)
