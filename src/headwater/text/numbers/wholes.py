"""The population that an amount is a part of: 329 in "73 of 329 seats", "12 percent of the 400 voters"."""

from __future__ import annotations

from typing import Final, NamedTuple

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import TIMES, measure
from headwater.text.numerals import read_number

__all__ = ["Whole", "read_whole"]

_DETERMINERS: Final = frozenset(("the", "its", "his", "her", "their", "our", "all", "some", "those", "about"))


class Whole(NamedTuple):
    """A population, and the pieces `first` to `end`, exclusive, that state it."""

    value: float
    first: int
    end: int


def read_whole(pieces: Pieces, amount: Amount, end: int, *, share: bool) -> Whole | None:
    """The population, if "of" and a number follow at `end`; it is larger than the amount, unless that is a `share`.

    Measured wholes ("two of 5 km") are none.
    """
    noun = pieces.token(end)
    end += noun is not None and noun.pos == "NOUN" and pieces.text(end + 1) == "out"  # "5 stars out of 5"
    place = end + (pieces.text(end) == "out")
    if pieces.text(place) != "of" or amount.kind in ("ordinal", "no", "score"):
        return None
    place += 1
    while pieces.text(place) in _DETERMINERS:
        place += 1
    read = read_number(pieces.texts, place) if place < len(pieces.texts) else None
    if read is None or not read[0].is_integer() or read[0] < 2:
        return None
    whole, after = read
    name = measure(pieces.text(after))
    if name and name not in TIMES:
        return None
    return Whole(whole, place, after) if share or amount.high <= whole else None
