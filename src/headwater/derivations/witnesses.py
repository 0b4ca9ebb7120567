"""The pairs of each line judged again with all its texts as witnesses: where two differ, the others take sides.

Pair by pair a text and its copy look like two copies of a lost text, and the other way round; the line tells them
apart. A common origin that is there, because one of the line's texts is claimed as the source of both, is no unseen
one: such a pair is left undecided, and its evidence says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.derivations.comparing import Judged
from headwater.derivations.directions import Ruling, Way, both_ways, rule
from headwater.derivations.readings import Reading
from headwater.types import DerivationKind, Direction

__all__ = ["Heard", "hear", "rejudge"]

_MOST: Final = 8  # third texts asked about a pair: those nearest to both
_NOTHING: Final = (DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """A pair of one line with its two ways, and the ways from its left and right text to each third text asked."""

    judged: Judged
    ways: tuple[Way, Way]
    others: tuple[tuple[Way, Way], ...]

    def ruling(self) -> Ruling:
        """The ruling on the pair with what the third texts say."""
        whole = self.judged.derivation.kind is not DerivationKind.PARTIAL
        return rule(self.ways, self.others, whole=whole, own=self.judged.own)


def rejudge(judged: Sequence[Judged], line_of: Mapping[str, str], readings: Iterable[Reading]) -> tuple[Judged, ...]:
    """All pairs of a story, those inside a line judged again; `line_of` tells each text's line. The order is kept."""
    by_id = {reading.id: reading for reading in readings}
    lines: dict[str, list[Judged]] = {}
    for each in judged:
        if line_of[each.pair[0]] == line_of[each.pair[1]]:
            lines.setdefault(line_of[each.pair[0]], []).append(each)
    rulings = {pair: ruling for line in lines.values() for pair, ruling in _rulings(line, by_id).items()}
    return tuple(each.ruled(rulings[each.pair]) if each.pair in rulings else each for each in judged)


def _rulings(pairs: Sequence[Judged], by_id: Mapping[str, Reading]) -> dict[Pair, Ruling]:
    """The rulings on the pairs of a line that a third text stands beside."""
    rulings = {heard.judged.pair: heard.ruling() for heard in hear(pairs, by_id) if heard.others}
    claimed = _claimed(rulings)
    return {pair: _seen(ruling, pair, claimed) for pair, ruling in rulings.items()}


def hear(pairs: Sequence[Judged], by_id: Mapping[str, Reading]) -> Iterator[Heard]:
    """The derived pairs of one line, each with the third texts nearest to it."""
    table = {each.pair: each for each in pairs if each.measures.pairs}
    ways: dict[Pair, Way] = {}
    for (left, right), each in table.items():
        ways[left, right], ways[right, left] = both_ways(by_id[left], by_id[right], each.measures)
    for (left, right), each in table.items():
        if each.derivation.kind not in _NOTHING:
            thirds = _nearest(each.pair, table, by_id)
            others = tuple((ways[left, third], ways[right, third]) for third in thirds)
            yield Heard(each, (ways[left, right], ways[right, left]), others)


def _nearest(pair: Pair, table: Mapping[Pair, Judged], by_id: Mapping[str, Reading]) -> list[str]:
    """The third texts nearest to both; among equally near ones the text itself chooses, not its id."""
    found = []
    for third in by_id:
        beside = [table.get((min(each, third), max(each, third))) for each in pair]
        if third not in pair and all(beside):
            nearness = min(each.one_line for each in beside if each is not None)
            found.append((-nearness, by_id[third].document.article.text, third))
    return [third for _, _, third in sorted(found)[:_MOST]]


def _claimed(rulings: Mapping[Pair, Ruling]) -> dict[str, set[str]]:
    """The texts that each text is held to have taken from."""
    sources: dict[str, set[str]] = {}
    for (left, right), ruling in rulings.items():
        if ruling.direction is Direction.LEFT_TO_RIGHT:
            sources.setdefault(right, set()).add(left)
        if ruling.direction is Direction.RIGHT_TO_LEFT:
            sources.setdefault(left, set()).add(right)
    return sources


def _seen(ruling: Ruling, pair: Pair, claimed: Mapping[str, set[str]]) -> Ruling:
    """The ruling, but undecided where the common origin of both is a text of the line."""
    shared = claimed.get(pair[0], set()) & claimed.get(pair[1], set())
    if ruling.direction is Direction.COMMON_ORIGIN and shared:
        return Ruling(Direction.UNDECIDED, ruling.towards, ruling.common)
    return ruling
