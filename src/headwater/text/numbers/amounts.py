"""The bare amount at a place: digits, words, fractions, "dozens", "a few", currency signs, ranges."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import CURRENCY_SYMBOLS
from headwater.text.numerals import ORDINALS, SCALES, SMALL, digits_value, read_number

__all__ = ["INFINITY", "Amount", "may_begin", "read_amount"]

INFINITY: Final = float("inf")


class Amount(NamedTuple):
    """Pieces `first` to `end`, exclusive, with what they state. `stated` is None where only an interval is given.

    `kind`: "" a number, "vague" ("dozens"), "fraction", "ordinal", "between" (a range), "score" (a range with a mark
    between two digits, until a unit shows that it is one), "no" (nothing of it). `sign` is a currency code or ''.
    """

    first: int
    end: int
    low: float
    high: float
    stated: float | None
    kind: str = ""
    sign: str = ""


_VAGUE: Final[dict[tuple[str, ...], tuple[float, float]]] = {
    ("tens", "of", "thousands"): (20_000, 99_999),
    ("hundreds", "of", "thousands"): (200_000, 999_999),
    ("tens", "of", "millions"): (20e6, 99_999_999),
    ("hundreds", "of", "millions"): (200e6, 999_999_999),
    ("a", "couple"): (2, 2),
    ("a", "few"): (2, 6),
    ("a", "handful"): (2, 6),
    ("a", "pair"): (2, 2),
    ("dozens",): (24, 99),
    ("scores",): (40, 199),
    ("hundreds",): (200, 999),
    ("thousands",): (2_000, 99_999),
    ("millions",): (2e6, 999_999_999),
    ("billions",): (2e9, 999e9),
    ("several",): (3, 9),
}
_VAGUE_STARTS: Final = frozenset(words[0] for words in _VAGUE)
_ABBREVIATED: Final = {
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "k": 1e3,
}
_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "tenth": 10} | {
    word: value for word, value in ORDINALS.items() if 3 <= value <= 20
}
_FRACTION: Final = re.compile(r"(\d{1,3})/(\d{1,3})")
_BELOW: Final = frozenset((*range(2, 11), 12, 16, 20, 32, 64, 100))  # "9/11" is a day, not a share
_GLYPHS: Final = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_ORDINAL: Final = re.compile(r"\d{1,6}(?:st|nd|rd|th)")
_PREFIXES: Final = ("c", "a", "s", "r", "us", "hk", "nz")  # of a dollar sign: "c $ 5"
_OTHERS: Final = ("half", "quarter", "a", "an", "minus", "no", "nobody")
_STARTS: Final = frozenset((*SMALL, *_VAGUE_STARTS, *ORDINALS, *_GLYPHS, *CURRENCY_SYMBOLS, *_PREFIXES, *_OTHERS))
_AFTER_ARTICLE: Final = frozenset(
    (*SCALES, *_PARTS, "$", "hundred", "dozen", "half", "couple", "few", "handful", "pair")
)


def may_begin(text: str) -> bool:
    """Whether an amount can begin with this piece: a quick look that spares the reading of most words."""
    return text in _STARTS or text[0].isdigit() or text[0] in ".-"


def read_amount(pieces: Pieces, index: int) -> Amount | None:
    """The longest amount that begins at the piece `index`, ranges included; None if none does."""
    if pieces.texts[index] in ("a", "an") and pieces.text(index + 1) not in _AFTER_ARTICLE:
        return None
    amount = _single(pieces, index)
    return None if amount is None else _with_range(pieces, amount)


def _single(pieces: Pieces, index: int) -> Amount | None:
    return (
        _money(pieces, index)
        or _part_of_scale(pieces, index)
        or _fraction(pieces, index)
        or _vague(pieces, index)
        or _ordinal(pieces, index)
        or _plain(pieces, index)
    )


def _money(pieces: Pieces, index: int) -> Amount | None:
    """A currency sign and its number: "$3.5bn", "US$ 75 million", "c $ 16.4 million"."""
    code = CURRENCY_SYMBOLS.get(pieces.text(index), "")
    joined = pieces.text(index) + pieces.text(index + 1)
    skip = 1
    if joined in CURRENCY_SYMBOLS and (pieces.touching(index) or joined in ("c$", "us$", "hk$")):
        code, skip = CURRENCY_SYMBOLS[joined], 2
    if not code or index + skip >= len(pieces.texts):
        return None
    number = _plain(pieces, index + skip, money=True)
    return None if number is None else number._replace(first=index, sign=code)


def _plain(pieces: Pieces, index: int, *, money: bool = False) -> Amount | None:
    """A number in digits or words, with a scale: "2.4 million", "twenty-one", "minus 5", "10 1/2"."""
    start = index + 1 if pieces.text(index) in ("minus", "-") else index
    if start >= len(pieces.texts) or (start > index and not _negative(pieces, index)):
        return None
    read = read_number(pieces.texts, start)
    if read is None:
        return None
    value, end = read
    value, end = _scaled(pieces, value, end, money=money)
    value, end = _and_part(pieces, value, end)
    value = -value if start > index else value
    return Amount(index, end, value, value, value)


def _negative(pieces: Pieces, index: int) -> bool:
    """Whether a minus stands at `index`: a hyphen that touches the number and nothing before it."""
    free = not pieces.touching(index - 1) and pieces.touching(index)
    return digits_value(pieces.text(index + 1)) is not None and (free or pieces.text(index) == "minus")


def _scaled(pieces: Pieces, value: float, end: int, *, money: bool) -> tuple[float, int]:
    """Abbreviated scales: "$5m", "3.5bn"; "5 m" without a currency may be metres and stays."""
    text = pieces.text(end).rstrip(".")
    if text in _ABBREVIATED and (money or text not in ("m", "b", "k") or _people_follow(pieces, end)):
        return value * _ABBREVIATED[text], end + 1
    return value, end


def _people_follow(pieces: Pieces, end: int) -> bool:
    """Whether "5m" stands before a counted noun: "5m people"."""
    after = pieces.token(end + 1)
    return pieces.touching(end - 1) and after is not None and after.tag == "NNS"


def _and_part(pieces: Pieces, value: float, end: int) -> tuple[float, int]:
    """A fraction after a whole: "10 1/2", "two and a half"."""
    if (part := _part(pieces.text(end))) is not None and value.is_integer():
        return value + part, end + 1
    if pieces.texts[end : end + 3] in (("and", "a", "half"), ("and", "one", "half")):
        return value + 0.5, end + 3
    return value, end


def _part(text: str) -> float | None:
    match = _FRACTION.fullmatch(text)
    if match is None:
        return _GLYPHS.get(text)
    above, below = int(match[1]), int(match[2])
    return above / below if 0 < above < below and below in _BELOW else None


def _fraction(pieces: Pieces, index: int) -> Amount | None:
    """Shares: "two-thirds", "half", "a third of", "three quarters", "3/4", "one in four", "nine out of 10"."""
    text = pieces.text(index)
    if (part := _part(text)) is not None:
        return Amount(index, index + 1, part, part, part, "fraction")
    if text == "half":
        return Amount(index, index + 1, 0.5, 0.5, 0.5, "fraction") if pieces.text(index + 1) != "-" else None
    if text in ("a", "an", "one") and pieces.text(index + 1) in _PARTS and _shared(pieces, index + 2):
        value = 1 / _PARTS[pieces.text(index + 1)]
        return Amount(index, index + 2, value, value, value, "fraction")
    return _named_parts(pieces, index) or _one_in(pieces, index)


def _part_of_scale(pieces: Pieces, index: int) -> Amount | None:
    """A part of a scale is a number, no share: "half a million", "a quarter million", "three quarters of a billion"."""
    share = _fraction(pieces, index) or _quarter(pieces, index)
    if share is None or share.stated is None:
        return None
    place = share.end + (pieces.text(share.end) == "of")
    place += pieces.text(place) == "a"
    if pieces.text(place) not in SCALES:
        return None
    value = share.stated * SCALES[pieces.text(place)]
    return Amount(index, place + 1, value, value, value)


def _quarter(pieces: Pieces, index: int) -> Amount | None:
    """A bare "quarter" or "a quarter": a share only before a scale."""
    place = index + (pieces.text(index) == "a")
    return Amount(index, place + 1, 0.25, 0.25, 0.25, "fraction") if pieces.text(place) == "quarter" else None


def _shared(pieces: Pieces, index: int) -> bool:
    """Whether "of" follows, which tells "a third of the town" from "a third man"."""
    return pieces.text(index) == "of"


def _named_parts(pieces: Pieces, index: int) -> Amount | None:
    above = SMALL.get(pieces.text(index), 0)
    place = index + 2 if pieces.text(index + 1) == "-" else index + 1
    word = pieces.text(place)
    below = _PARTS.get(word if above == 1 else word.removesuffix("s"), 0)
    plural_fits = (above == 1 and place == index + 2) or (above > 1 and word.endswith("s"))
    tied = place == index + 2 or _shared(pieces, place + 1)  # "three quarters" alone are nine months
    if not above or above >= below or not plural_fits or not tied:
        return None
    return Amount(index, place + 1, above / below, above / below, above / below, "fraction")


def _one_in(pieces: Pieces, index: int) -> Amount | None:
    above = read_number(pieces.texts, index)
    if above is None:
        return None
    value, middle = above
    joint = 1 if pieces.text(middle) == "in" else 2 if pieces.texts[middle : middle + 2] == ("out", "of") else 0
    below = read_number(pieces.texts, middle + joint) if joint and middle + joint < len(pieces.texts) else None
    if below is None or not 0 < value < below[0] <= 1000 or (joint == 1 and below[0] > 100):
        return None
    share = value / below[0]
    return Amount(index, below[1], share, share, share, "fraction")


def _vague(pieces: Pieces, index: int) -> Amount | None:
    """Numbers that name an order of magnitude: "dozens", "tens of thousands", "a few"."""
    if pieces.text(index) not in _VAGUE_STARTS:
        return None
    for length in (3, 2, 1):
        words = pieces.texts[index : index + length]
        if words in _VAGUE:
            low, high = _VAGUE[words]
            return Amount(index, index + len(words), low, high, low if low == high else None, "vague")
    return None


def _ordinal(pieces: Pieces, index: int) -> Amount | None:
    """Places in an order: "third", "21st"."""
    text, token = pieces.text(index), pieces.token(index)
    value = ORDINALS.get(text) or (int(text[:-2]) if _ORDINAL.fullmatch(text) else 0)
    if not value or token is None or token.tag in ("RB", "NNS") or (text == "second" and token.dep == "pobj"):
        return None
    return Amount(index, index + 1, value, value, value, "ordinal")


def _with_range(pieces: Pieces, amount: Amount) -> Amount:
    """A range, if a second amount is joined on: "5-7", "5 to 7 million", "two or three", "$50 to $60"."""
    joint, place = pieces.text(amount.end), amount.end + 1
    plain = amount.kind == "" and amount.stated is not None
    between = pieces.text(amount.first - 1) == "between"
    if not plain or place >= len(pieces.texts) or joint not in ("-", "to", "or", *(("and",) if between else ())):
        return amount
    other = _money(pieces, place) or (_plain(pieces, place) if pieces.text(place) != "-" else None)
    if other is None or other.stated is None or amount.stated is None:
        return amount
    return _joined(pieces, amount, other, joint)


def _joined(pieces: Pieces, left: Amount, right: Amount, joint: str) -> Amount:
    low, high = left.low, right.high
    if pieces.text(right.end - 1) in SCALES and pieces.text(left.end - 1) not in SCALES and low < 1000 <= high:
        low *= SCALES[pieces.text(right.end - 1)]  # "5 to 7 million"
    sign = left.sign or right.sign
    bare = joint == "-" and not sign and high < 200
    if bare and pieces.touching(left.end) and pieces.touching(left.end - 1):
        return Amount(left.first, right.end, min(low, high), max(low, high), None, "score")
    if low >= high:
        return left
    return Amount(left.first, right.end, low, high, None, "between", sign)
