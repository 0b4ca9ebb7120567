"""Ranges: "5-7", "5 to 7 million", "two or three", "between 5% and 7%", "$5m to $7m"; scores are told from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.currencies import coin_at
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import measure
from headwater.text.numerals import SCALES

__all__ = ["opens_range", "with_range"]

Reader = Callable[[Pieces, int], Amount | None]

_NARROW: Final = 200  # what rises to more than this is no score
_WIDE: Final = 3  # times: "rose by 2 to 14" is no range, "fell by 5 to 10 percent" is
_BACK: Final = 8  # pieces before "from" in which a verb of change stands
_BESIDE: Final = 2  # or in front of a number without "from": "rose 2% to 7%", "rose by 2 to 14"
_CHANGES_WORDS: Final = (
    "rise raise increase grow fall drop decline decrease cut reduce lower jump climb soar slip slide plunge tumble "
    "shrink narrow widen swell go move shift change improve worsen revise upgrade downgrade double up down expand "
    "extend lift boost bring edge surge ease rebound recover sink dip slash gain advance rally"
)
_CHANGES: Final = frozenset(_CHANGES_WORDS.split())
_BETWEEN: Final = (("between",), ("between", "the", "ages", "of"), ("ages", "of"), ("aged", "between"))


def with_range(pieces: Pieces, amount: Amount, end_of_range: Reader) -> Amount:
    """The range that begins with `amount`, if a second amount is joined on; else the amount as it is.

    "From 5 to 7" after a verb of change ("rose from 5 to 7") are two numbers, no range.
    """
    if amount.kind or amount.stated is None:
        return amount
    middle, unit = _repeated_unit(pieces, amount)
    joint, place = pieces.text(middle), middle + 1
    allowed = ("-", "to", "or", "and") if _after_between(pieces, amount.first) else ("-", "to", "or")
    if joint not in allowed or place >= len(pieces.texts) or (joint == "or" and unit):
        return amount
    other = end_of_range(pieces, place)
    alike = bool(unit) or (other is not None and bool(amount.unit and other.unit))
    wide = other is not None and pieces.text(amount.first - 1) == "by" and other.high > _WIDE * amount.high
    if (
        other is None
        or other.stated is None
        or other.kind
        or _changes(pieces, amount.first, joint, alike=alike, wide=wide)
    ):
        return amount
    if unit and unit != _unit_at(pieces, other):
        return amount
    return _joined(pieces, amount, other, joint)


def opens_range(pieces: Pieces, first: int) -> bool:
    """Whether the piece before a range belongs to its words: "between 5 and 7", "from 5 to 7"."""
    return pieces.text(first - 1) in ("between", "from")


def _after_between(pieces: Pieces, first: int) -> bool:
    return any(pieces.texts[max(0, first - len(words)) : first] == words for words in _BETWEEN)


def _changes(pieces: Pieces, first: int, joint: str, *, alike: bool, wide: bool) -> bool:
    """Whether the numbers are where something came from and where it went: "cut from 5 to 7", "rose by 2% to 7%"."""
    if joint != "to" or not (alike or wide or pieces.text(first - 1) == "from"):
        return False
    back = _BACK if pieces.text(first - 1) == "from" else _BESIDE
    before = (pieces.token(place) for place in range(first - 1, max(-1, first - 1 - back), -1))
    return any(token is not None and token.lemma in _CHANGES for token in before)


def _repeated_unit(pieces: Pieces, amount: Amount) -> tuple[int, str]:
    """Where the joint stands, past a unit that both ends have: "5% to 7%", "10 km to 15 km"."""
    if amount.unit:
        return amount.end, ""
    unit = _unit_at(pieces, amount)
    words = 2 if pieces.texts[amount.end : amount.end + 2] == ("per", "cent") else 1
    return (amount.end + words, unit) if unit else (amount.end, "")


def _unit_at(pieces: Pieces, amount: Amount) -> str:
    """The unit in one word behind an amount."""
    if amount.unit:
        return amount.unit
    text = pieces.text(amount.end)
    if text == "per":
        return "percent" if pieces.text(amount.end + 1) == "cent" else ""
    coin = coin_at(pieces.texts[amount.end : amount.end + 1], 0)
    return coin.code if coin is not None else measure(text)


def _joined(pieces: Pieces, left: Amount, right: Amount, joint: str) -> Amount:
    low, high = left.low, right.high
    if pieces.text(right.end - 1) in SCALES and pieces.text(left.end - 1) not in SCALES and low < 1000 <= high:
        low *= SCALES[pieces.text(right.end - 1)]  # "5 to 7 million"
    elif right.unit and low < 1000 <= high and right.high >= 1e6 and pieces.texts[left.end] == joint:
        low *= _abbreviated_size(pieces, right)  # "$5-7m"
    unit = left.unit or right.unit
    bare = pieces.text(left.end) == "-" and not unit and (high < _NARROW or low > high)
    if bare and pieces.touching(left.end) and pieces.touching(left.end - 1):
        return Amount(left.first, right.end, min(low, high), max(low, high), None, "score")
    if low >= high:
        return left
    return Amount(left.first, right.end, low, high, None, "between", unit)


def _abbreviated_size(pieces: Pieces, right: Amount) -> float:
    return {"m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}.get(pieces.text(right.end - 1), 1.0)
