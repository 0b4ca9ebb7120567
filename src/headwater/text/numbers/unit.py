"""What an amount is of: a measure, a currency, a counted noun."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Unit"]


class Unit(NamedTuple):
    """A unit's name, the piece after its last word, whether it comes in whole ones, and what it is told by ("day").

    `until` is the piece after the words of that rate, 0 without one.
    """

    name: str
    end: int
    counted: bool = False
    per: str = ""
    until: int = 0
