"""A time axis: ISO days and instants to places on a line, with ticks at hours, days, months or years.

The scale is linear but where nothing happens for long: a gap that would take more than `_MOST` of the axis is cut to
that, and the axis says so there. Hours count in UTC, a day stands at its beginning.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.text.day_words import said_day
from headwater.text.instants import order_of

__all__ = ["Axis", "Cut", "Tick", "axis_of", "hour_of"]

_MOST: Final = 0.4  # of the axis that one gap may take
_LEAST_CUT: Final = 36.0  # hours from which a gap may be cut
_LETTER: Final = 6.4  # the picture's units that a letter of a tick takes
_DAY: Final = 24.0
_STEPS: Final = (0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 12.0)  # hours between ticks
_DAYS: Final = (1, 2, 7)
_TICKS: Final = 24  # more would never find room

_Knots = Sequence[tuple[float, float]]
_Said = Callable[[datetime.datetime, datetime.datetime | None], tuple[str, bool]]


class Tick(Struct, frozen=True):
    """A mark of the axis: where, and what is written to the right of it. `strong` where a day (or a year) begins."""

    x: float
    label: str
    strong: bool
    hour: bool  # an hour of the day, below the days


class Cut(Struct, frozen=True):
    """Where the axis leaves time out, and how much in words."""

    x: float
    label: str


class Axis(Struct, frozen=True):
    """Places of hours (since 1970, UTC) on a line. `knots` are (hour, x) in order; between them the scale is linear."""

    knots: tuple[tuple[float, float], ...]
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    hourly: bool  # the ticks name hours, so a reader must know whose

    def x(self, hour: float) -> float:
        """Where an hour stands; hours beyond an end stand at it."""
        return _between(self.knots, hour)


def hour_of(iso: str) -> float | None:
    """Hours since 1970 of an ISO day (its beginning) or instant; None for no time or what is not ISO 8601."""
    try:
        return order_of(iso).timestamp() / 3600 if iso else None
    except (ValueError, OverflowError):
        return None


def axis_of(hours: Iterable[float], left: float, right: float) -> Axis | None:
    """The axis from `left` to `right` that shows all of `hours`, None for no hours."""
    ordered = sorted(set(hours))
    if not ordered:
        return None
    lengths = _lengths([after - before for before, after in itertools.pairwise(ordered)])
    scale = (right - left) / (math.fsum(length for length, _ in lengths) or 1.0)
    knots, cuts, gone = [(ordered[0], left)], [], []
    for (before, after), (length, cut) in zip(itertools.pairwise(ordered), lengths, strict=True):
        x = knots[-1][1]
        if cut:
            cuts.append(Cut(round(x + length * scale / 2, 1), _long(after - before)))
            gone.append((before, after))
        knots.append((after, x + length * scale))
    ticks, hourly = _ticks(knots, gone)
    return Axis(tuple(knots), ticks, tuple(cuts), hourly)


def _lengths(gaps: Sequence[float]) -> list[tuple[float, bool]]:
    """How long each gap is drawn, in hours, and whether it was cut."""
    lengths = [(gap, False) for gap in gaps]
    for _ in gaps:
        total = math.fsum(length for length, _ in lengths)
        longest = max(range(len(lengths)), key=lambda place: lengths[place][0])
        others = total - lengths[longest][0]
        if len(lengths) < 2 or lengths[longest][0] <= max(_MOST * total * 1.01, _LEAST_CUT):
            break
        lengths[longest] = (max(others * _MOST / (1 - _MOST), 1.0), True)
    return lengths


def _between(knots: _Knots, hour: float) -> float:
    if hour <= knots[0][0]:
        return knots[0][1]
    for (before, left), (after, right) in itertools.pairwise(knots):
        if hour <= after:
            return left + (right - left) * (hour - before) / (after - before)
    return knots[-1][1]


def _long(hours: float) -> str:
    days = round(hours / _DAY)
    if days >= 730:
        return f"{days // 365} years"
    return f"{round(days / 30.4)} months" if days >= 61 else f"{days} days"


def _ticks(knots: _Knots, gone: Sequence[tuple[float, float]]) -> tuple[tuple[Tick, ...], bool]:
    """The ticks of the finest step whose labels do not meet, and whether they name hours."""
    first, last = knots[0][0], knots[-1][0]
    for marks, said in _scales(first, last):
        kept = [mark for mark in marks if not any(before < mark < after for before, after in gone)]
        hours = [_hour(mark, knots) for mark in kept] if said is None else []
        midnights = [mark for mark in kept if mark % _DAY == 0]
        days = _begun(midnights if said is None else kept, knots, said or _midnight_said)
        if (hours or said is not None) and _are_apart(hours) and _are_apart(days):
            return (*days, *hours), bool(hours)
    return tuple(_sparse(knots)), False


def _sparse(knots: _Knots) -> Iterator[Tick]:
    """Where no step fits: the days of the times themselves, as many as find room."""
    last: Tick | None = None
    before: datetime.datetime | None = None
    for hour, x in knots:
        time = _time(hour)
        tick = Tick(round(x, 1), *_midnight_said(time, before), False)
        if last is None or (tick.x - last.x >= _room(last) and before and time.date() != before.date()):
            yield tick
            last, before = tick, time


def _hour(mark: float, knots: _Knots) -> Tick:
    return Tick(round(_between(knots, mark), 1), f"{_time(mark):%H:%M}", False, True)


def _begun(marks: Sequence[float], knots: _Knots, said: _Said) -> list[Tick]:
    """Where the axis begins and at each mark what changed since the tick before; the beginning gives way to a mark."""
    times = [knots[0][0], *marks]
    ticks = _labelled(times, knots, said)
    if len(ticks) > 1 and not _are_apart(ticks[:2]):
        return _labelled(times[1:], knots, said)
    return ticks


def _labelled(hours: Sequence[float], knots: _Knots, said: _Said) -> list[Tick]:
    times = [_time(hour) for hour in hours]
    befores = [None, *times]
    return [
        Tick(round(_between(knots, hour), 1), *said(time, before), False)
        for hour, time, before in zip(hours, times, befores, strict=False)
    ]


def _are_apart(ticks: Sequence[Tick]) -> bool:
    return all(other.x - one.x >= _room(one) for one, other in itertools.pairwise(ticks))


def _room(tick: Tick) -> float:
    """How far a tick's label reaches to the right of it, with some air."""
    return _LETTER * len(tick.label) + 12


