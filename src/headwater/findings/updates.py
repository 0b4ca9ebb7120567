"""Tolls that rose: an earlier number that a later report has overtaken. An update is no conflict and no error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.events import EFFECTS
from headwater.text.instants import is_later, order_of
from headwater.types import Figure, FigureValue, Span

__all__ = ["updates"]

_TOLLS: Final = frozenset(EFFECTS.values())


def updates(figures: Sequence[Figure]) -> tuple[tuple[Span, Span], ...]:
    """The numbers of tolls that a surely later report puts higher: each with the number that overtook it, the latest.

    Only numbers that exclude each other count: "at least 10" and a later 12 say the same.
    """
    found = []
    for figure in figures:
        firm = [value for value in figure.values if not value.weak] if figure.role in _TOLLS else []
        for value in firm:
            later = [one for one in firm if _overtakes(one, value)]
            if later:
                latest = max(later, key=lambda one: (order_of(one.as_of), one.quantity.low, one.quantity.span))
                found.append((value.quantity.span, latest.quantity.span))
    return tuple(found)


def _overtakes(one: FigureValue, other: FigureValue) -> bool:
    return other.quantity.high < one.quantity.low and is_later(one.as_of, other.as_of)
