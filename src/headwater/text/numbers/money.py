"""Money: a sign or code and its number, and what follows a number as its small change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.currencies import CURRENCY_SIGNS, coin_at, coin_code
from headwater.text.numbers.pieces import Pieces
from headwater.text.numerals import SCALES, read_number

__all__ = ["MONEY_STARTS", "opens_sum", "read_money", "with_change"]

Reader = Callable[[Pieces, int], Amount | None]

_APART: Final = frozenset(("c$", "us$", "hk$", "nz$"))  # also with a space between; "a $5 note" has an article
_PREFIXES: Final = frozenset(("c", "us", "hk", "nz", "a", "s", "r", "j", "z", "nt", "mex"))  # what tokenizers cut off
MONEY_STARTS: Final = _PREFIXES | CURRENCY_SIGNS.keys()
_SMALL: Final = {"cent": 100, "cents": 100, "penny": 100, "pence": 100, "pennies": 100}
_ENDS: Final = frozenset(("", ".", ",", ";", "!", "?", ")", "and", "but", "for", "to"))  # what follows loose change


def read_money(pieces: Pieces, index: int, number: Reader) -> Amount | None:
    """A currency sign or code and its number: "$3.5bn", "US$ 75 million", "c $ 16.4 million", "EUR 5m".

    `number` reads the number behind it.
    """
    code, skip = _sign(pieces, index)
    if not code or index + skip >= len(pieces.texts):
        return None
    found = number(pieces, index + skip)
    return None if found is None else found._replace(first=index, unit=code)


def _sign(pieces: Pieces, index: int) -> tuple[str, int]:
    """The currency of the sign at `index` and how many pieces it is; ('', 0) if none is."""
    text, after = pieces.text(index), pieces.text(index + 1)
    joined = text + after
    if joined in CURRENCY_SIGNS and joined.endswith("$") and (pieces.touching(index) or joined in _APART):
        return CURRENCY_SIGNS[joined], 2
    code = coin_code(text)
    if text == "rs" and after == "." and pieces.touching(index):
        return code, 2
    if after == "$" and code and text.isalpha():
        return code, 2
    return (code, 1) if code else ("", 0)


def opens_sum(pieces: Pieces, index: int) -> bool:
    """Whether the code at `index` belongs to the number that it touches: "3 USD50 cards"."""
    return pieces.touching(index) and pieces.text(index + 1)[:1].isdigit()


def with_change(pieces: Pieces, amount: Amount) -> Amount:
    """The amount with a currency's code and scale behind it, or its cents: "75 USD million", "two dollars fifty".

    Cents need their word, or stand last: "13 euros 45", but not "5 euros 20 people paid".
    """
    coin = coin_at(pieces.texts, amount.end) if not amount.unit and not opens_sum(pieces, amount.end) else None
    code, end = (coin.code, coin.end) if coin is not None else (amount.unit, amount.end)
    if not code or not code.isupper() or amount.stated is None or amount.kind:
        return amount
    if coin is not None and pieces.text(end) in SCALES:
        return Amount.exact(amount.first, end + 1, amount.stated * SCALES[pieces.text(end)], unit=code)
    if coin is None and pieces.text(end) != "and":
        return amount
    change = _change(pieces, end, whole=coin is not None)
    if change is None or not amount.stated.is_integer():
        return amount
    return Amount.exact(amount.first, change[1], amount.stated + change[0], unit=code)


def _change(pieces: Pieces, end: int, *, whole: bool) -> tuple[float, int] | None:
    """The part of a coin that is read at `end`, and the piece after it."""
    joined = pieces.text(end) == "and"
    place = end + joined
    read = read_number(pieces.texts, place) if place < len(pieces.texts) else None
    if read is None or not 0 < read[0] < 100 or not read[0].is_integer():
        return None
    value, after = read
    if pieces.text(after) in _SMALL:
        return value / 100, after + 1
    loose = whole and not joined and value >= 10 and pieces.text(after) in _ENDS
    return (value / 100, after) if loose else None
