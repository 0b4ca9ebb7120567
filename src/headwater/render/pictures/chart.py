"""The chart of a figure: its values by when they held and by line, and what the counting rule makes of them.

A point is a value, with the letter of its line; a bar the interval that its words admit, open upwards for "at least".
Points never cover each other: what would stand in one place is moved aside. Geometry only; the table tells all of it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.figures.rules import point
from headwater.render.characters import one_line
from headwater.render.naming import Naming, hue_of
from headwater.render.pictures.axis import Axis, Tick, axis_of, hour_of
from headwater.render.words import number, quantity
from headwater.text.day_words import said_day
from headwater.types import Brief, Figure, FigureValue

__all__ = ["Bound", "Chart", "ChartPoint", "Level", "chart_of"]

_LEFT, _TOP, _FOOT = 44, 16, 40
_HEIGHT: Final = 210
_BOUNDS: Final = 112  # units at the right for low, best and high
_APART: Final = 24.0  # units that the middles of two points stand apart at least, so that each can be hit
_LEAST: Final = 2  # values from which a chart shows more than a table
_LINE: Final = 15  # units that a word of low, best and high takes
_MANY: Final = 40  # values up to which points find room

_Taken = tuple[float, float, float]
"""Where a value stands: its place, and the upper and the lower end of its bar."""


class ChartPoint(Struct, frozen=True):
    """A value: its row in the table, where it stands, the ends of its interval, whose it is and how it is drawn."""

    row: int
    x: float
    y: float
    top: float
    low: float
    endless: bool
    hue: int
    letter: str
    copied: bool
    faded: bool  # overtaken, or perhaps no count
    told: str


class Level(Struct, frozen=True):
    """A number at the left edge."""

    y: float
    label: str


class Bound(Struct, frozen=True):
    """Low, best or high of the rule: where it lies, where its words stand, and the words."""

    name: str
    y: float
    said_y: float
    said: str


class Chart(Struct, frozen=True):
    """A figure's picture. `undated` is the place of what says no day, None where all do."""

    name: str
    width: int
    height: int
    right: int
    foot: int
    points: tuple[ChartPoint, ...]
    levels: tuple[Level, ...]
    ticks: tuple[Tick, ...]
    bounds: tuple[Bound, ...]
    undated: float | None
    rule: str
    told: str


def chart_of(brief: Brief, figure: Figure, name: str, width: int) -> Chart | None:
    """The chart of a figure on `width` units; None where no value has a day, or there is but one value to show."""
    hours = [hour_of(value.as_of) for value in figure.values]
    known = [hour for hour in hours if hour is not None]
    if not known or not _LEAST <= len(figure.values) <= _MANY:
        return None
    right = width - _BOUNDS
    begin = _LEFT + 20 + 3 * _APART * (len(known) < len(hours))
    axis = axis_of(known, begin, right - 20)
    scale = _scale(figure)
    return Chart(
        name=name,
        width=width,
        height=_HEIGHT,
        right=right,
        foot=_HEIGHT - _FOOT,
        points=tuple(_points(figure, hours, axis, scale, Naming(brief))),
        levels=tuple(_levels(scale)),
        ticks=axis.ticks if axis else (),
        bounds=tuple(_bounds(figure, scale)),
        undated=_LEFT + 20 if len(known) < len(hours) else None,
        rule=one_line(figure.rule),
        told=f"{one_line(figure.label.text)}: {len(figure.values)} values by the day they are as of; "
        f"low {number(figure.low)}, best {number(figure.best)}, high {number(figure.high)}",
    )


class _Scale(Struct, frozen=True):
    """Numbers to heights: linear, or logarithmic where the numbers span more than two orders."""

    least: float
    most: float
    log: bool

    def y(self, value: float) -> float:
        """The height of a number; those beyond an end stand at it."""
        share = (self._of(value) - self._of(self.least)) / (self._of(self.most) - self._of(self.least))
        return round(_HEIGHT - _FOOT - 12 - min(max(share, 0.0), 1.0) * (_HEIGHT - _FOOT - 12 - _TOP - 8), 1)

    def _of(self, value: float) -> float:
        return math.log(max(value, 1.0)) if self.log else value


