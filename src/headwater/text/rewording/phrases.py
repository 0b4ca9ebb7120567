"""The stretches of a sentence that the other sentence has nothing to answer to, and how what they share lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.text.rewording.matching import Matched
from headwater.text.rewording.sides import Side, WordKind

__all__ = ["Stretch", "end_alone", "kept_order", "phrase_alone", "pieces", "run_alone"]

_MOSTLY: Final = 0.75  # share of a phrase's content words that stand alone
_LEAST: Final = 2  # content words of a phrase


class Stretch(NamedTuple):
    """Words `first` to `last`, inclusive, and how many of them are content words that stand alone."""

    alone: int
    first: int
    last: int


def phrase_alone(side: Side, matched: Matched) -> Stretch | None:
    """The largest phrase (a word with all that hangs on it) most of whose content words stand alone."""
    content = [int(kind is not WordKind.SMALL) for kind in side.kinds]
    alone = [int(told and at not in matched) for at, told in enumerate(content)]
    if sum(alone) < _LEAST:
        return None
    first, last = list(range(len(side))), list(range(len(side)))
    for at in _leaves_first(side.heads):
        above = side.heads[at]
        if above >= 0:
            content[above] += content[at]
            alone[above] += alone[at]
            first[above], last[above] = min(first[above], first[at]), max(last[above], last[at])
    found = [
        Stretch(alone[at], first[at], last[at])
        for at in range(len(side))
        if content[at] >= _LEAST and alone[at] >= _MOSTLY * content[at]
    ]
    return max(found, default=None, key=lambda stretch: (stretch.alone, -stretch.first))


def _leaves_first(heads: Sequence[int]) -> list[int]:
    """Words in an order in which each comes before the word it hangs on."""
    depths = {-1: -1}
    for word in range(len(heads)):
        path, at = [], word
        while at not in depths:
            path.append(at)
            at = heads[at]
        for step, below in enumerate(reversed(path), 1):
            depths[below] = depths[at] + step
    return sorted(range(len(heads)), key=depths.__getitem__, reverse=True)


def run_alone(side: Side, matched: Matched) -> Stretch | None:
    """The run of words that stand alone with the most content words."""
    best, start, current = None, 0, 0
    for at, kind in enumerate(side.kinds):
        if at in matched:
            start, current = at + 1, 0
            continue
        current += kind is not WordKind.SMALL
        if current > (best.alone if best else 0):
            best = Stretch(current, start, at)
    return best


def end_alone(side: Side, matched: Matched) -> int:
    """How many words stand after the last content word that both sides have."""
    for count, at in enumerate(reversed(range(len(side)))):
        if at in matched and side.kinds[at] is not WordKind.SMALL:
            return count
    return len(side)


def kept_order(matched: Matched) -> int:
    """The most matched words that keep one order on both sides (patience sorting)."""
    tops: list[int] = []
    for at in sorted(matched):
        there, _ = matched[at]
        rank = bisect_left(tops, there)
        tops[rank : rank + 1] = [there]
    return len(tops)


def pieces(matched: Matched) -> int:
    """How many unbroken pieces the common words form, as METEOR counts chunks (Banerjee and Lavie 2005)."""
    return sum(1 for at, (there, _) in matched.items() if matched.get(at - 1, (-2, 0.0))[0] != there - 1)
