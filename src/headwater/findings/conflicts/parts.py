"""Numbers that differ because one counts a part of the people: attackers or not, the children alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.relations.quantities import intervals_apart
from headwater.types import FigurePart, FigureValue

__all__ = ["ATTACKER", "told_apart"]

ATTACKER: Final = "attacker"


def told_apart(low: FigureValue, high: FigureValue, parts: Sequence[FigurePart]) -> bool:
    """Whether a part that the higher number's article tells explains the lower one: it is that part, or the rest.

    Who leaves attackers out counts the rest ("15, including three of the attackers", and 12); of others the rest is
    never counted alone.
    """
    return any(_explains(low, high, part, value) for part in parts for value in _told(high, part))


def _told(high: FigureValue, part: FigurePart) -> Iterator[FigureValue]:
    return (value for value in part.values if value.article == high.article)


def _explains(low: FigureValue, high: FigureValue, part: FigurePart, told: FigureValue) -> bool:
    if part.population == low.quantity.unit and not intervals_apart(low.quantity, told.quantity):
        return True
    least, most = high.quantity.low - told.quantity.high, high.quantity.high - told.quantity.low
    return part.population == ATTACKER and least <= low.quantity.high and low.quantity.low <= most
