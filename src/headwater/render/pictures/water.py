"""The curves of the river as SVG paths: strands that peel off their source, loans in the gutter, the water's shores.

Nothing here knows what is drawn; coordinates are the picture's units, x to the right and y downwards.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

__all__ = ["Spot", "loan", "shore", "strand"]

_BEND: Final = 22.0  # units in which a strand turns from down to right
_WANDER: Final = 2.0  # units by which a long stretch of water leaves the straight line
_BEFORE: Final = 0.7  # of a stream's half width that its water begins before its source
_OPEN: Final = 46.0  # units after which it has opened to its width
_FAN: Final = 16.0  # units in which the strands of a source part
_FALL: Final = 84.0  # units after which a fall has come back
_SWAY: Final = 2.6  # how far it leaves the straight line on the way
_ABOVE: Final = 9.0  # units that a loan keeps above the middle of a row
_LEVEL: Final = 60.0  # units below which a stretch is straight
_REACH: Final = 240.0  # units after which it has come back


class Spot(NamedTuple):
    """A point of the picture."""

    x: float
    y: float


def strand(start: Spot, down: float, end: Spot) -> str:
    """From `start` over to the place `down`, downwards, in a bend to the right, along to `end`, which lies lower."""
    bend = max(2.0, min(_BEND, end.y - start.y - _FAN, end.x - down))
    foot = end.y - bend
    parted = start.y + _FAN
    fan = _c(start.x, start.y + _FAN * 0.6, down, start.y + _FAN * 0.4, down, parted)
    turn = _c(down, end.y - bend * 0.4, down + bend * 0.4, end.y, down + bend, end.y)
    return f"{_m(*start)}{fan}{_fallen(foot - parted)}V{_n(foot)}{turn}{_along(down + bend, end.x)}"


def loan(start: Spot, gutter: float, end: Spot) -> str:
    """From `start` to the left, along the `gutter`, and to `end` from the left; clear of what stands right of it.

    It keeps a little above the strands, which come along the middle of the rows.
    """
    down = 1 if end.y >= start.y else -1
    bend = down * min(16.0, abs(end.y - start.y) / 2)
    first, last = start.y - _ABOVE, end.y - _ABOVE
    turn = min(24.0, end.x - gutter - 10)
    away = _c(start.x - 10, first, gutter + 6, first, gutter, first + bend)
    back = _c(gutter, last, gutter + turn / 2, last, gutter + turn, last)
    into = _c(end.x - 7, last, end.x - 5, last + 3, end.x - 4, end.y - 4)
    return f"{_m(*start)}{away}V{_n(last - bend)}{back}H{_n(end.x - 12)}{into}"


def shore(spots: Sequence[Spot], half: float, right: float) -> str:
    """The outline of a line's water: from its source, `spots[0]`, wider where one joins below, to the `right` edge.

    `half` is how far the water reaches above the uppermost and below the lowest of the spots so far.
    """
    source = spots[0]
    begin, top, low = source.x - half * _BEFORE, source.y - half, source.y + half
    open_ = source.x + _OPEN
    ledges = _merged(list(_ledges(spots, half)))
    above = _c(begin + 4, top + 3, source.x + 14, top, open_, top)
    mouth = _c(source.x + 14, low, begin + 4, low - 3, begin, source.y)
    edge = f"{_along(open_, right)}L{_n(right)} {_n(ledges[-1].y + half)}"
    return f"{_m(begin, source.y)}{above}{edge}{''.join(_back(ledges, half, right))}{mouth}Z"


def _ledges(spots: Sequence[Spot], half: float) -> Iterator[Spot]:
    """Where the lower shore steps down, from the left, and how deep it lies from there on."""
    source = spots[0]
    deepest = source.y
    yield Spot(source.x - half * _BEFORE, deepest)
    for spot in sorted(spots[1:]):
        if spot.y > deepest:
            deepest = spot.y
            yield Spot(max(spot.x, source.x) - half * _BEFORE, deepest)


def _merged(ledges: Sequence[Spot]) -> list[Spot]:
    """Steps close beside each other as one."""
    kept = [ledges[0]]
    for ledge in ledges[1:]:
        close = len(kept) > 1 and ledge.x - kept[-1].x < _OPEN
        kept[-1:] = [Spot(kept[-1].x, ledge.y)] if close else [kept[-1], ledge]
    return kept


def _back(ledges: Sequence[Spot], half: float, right: float) -> Iterator[str]:
    """The lower shore from the right edge to the source's own height, a smooth step up at each ledge."""
    reached = right
    for before, after in itertools.pairwise(reversed(ledges)):
        low, high = before.y + half, after.y + half
        wide = min(60.0, 24.0 + 0.25 * (low - high))
        foot = min(reached, before.x + wide * 0.6)
        head = max(foot - wide, after.x + 4)
        middle = (foot + head) / 2
        yield _along(reached, foot) + _c(middle, low, middle, high, head, high)
        reached = head
    yield _along(reached, ledges[0].x + min(half * 3.2, max(reached - ledges[0].x, 0)))


def _along(start: float, end: float) -> str:
    """A level stretch that wanders a little, as water does, and ends at its own height."""
    length = end - start
    if abs(length) < _LEVEL:
        return f"h{_n(length)}" if abs(length) >= 1 else ""
    pieces = max(1, round(abs(length) / _REACH))
    step = length / pieces
    sway = math.copysign(min(_WANDER, abs(step) / 20), step)
    return f"c{_n(step / 3)} {_n(-sway)} {_n(step * 2 / 3)} {_n(sway)} {_n(step)} 0" * pieces


def _fallen(length: float) -> str:
    """A fall that wanders as those beside it do: the strands of one source stay parallel, however long they are."""
    third = _FALL / 3
    wave = f"c{_n(-_SWAY)} {_n(third)} {_n(_SWAY)} {_n(third * 2)} 0 {_n(_FALL)}"
    return wave * int(length / _FALL)


def _n(number: float) -> str:
    """A coordinate to a tenth of a unit, as short as it can be."""
    return f"{number:.1f}".removesuffix(".0")


def _m(x: float, y: float) -> str:
    return f"M{_n(x)} {_n(y)}"


def _c(*numbers: float) -> str:
    return "C" + " ".join(map(_n, numbers))
