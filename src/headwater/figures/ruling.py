"""Figures under another counting rule, from the values that they keep: no article is read again for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.figures.rules import Estimate, estimate, rule_called
from headwater.types import Cited, Figure, FigurePart, LeftOpen

__all__ = ["under"]

_OURS: Final = "majority"


def under(figures: Sequence[Figure], rule: str) -> tuple[Figure, ...]:
    """The figures with low, best and high as `rule` makes them; what a reader accepted stays best.

    The same as a brief made under that rule: analysis itself goes through here. Raises `OptionError` for a rule that
    is not known.
    """
    rule_called(rule)
    return tuple(figure if figure.rule == rule else _ruled(figure, rule) for figure in figures)


def _ruled(figure: Figure, rule: str) -> Figure:
    reported = estimate([value for value in figure.values if not value.weak], rule)
    bounds = _widened(reported, figure.left_open) if rule == _OURS else reported
    accepted = replace(figure.accepted, ruled=bounds.best) if figure.accepted else None
    return replace(
        figure,
        low=bounds.low,
        best=accepted.value if accepted else bounds.best,
        high=bounds.high,
        rule=rule,
        parts=tuple(_part(part, rule) for part in figure.parts),
        notes=tuple(_notes(reported, figure.left_open)),
        accepted=accepted,
    )


def _part(part: FigurePart, rule: str) -> FigurePart:
    bounds = estimate(part.values, rule)
    return replace(part, low=bounds.low, best=bounds.best, high=bounds.high)


def _widened(bounds: Estimate, left: LeftOpen | None) -> Estimate:
    """The bounds as wide as the articles taken together leave them."""
    if left is None:
        return bounds
    return Estimate(min(0.0, bounds.low) if left.lowered else bounds.low, bounds.best, max(bounds.high, left.together))


def _notes(bounds: Estimate, left: LeftOpen | None) -> Iterator[Cited]:
    """What is left open and why, under any rule: a reader should know it before taking one number."""
    if left and left.lowered:
        yield left.lowered
    if left and left.raised and left.together > bounds.high:
        yield left.raised
