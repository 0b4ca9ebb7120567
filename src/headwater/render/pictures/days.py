"""The days of what happened: the moments of the timeline on a thin axis, by the lines that give them.

A day is a mark, the taller the more lines give it; what may have been on any of several days lies flat along them.
Geometry only: the list tells all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.render.pictures.axis import Axis, Cut, Tick, axis_of, hour_of
from headwater.render.words import days
from headwater.types import Brief, Granularity, Moment

__all__ = ["Day", "Days", "days_of"]

_LEFT, _FOOT, _HEIGHT = 12, 44, 64
_LAST_LABEL: Final = 90  # units that the label of the last tick may take
_LINE: Final = 7  # units of height for each line that gives a moment
_TALL: Final = 30
_FLAT: Final = 3  # of what may have been on any of several days
_LEAST: Final = 2  # moments from which the picture helps
_WIDTH: Final = 5.0
_FINE: Final = (Granularity.MOMENT, Granularity.HOUR, Granularity.PART, Granularity.DAY, Granularity.WEEK)
_DAY: Final = 24.0


class Day(Struct, frozen=True):
    """A moment: its left end and width, its height, whether it is the heaviest (the event), and what it is."""

    x: float
    width: float
    height: float
    event: bool
    told: str


class Days(Struct, frozen=True):
    """The picture: its size, where its axis is, the marks, the ticks."""

    width: int
    height: int
    foot: int
    marks: tuple[Day, ...]
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]


def days_of(brief: Brief, width: int) -> Days | None:
    """The days of a brief's timeline on `width` units; None where fewer than two different ones are known as days."""
    moments = [each for each in brief.timeline if each.granularity in _FINE and hour_of(each.first) is not None]
    begins = sorted({hour_of(each.first) or 0.0 for each in moments})
    if len(begins) < _LEAST:
        return None
    axis = axis_of([*begins, begins[-1] + _DAY], _LEFT, width - _LAST_LABEL)
    if axis is None:
        return None
    return Days(width, _HEIGHT, _FOOT, tuple(_marks(moments, axis)), axis.ticks, axis.cuts)


def _marks(moments: Sequence[Moment], axis: Axis) -> Iterator[Day]:
    """The moments from the left; those of one day beside each other."""
    heaviest = max(moments, key=lambda each: (each.weight, each.lines, each.first))
    reached = float("-inf")
    for moment in sorted(moments, key=lambda each: (each.first, each.last, each.id)):
        begin, end = hour_of(moment.first) or 0.0, (hour_of(moment.last) or 0.0) + _DAY
        x, wide, height = axis.x(begin), axis.x(end) - axis.x(begin), float(_FLAT)
        if moment.first == moment.last:
            x, wide = max(x, reached + 1), _WIDTH
            reached = x + wide
            height = float(min(4 + _LINE * moment.lines, _TALL))
        said = f"{days(moment)}: {one_line(moment.what.text)}"
        yield Day(round(x, 1), round(max(wide, _WIDTH), 1), height, moment is heaviest and moment.weight > 0, said)
