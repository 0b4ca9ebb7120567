"""Where the rows of the river stand: heights row by row, places from left to right by time as far as it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from headwater.render.pictures.axis import Axis, Cut, Tick, axis_of, hour_of
from headwater.render.pictures.rows import RiverRow, hours_of
from headwater.render.pictures.water import Spot
from headwater.types import Brief

__all__ = ["Placed", "placed"]

_TOP, _ROW, _GAP, _LEFT = 44, 42, 16, 56
_SHARE: Final = 0.62  # of the width in which nodes stand; the rest is room for the last label
_NARROW_SHARE: Final = 0.48
_NARROW: Final = 500
_STEP: Final = 26.0  # the least by which a copy stands right of its source
_NARROW_STEP: Final = 15.0
_DAY: Final = len("2031-03-10")
_HOURS: Final = 24.0
_UNDATED: Final = "it states no time; it stands where those it gave to or took from put it"
_BACKDATED: Final = "the time it states is before that of its source"


class Placed(Struct, frozen=True):
    """Where each row stands, and the axis above; `top` is where the first row begins.

    `doubts` are why a row stands there by something else than its time, "" where its time puts it there. `until` is
    where the day of a row ends that states no more than a day, on an axis of hours.
    """

    spots: tuple[Spot, ...]
    doubts: tuple[str, ...]
    until: tuple[int | None, ...]
    top: int
    height: int
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    hourly: bool


def placed(brief: Brief, rows: Sequence[RiverRow], width: int) -> Placed:
    """Place the rows of a river on a picture of `width` units."""
    frame = _Frame(_LEFT - 8, width * _NARROW_SHARE, _NARROW_STEP)
    if width >= _NARROW:
        frame = _Frame(_LEFT, width * _SHARE, _STEP)
    hours = hours_of(brief)
    before = frame.step * any(not row.parent and row.node not in hours for row in rows)
    axis = axis_of(hours.values(), frame.left + before, frame.right)
    times = [min((hours[node] for node in row.more or (row.node,) if node in hours), default=None) for row in rows]
    xs = _pushed(rows, [axis.x(time) if axis and time is not None else None for time in times], frame)
    squeeze = _Squeeze(frame.left, min(1.0, (frame.right - frame.left) / max(max(xs, default=0.0) - frame.left, 1.0)))
    shown = axis_of(hours.values(), squeeze.x(frame.left + before), squeeze.x(frame.right))
    ys = _heights(rows)
    return Placed(
        spots=tuple(Spot(squeeze.x(x), y) for x, y in zip(xs, ys, strict=True)),
        doubts=tuple(_doubts(rows, times)),
        until=tuple(_until(rows, brief, shown)),
        top=_TOP,
        height=max(ys, default=_TOP) + _ROW * 3 // 4,
        ticks=shown.ticks if shown else (),
        cuts=shown.cuts if shown else (),
        hourly=shown.hourly if shown else False,
    )


class _Frame(NamedTuple):
    """Where nodes may stand, and how far right of its source a copy does at least."""

    left: float
    right: float
    step: float


class _Squeeze(NamedTuple):
    """What brings places back into the frame that long chains of copies were pushed out of."""

    left: float
    scale: float

    def x(self, place: float) -> int:
        return round(self.left + (place - self.left) * self.scale)


def _doubts(rows: Sequence[RiverRow], times: Sequence[float | None]) -> Iterator[str]:
    """Why each row does not stand where its time would put it, "" where it does."""
    number = {row.node: place for place, row in enumerate(rows) if row.node}
    for row, time in zip(rows, times, strict=True):
        above = times[number[row.parent]] if row.parent else None
        late = time is not None and above is not None and time < above
        yield _UNDATED if time is None else _BACKDATED if late else ""


def _until(rows: Sequence[RiverRow], brief: Brief, axis: Axis | None) -> Iterator[int | None]:
    """Where the days end of which no hour is known."""
    days = {
        each.id: each.published.value for each in brief.articles if each.published and len(each.published.value) == _DAY
    }
    for row in rows:
        begin = hour_of(days.get(row.node, ""))
        yield round(axis.x(begin + _HOURS)) if axis and axis.hourly and begin is not None else None


def _pushed(rows: Sequence[RiverRow], wanted: Sequence[float | None], frame: _Frame) -> list[float]:
    """The places: no copy stands left of its source; what has no time stands just before what came of it."""
    number = {row.node: place for place, row in enumerate(rows) if row.node}
    first = _first_below(rows, wanted, number)
    xs: list[float] = []
    for row, want, below in zip(rows, wanted, first, strict=True):
        least = xs[number[row.parent]] + frame.step if row.parent else frame.left
        own = want if want is not None else (below - frame.step if below is not None else least)
        xs.append(max(own, least))
    return xs


def _first_below(
    rows: Sequence[RiverRow], wanted: Sequence[float | None], number: Mapping[str, int]
) -> list[float | None]:
    """The earliest place that any row below each one has, None where no time is known there."""
    found: list[float | None] = [None] * len(rows)
    for place in range(len(rows) - 1, -1, -1):
        if rows[place].parent:
            above = number[rows[place].parent]
            known = [x for x in (wanted[place], found[place], found[above]) if x is not None]
            found[above] = min(known, default=None)
    return found


def _heights(rows: Sequence[RiverRow]) -> list[int]:
    """One row below the other, with a gap between lines."""
    ys: list[int] = []
    y = _TOP
    for place, row in enumerate(rows):
        y += _GAP * (place > 0 and row.line != rows[place - 1].line)
        ys.append(y + _ROW // 2)
        y += _ROW
    return ys
