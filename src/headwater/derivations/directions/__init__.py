"""Which way a text went: signs in the texts themselves, publication times only softly, third texts where there are any.

Two sums of named evidence decide: one for left to right (positive) or right to left (negative), one for a common origin
of both. Both are log-odds; the signs, by family, are in the files of this package, their weights in `weights`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from headwater.derivations.directions.common import common_evidence
from headwater.derivations.directions.credits import agency_of, outlet_agency, outlet_of
from headwater.derivations.directions.thirds import Thirds, third_signs
from headwater.derivations.directions.ways import Sign, Way, both_ways
from headwater.derivations.directions.weighing import evidence_of, pair_signs
from headwater.derivations.stated import STATED
from headwater.evidence import total
from headwater.types import Direction, Evidence

__all__ = [
    "Ruling",
    "Sign",
    "Signs",
    "Thirds",
    "Way",
    "agency_of",
    "both_ways",
    "outlet_agency",
    "outlet_of",
    "rule",
    "rule_on_metadata",
    "signs_of",
]

_DECIDED: Final = 1.25  # nats for a way: 78 %; what is less is left open
_DOUBTED: Final = 2.0  # nats for a common origin from which no way is claimed: siblings are three pairs in four
_SHARED: Final = 3.0  # ... and from which a common origin is


Signs = tuple[tuple[Sign, ...], tuple[Sign, ...]]
"""For left to right, and for right to left."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Which way a text went, with the evidence for the way and that for a common origin.

    `own` are the signs in the two texts themselves, which stay the same whatever third texts say.
    """

    direction: Direction
    towards: tuple[Evidence, ...]
    common: tuple[Evidence, ...] = ()
    own: Signs = ((), ())


def rule(
    ways: tuple[Way, Way], others: tuple[tuple[Way, Way], ...] = (), *, whole: bool, own: Signs | None = None
) -> Ruling:
    """Rule on a pair, seen both ways (`both_ways`).

    `others` are the ways from the left and from the right text to each third text of their line. `whole` is False where
    only a passage was taken: then nothing is said of a common origin. `own` are those of an earlier ruling on the pair.
    """
    thirds = Thirds(ways[0], others)
    own = own or _own(ways, whole=whole)
    towards = evidence_of(*_with_thirds(own, thirds))
    common = common_evidence(*ways, towards, thirds) if whole else ()
    return Ruling(_decided(towards, common), towards, common, own)


def signs_of(ways: tuple[Way, Way], others: tuple[tuple[Way, Way], ...], *, whole: bool) -> Signs:
    """The signs for left to right and those for right to left, not yet weighed."""
    return _with_thirds(_own(ways, whole=whole), Thirds(ways[0], others))


def _own(ways: tuple[Way, Way], *, whole: bool) -> Signs:
    return tuple(pair_signs(*ways, whole=whole)), tuple(pair_signs(*ways[::-1], whole=whole))


def _with_thirds(own: Signs, thirds: Thirds) -> Signs:
    return (*own[0], *third_signs(thirds)), (*own[1], *third_signs(thirds, back=True))


def rule_on_metadata(ways: tuple[Way, Way]) -> Ruling:
    """Rule on two texts of the same words, which differ only in what stands around them."""
    kept = (STATED, "credit", "agency's own", "published earlier")
    there, back = ([sign for sign in signs if sign.name in kept] for signs in signs_of(ways, (), whole=False))
    towards = evidence_of(there, back)
    return Ruling(_decided(towards, ()), towards)


def _decided(towards: tuple[Evidence, ...], common: tuple[Evidence, ...]) -> Direction:
    """One of the four outcomes."""
    shared, score = total(common), total(towards)
    if shared >= _SHARED:
        return Direction.COMMON_ORIGIN
    if shared >= _DOUBTED or abs(score) < _DECIDED:
        return Direction.UNDECIDED
    return Direction.LEFT_TO_RIGHT if score > 0 else Direction.RIGHT_TO_LEFT