def _scale(figure: Figure) -> _Scale:
    """From the least to the greatest number that a value or a bound names, with some room above."""
    ends = [end for value in figure.values for end in (value.quantity.low, value.quantity.high, point(value.quantity))]
    finite = [end for end in (*ends, figure.low, figure.best, figure.high) if math.isfinite(end)] or [0.0]
    least, most = min(finite), max(finite)
    log = least >= 0 and most > 100 * max(least, 1.0)
    if math.inf in ends:
        most = most * 1.5 if log else most + max((most - least) * 0.25, 1.0)
    return _Scale(least, most if most > least else least + 1.0, log)


def _points(
    figure: Figure, hours: Sequence[float | None], axis: Axis | None, scale: _Scale, naming: Naming
) -> Iterator[ChartPoint]:
    taken: list[_Taken] = []
    for row, (value, hour) in enumerate(zip(figure.values, hours, strict=True)):
        y = scale.y(point(value.quantity))
        top = _TOP - 4.0 if math.isinf(value.quantity.high) else scale.y(value.quantity.high)
        low = scale.y(value.quantity.low)
        x = _free(axis.x(hour) if axis and hour is not None else _LEFT + 20.0, min(top, y), max(low, y), taken)
        taken.append((x, min(top, y), max(low, y)))
        letter = naming.line(value.line)
        yield ChartPoint(
            row=row,
            x=round(x, 1),
            y=y,
            top=top,
            low=low,
            endless=math.isinf(value.quantity.high),
            hue=hue_of(letter) if letter else 0,
            letter=letter,
            copied=value.derived,
            faded=bool(value.overtaken or value.weak),
            told=_told(value, naming),
        )


def _free(x: float, top: float, low: float, taken: Sequence[_Taken]) -> float:
    """The first place at or right of `x` where neither a point nor its bar is met."""
    beside = sorted(other for other, high, deep in taken if top - _APART < deep and high < low + _APART)
    for other in beside:
        if abs(x - other) < _APART:
            x = other + _APART
    return x


def _told(value: FigureValue, naming: Naming) -> str:
    """A value in one line: how much, by whom, when, and what to remark."""
    when = f"as of {said_day(value.as_of)}" if value.as_of else "no day said"
    remarks = ("came by copying" if value.derived else "", value.overtaken, value.weak)
    by = f"line {naming.line(value.line)}, {naming.short(value.article)}"
    return "; ".join(one_line(part) for part in (f"{quantity(value.quantity)}, {by}", when, *remarks) if part)


def _levels(scale: _Scale) -> Iterator[Level]:
    """Round numbers up the left edge, as many as find room."""
    if scale.log:
        powers = range(math.floor(math.log10(max(scale.least, 1.0))), math.ceil(math.log10(scale.most)) + 1)
        yield from (Level(scale.y(10.0**power), number(10.0**power)) for power in powers if _within(10.0**power, scale))
        return
    step = _step((scale.most - scale.least) / 4)
    first = math.ceil(scale.least / step)
    for count in itertools.takewhile(lambda count: count * step <= scale.most, itertools.count(first)):
        yield Level(scale.y(count * step), number(round(count * step, 6)))


def _within(value: float, scale: _Scale) -> bool:
    return scale.least <= value <= scale.most


def _step(rough: float) -> float:
    """The round step that is not below `rough`: 1, 2 or 5 times a power of ten; of people no fractions."""
    power = 10.0 ** math.floor(math.log10(max(rough, 1e-9)))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    return step if step >= 1 or rough < 0.2 else 1.0


def _bounds(figure: Figure, scale: _Scale) -> Iterator[Bound]:
    """High, best and low from the top, their words apart from each other; equal ones are said together."""
    ends: Mapping[str, float] = {"high": figure.high, "best": figure.best, "low": figure.low}
    lowest = float(_TOP - _LINE)
    for value, group in itertools.groupby(sorted(ends.items(), key=lambda each: -each[1]), key=lambda each: each[1]):
        names = sorted((name for name, _ in group), key=lambda name: name != "best")
        y = scale.y(value)
        lowest = max(y + 4, lowest + _LINE)
        yield Bound("best" if "best" in names else names[0], y, lowest, f"{', '.join(names)} {number(value)}")
