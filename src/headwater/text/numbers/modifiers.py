"""How words around an amount widen it: "at least", "nearly", "or so". The package tells the conventions."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from headwater.text.numbers.amount import INFINITY, Amount
from headwater.text.numbers.pieces import Pieces

__all__ = ["Hedge", "hedge_after", "hedge_before", "widen"]

_TOLERANCE: Final = 0.15  # of the number: "about 20" and "nearly 20" reach as far as 17
_SHARE_ROUNDING: Final = 0.005  # a share named by itself is rounded to whole percents
_SHARE_TOLERANCE: Final = 0.05  # of the whole: "about two-thirds" is .617 to .717

_BEFORE: Final[dict[tuple[str, ...], str]] = {
    ("at", "least"): "at least",
    ("no", "fewer", "than"): "at least",
    ("no", "less", "than"): "at least",
    ("not", "less", "than"): "at least",
    ("a", "minimum", "of"): "at least",
    ("upwards", "of"): "at least",
    ("upward", "of"): "at least",
    ("more", "than"): "more than",
    ("greater", "than"): "more than",
    ("older", "than"): "more than",
    ("higher", "than"): "more than",
    ("longer", "than"): "more than",
    ("bigger", "than"): "more than",
    ("larger", "than"): "more than",
    ("in", "excess", "of"): "more than",
    ("north", "of"): "more than",
    ("well", "above"): "more than",
    ("just", "over"): "more than",
    ("surpassing",): "more than",
    ("well", "over"): "more than",
    ("over",): "more than",
    ("above",): "more than",
    ("exceeding",): "more than",
    ("less", "than"): "less than",
    ("fewer", "than"): "less than",
    ("younger", "than"): "less than",
    ("lower", "than"): "less than",
    ("shorter", "than"): "less than",
    ("smaller", "than"): "less than",
    ("under",): "less than",
    ("below",): "less than",
    ("at", "most"): "at most",
    ("no", "more", "than"): "at most",
    ("not", "more", "than"): "at most",
    ("a", "maximum"): "at most",
    ("not", "exceeding"): "at most",
    ("a", "maximum", "of"): "at most",
    ("up", "to"): "up to",
    ("as", "many", "as"): "up to",
    ("as", "much", "as"): "up to",
    ("as", "high", "as"): "up to",
    ("as", "few", "as"): "at least",
    ("as", "little", "as"): "at least",
    ("nearly",): "nearly",
    ("almost",): "nearly",
    ("close", "to"): "nearly",
    ("just", "under"): "nearly",
    ("just", "below"): "nearly",
    ("practically",): "nearly",
    ("virtually",): "nearly",
    ("approaching",): "nearly",
    ("about",): "about",
    ("around",): "about",
    ("approximately",): "about",
    ("roughly",): "about",
    ("some",): "about",
    ("circa",): "about",
    ("approx.",): "about",
    ("approx",): "about",
    ("in", "the", "region", "of"): "about",
    ("~",): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("exactly",): "exactly",
    ("only",): "",
    ("just",): "",
    ("another",): "",
    ("additional",): "",
}
_AFTER: Final[dict[tuple[str, ...], str]] = {
    ("or", "more"): "at least",
    ("or", "so"): "about",
    ("or", "fewer"): "at most",
    ("or", "less"): "at most",
    ("or", "over"): "at least",
    ("and", "over"): "at least",
    ("and", "above"): "at least",
    ("or", "above"): "at least",
    ("and", "older"): "at least",
    ("or", "older"): "at least",
    ("or", "under"): "at most",
    ("and", "under"): "at most",
    ("or", "younger"): "at most",
    ("and", "younger"): "at most",
    ("or", "thereabouts"): "about",
    ("-", "odd"): "about",
    ("-", "some"): "about",
    ("+",): "at least",
    ("-", "plus"): "at least",
}
_MOTION: Final = frozenset(("over", "above", "under", "below", "around"))


class Hedge(NamedTuple):
    """What widens an amount, and the piece where it begins (before the amount) or ends (after it)."""

    name: str
    edge: int


def hedge_before(pieces: Pieces, first: int) -> Hedge:
    """The hedge that ends before the piece `first`: "more than", "up to". The name is '' if there is none."""
    name, start = "", first
    while (found := _phrase_before(pieces, start)) is not None:
        start = found.edge
        name = name or found.name
    return Hedge(name, start if name else first)


def _phrase_before(pieces: Pieces, first: int) -> Hedge | None:
    for length in (4, 3, 2, 1):
        words = pieces.texts[max(0, first - length) : first]
        if words in _BEFORE and len(words) == length and not _of_place(pieces, words, first - length):
            return Hedge(_BEFORE[words], first - length)
    return None


def _of_place(pieces: Pieces, words: tuple[str, ...], index: int) -> bool:
    """Whether "over", "under", "around" speak of place: "crossed over 12 bridges" keeps its preposition."""
    token = pieces.token(index)
    return words[0] in _MOTION and token is not None and token.dep == "prt"


def hedge_after(pieces: Pieces, end: int) -> Hedge:
    """The hedge that begins at the piece `end`: "or more", "or so", "+"."""
    for length in (2, 1):
        words = pieces.texts[end : end + length]
        if words in _AFTER and not (words[0] == "and" and _starts_anew(pieces, end + length)):
            return Hedge(_AFTER[words], end + len(words))
    return Hedge("", end)


def _starts_anew(pieces: Pieces, index: int) -> bool:
    """Whether the next number begins here, so that "and over" is its hedge: "hurt 5 and over 10 fled"."""
    token = pieces.token(index)
    return token is not None and token.pos == "NUM"


def widen(amount: Amount, name: str, *, counted: bool) -> tuple[float, float]:
    """The closed interval of admissible values. `counted`: whole ones, so that strict bounds move by one."""
    share = amount.kind == "fraction"
    low, high = _widened(amount, name, step=float(counted and not share), share=share)
    if share:
        return max(0.0, low), min(1.0, high)
    if not counted:
        return low, high
    ceiling = high if math.isinf(high) else math.floor(high)
    return min(low if math.isinf(low) else math.ceil(low), ceiling), ceiling  # "nearly two" is one


def _widened(amount: Amount, name: str, *, step: float, share: bool) -> tuple[float, float]:
    low, high = amount.low, amount.high
    slack = _SHARE_TOLERANCE if share else abs(high) * _TOLERANCE
    around = slack if low == high else 0.0  # "about 40 to 50" has said how wide it is
    floor = 0.0 if high > 0 else -INFINITY
    intervals = {
        "at least": (low, INFINITY),
        "more than": (low + (step if low == high else 0), INFINITY),
        "less than": (floor, high - step),
        "at most": (floor, high),
        "up to": (min(step, high), high),
        "nearly": (low - slack, high - (step if low == high else 0)),
        "about": (low - around, high + around),
    }
    rounding = min(_SHARE_ROUNDING, low / 2)  # "one in 100,000" was not rounded to percents
    plain = (low - rounding, high + rounding) if share else (low, high)
    return intervals.get(name, plain)
