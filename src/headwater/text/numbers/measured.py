"""The currency, percentage or measure that follows an amount: "euros", "percent", "square miles", "degrees Celsius"."""

from __future__ import annotations

from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.currencies import coin_at
from headwater.text.numbers.money import opens_sum
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.unit import Unit
from headwater.text.numbers.units import measure, squared

__all__ = ["is_sum", "measured_unit"]

_PERCENT: Final = frozenset(("%", "percent", "percentage", "pct"))
_DEGREE_LETTERS: Final = {"c": "°C", "f": "°F", "c.": "°C", "f.": "°F", "k": "K"}
_PAIRS: Final = {
    ("light", "year"): "light year",
    ("basis", "point"): "basis point",
    ("kilowatt", "hour"): "kWh",
    ("megawatt", "hour"): "MWh",
    ("gigawatt", "hour"): "GWh",
    ("terawatt", "hour"): "TWh",
    ("watt", "hour"): "Wh",
}
_GLUED_ONLY_WORDS: Final = "s h l v w k"
_GLUED_ONLY: Final = frozenset(_GLUED_ONLY_WORDS.split())  # after a space these letters are names or marks
_LETTERS: Final = frozenset(("m", "g", "t"))
_PERSONS: Final = frozenset(("people", "men", "women", "children", "dollars", "pounds", "euros"))
_SMALLEST_WON: Final = 100  # "two won" tells of winners

_NEAR: Final = 10  # words to either side in which money shows
_CLOSE: Final = 6  # and weight
_MONEY_WORDS: Final = (
    "pay cost fine earn spend owe bet donate invest sell buy borrow lend raise worth price debt fee budget salary "
    "wage bill tax fund deal profit loss revenue bonus prize reward ransom compensation damages pension rent loan "
    "grant cash money sum charge claim steal fraud bribe award saving cut income turnover penny pence sterling "
    "quid cheque benefit bank value investment spending afford premium subsidy cap funding mortgage wager payout "
    "settlement"
)
_MONEY: Final = frozenset(_MONEY_WORDS.split())
_WEIGHT_WORDS: Final = (
    "weigh weight heavy lift ounce tonne ton kilogram kilo kg bomb warhead explosive thrust pressure carry gain slim "
    "pack load luggage meat flour rice fish cocaine marijuana heroin potato sugar body overweight shed"
)
_WEIGHT: Final = frozenset(_WEIGHT_WORDS.split())


def measured_unit(pieces: Pieces, amount: Amount) -> Unit | None:
    """The unit in which the amount is measured; None if it counts things or nothing."""
    if amount.unit:
        return Unit(amount.unit, amount.end)
    if pieces.text(amount.first - 1) == "magnitude":
        return Unit("magnitude", amount.end)
    index = amount.end + (pieces.text(amount.end) == "-" and pieces.text(amount.end - 1) != "-")
    if pieces.text(index) == "of" and amount.kind == "vague":
        index += 1
    if pieces.text(index) in ("c", "f") and amount.low < 0:
        return Unit(_DEGREE_LETTERS[pieces.text(index)], index + 1)
    return _percent(pieces, index) or _money(pieces, amount, index) or _measure(pieces, index)


def is_sum(pieces: Pieces, index: int) -> bool:
    """Whether the noun at the piece `index` is of money, which tells a "500-pound fine" from a "500-pound bomb"."""
    token = pieces.token(index)
    return token is not None and token.lemma in _MONEY


def _percent(pieces: Pieces, index: int) -> Unit | None:
    word, after = pieces.text(index), pieces.text(index + 1)
    if word == "points" and _beside_percent(pieces, index):
        return Unit("percentage point", index + 1)
    if word not in _PERCENT and (word, after) != ("per", "cent"):
        return None
    end = index + 1 + (word == "per")
    point = pieces.text(end) in ("point", "points") or (pieces.text(end) == "-" and pieces.text(end + 1) == "point")
    return Unit("percentage point" if point else "percent", end + point + (point and pieces.text(end) == "-"))


def _beside_percent(pieces: Pieces, index: int) -> bool:
    """Whether "points" stands near a percentage: "fell 4 points to 51 percent"."""
    near = pieces.texts[max(0, index - _NEAR) : index + _NEAR]
    return "%" in near or "percent" in near or ("per" in near and "cent" in near)


def _money(pieces: Pieces, amount: Amount, index: int) -> Unit | None:
    word = pieces.text(index)
    if word in ("pound", "pounds") and _sterling(pieces, amount, index):
        return Unit("GBP", index + 1)
    if word == "p" and pieces.touching(index - 1):
        return Unit("penny", index + 1)
    coin = coin_at(pieces.texts, index) if not opens_sum(pieces, index) else None
    if coin is None or (word == "won" and (abs(amount.high) < _SMALLEST_WON or pieces.text(index + 1) in ("a", "the"))):
        return None
    return Unit(coin.code, coin.end)


def _sterling(pieces: Pieces, amount: Amount, index: int) -> bool:
    """Whether "pounds" are money: by the words around it; where they say nothing, millions of them are."""
    place = pieces.row[index].token
    near = pieces.tokens[max(0, place - _NEAR) : place + _NEAR]
    close = pieces.tokens[max(0, place - _CLOSE) : place + _CLOSE]
    money = any(token.lemma in _MONEY for token in near)
    if pieces.text(index + 1) == "of" or any(token.lemma in _WEIGHT for token in close):
        return money and pieces.text(index + 1) in ("in", "a")
    signed = "£" in pieces.texts[max(0, index - 4 * _NEAR) : index + 4 * _NEAR]
    return money or signed or abs(amount.high) >= 1e6


def _measure(pieces: Pieces, index: int) -> Unit | None:
    word, after = pieces.text(index), pieces.text(index + 1)
    if name := _PAIRS.get((word, after.removesuffix("s"))) or squared(word, after):
        return Unit(name, index + 2)
    glued = pieces.touching(index - 1)
    if word in ("in", "″") and glued:
        return Unit("inch", index + 1)
    if word == "<" and measure(after) and pieces.text(index + 2) == ">":
        return Unit(measure(after), index + 3)
    name = "" if word in _GLUED_ONLY and not glued else measure(word)
    if not name or (word in _LETTERS and after in _PERSONS):
        return None
    return _degrees(pieces, index) if name == "degree" else Unit(name, index + 1)


def _degrees(pieces: Pieces, index: int) -> Unit:
    """Degrees with their scale: "degrees Celsius", "° F", "degrees below zero" stay degrees."""
    after = pieces.text(index + 1)
    scale = measure(after) if measure(after) in ("°C", "°F", "K") else _DEGREE_LETTERS.get(after, "")
    return Unit(scale, index + 2) if scale else Unit("degree", index + 1)
