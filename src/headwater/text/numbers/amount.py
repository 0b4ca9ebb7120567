"""What the readers of numbers hand on: an amount, as yet without the noun that it counts."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["INFINITY", "Amount"]

INFINITY: Final = float("inf")


class Amount(NamedTuple):
    """Pieces `first` to `end`, exclusive, with what they state. `stated` is None where only an interval is given.

    `kind`: "" a number, "vague" ("dozens"), "fraction", "ordinal", "between" (a range), "score" (a range with a mark
    between two digits, until a unit shows that it is one), "no" (nothing of it).
    `unit`: the unit where it was read with the number ("$5", "six feet two", "twice"), else ''.
    """

    first: int
    end: int
    low: float
    high: float
    stated: float | None
    kind: str = ""
    unit: str = ""

    @classmethod
    def exact(cls, first: int, end: int, value: float, kind: str = "", unit: str = "") -> Amount:
        """An amount that is one number."""
        number = float(value)
        return cls(first, end, number, number, number, kind, unit)