def _scales(first: float, last: float) -> Iterator[tuple[list[float], _Said | None]]:
    """The hours of ticks behind the first, the finest step first, and how they are said, None for hours of a day."""
    for step in (*_STEPS, *(_DAY * days for days in _DAYS)):
        if (last - first) / step <= _TICKS:
            least = math.floor(first / step) + 1
            marks = [count * step for count in range(least, math.floor(last / step) + 1)]
            yield marks, None if step < _DAY else _day_said
    begin, end = _time(first), _time(last)
    months = range(begin.year * 12 + begin.month, end.year * 12 + end.month)
    for stride in (1, 3, 6):
        if len(months) / stride <= _TICKS:
            yield [_hour_at(month // 12, month % 12 + 1) for month in months if month % stride == 0], _month_said
    for years in (1, 5, 25, 100, 500):
        yield [_hour_at(year) for year in range(begin.year + 1, end.year + 1) if year % years == 0], _year_said


def _time(hour: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(hour * 3600, datetime.UTC)


def _hour_at(year: int, month: int = 1) -> float:
    return datetime.datetime(year, month, 1, tzinfo=datetime.UTC).timestamp() / 3600


def _day_said(time: datetime.datetime, before: datetime.datetime | None) -> tuple[str, bool]:
    said = said_day(time.date().isoformat())
    if before is None or before.year != time.year:
        return said, True
    return (str(time.day), False) if before.month == time.month else (said.rpartition(" ")[0], True)


def _midnight_said(time: datetime.datetime, before: datetime.datetime | None) -> tuple[str, bool]:
    said = said_day(time.date().isoformat())
    return (said if before is None or before.year != time.year else said.rpartition(" ")[0]), True


def _month_said(time: datetime.datetime, before: datetime.datetime | None) -> tuple[str, bool]:
    if before is None:
        return _day_said(time, None)
    month = said_day(time.date().isoformat()).split(" ")[1]
    return (month, False) if before.year == time.year else (f"{month} {time.year}", True)


def _year_said(time: datetime.datetime, before: datetime.datetime | None) -> tuple[str, bool]:
    return _day_said(time, None) if before is None else (str(time.year), True)
