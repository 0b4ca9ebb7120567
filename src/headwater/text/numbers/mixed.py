"""Measures told in two units, as one number of the larger: "six feet two inches", "two hours 30 minutes"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import measure

__all__ = ["read_height", "with_smaller"]

Reader = Callable[[Pieces, int], Amount | None]

_SMALLER: Final = {
    "foot": ("inch", 12),
    "lb": ("ounce", 16),
    "m": ("cm", 100),
    "km": ("m", 1000),
    "kg": ("g", 1000),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "year": ("month", 12),
    "degree": ("minute", 60),
}
_UNSAID: Final = frozenset(("foot", "m"))  # "five-foot-ten", "1m 82"
_INCHES: Final = frozenset(("in", "in.", '"', "''", "″", "”"))
_HEIGHT: Final = re.compile(r"([3-8])['’′](\d{1,2})")


def with_smaller(pieces: Pieces, amount: Amount, number: Reader) -> Amount:
    """The amount with the smaller unit that follows its own: 6 feet 2 inches are 6.17 feet; else as it is."""
    if amount.kind or amount.unit or amount.stated is None or not amount.stated.is_integer():
        return amount
    place = amount.end + (pieces.text(amount.end) == "-")
    large = measure(pieces.text(place))
    if large not in _SMALLER:
        return amount
    hyphen = pieces.text(place + 1) == "-" and pieces.touching(place)
    second = place + 1 + (pieces.text(place + 1) in ("and", ",") or hyphen)
    small = number(pieces, second) if second < len(pieces.texts) and pieces.text(second) not in ("-", "minus") else None
    if small is None or small.stated is None or small.unit:
        return amount
    unit, many = _SMALLER[large]
    end = _end_of_small(pieces, small, unit, unsaid=large in _UNSAID and hyphen)
    if not end or not 0 <= small.stated < many:
        return amount
    return Amount.exact(amount.first, end, amount.stated + small.stated / many, unit=large)


def _end_of_small(pieces: Pieces, small: Amount, unit: str, *, unsaid: bool) -> int:
    """The piece after the smaller unit, 0 if it does not follow."""
    text = pieces.text(small.end)
    place = small.end + (text == "-")
    if measure(pieces.text(place)) == unit or (unit == "inch" and text in _INCHES):
        return place + 1
    return small.end if unsaid else 0


def read_height(pieces: Pieces, index: int) -> Amount | None:
    """A height in marks: 6'2"."""
    match = _HEIGHT.fullmatch(pieces.text(index))
    if match is None or int(match[2]) >= 12:
        return None
    closed = pieces.text(index + 1) in _INCHES and pieces.touching(index)
    return Amount.exact(index, index + 1 + closed, int(match[1]) + int(match[2]) / 12, unit="foot") if closed else None
