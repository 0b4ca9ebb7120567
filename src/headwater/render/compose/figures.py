"""Figure -> FigureView: each value with who gives it, on one scale, and the rule that made low, best and high."""

from __future__ import annotations

import math
from typing import NamedTuple

from headwater.figures.rules import point
from headwater.render.characters import one_line
from headwater.render.compose.decided import accepted_said
from headwater.render.compose.desk import Desk
from headwater.render.view import Bar, FigureRow, FigureView, NoteView, PartView
from headwater.render.words import count_and_range, number, quantity
from headwater.text.day_words import said_day, with_days_said
from headwater.types import Brief, Figure, FigurePart, FigureValue

__all__ = ["best_said", "figure_view", "figures_in_order"]


class _Scale(NamedTuple):
    """Where a figure's strip begins, and how much it spans."""

    least: float
    width: float


def figures_in_order(brief: Brief) -> list[tuple[int, Figure]]:
    """The figures with their places, those of the event that the story is about first."""
    told = brief.event.figures if brief.event is not None else ()
    return sorted(enumerate(brief.figures, 1), key=lambda each: each[1].id not in told)


def best_said(desk: Desk, figure: Figure) -> str:
    """The best value: its number, or, where all who give it are vague, the words of the first ("dozens")."""
    if figure.accepted is not None:
        return number(figure.best)
    giving = [value.quantity for value in figure.values if not value.weak and point(value.quantity) == figure.best]
    if not giving or any(one.stated is not None or one.low == one.high for one in giving):
        return number(figure.best)
    return f"“{desk.open.words(min(one.span for one in giving)).lower()}”"


def figure_view(desk: Desk, place: int, figure: Figure) -> FigureView:
    """A figure with its distribution, the `place`th of the page."""
    scale = _scale(figure)
    return FigureView(
        anchor=f"{desk.prefix}figure-{place}",
        label=one_line(figure.label.text),
        role=one_line(figure.role),
        population=one_line(figure.population),
        low=number(figure.low),
        best=best_said(desk, figure),
        high=number(figure.high),
        rule=one_line(figure.rule),
        witnesses=desk.open.of(figure.label.spans),
        rows=tuple(_row(desk, value, scale) for value in figure.values),
        parts=tuple(_part(desk, part, scale) for part in figure.parts),
        notes=tuple(NoteView(with_days_said(one_line(note.text)), desk.open.of(note.spans)) for note in figure.notes),
        accepted=accepted_said(figure.accepted),
    )


def _part(desk: Desk, part: FigurePart, scale: _Scale) -> PartView:
    return PartView(
        one_line(part.population),
        count_and_range(part.low, part.best, part.high),
        tuple(_row(desk, value, scale) for value in part.values),
    )


def _row(desk: Desk, value: FigureValue, scale: _Scale) -> FigureRow:
    return FigureRow(
        value=quantity(value.quantity),
        line=desk.naming.line(value.line),
        chain=desk.naming.chain(value.attribution),
        as_of=said_day(value.as_of) if value.as_of else "",
        copied=value.derived,
        weak=one_line(value.weak),
        overtaken=with_days_said(one_line(value.overtaken)),
        bar=_bar(value.quantity.low, value.quantity.high, scale),
        witness=desk.open.of((value.quantity.span,))[0],
    )


def _scale(figure: Figure) -> _Scale:
    """From the least to the greatest number that the values name, with room behind it for what has no end."""
    values = (*figure.values, *(value for part in figure.parts for value in part.values))
    ends = [end for value in values for end in (value.quantity.low, value.quantity.high)]
    finite = [end for end in ends if math.isfinite(end)] or [0.0]
    least, width = min(finite), (max(finite) - min(finite)) or 1.0
    return _Scale(least, width * (1.25 if math.inf in ends else 1.0))


def _bar(low: float, high: float, scale: _Scale) -> Bar:
    endless = math.isinf(high)
    return Bar((low - scale.least) / scale.width, 1.0 if endless else (high - scale.least) / scale.width, endless)
