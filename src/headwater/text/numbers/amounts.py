"""The bare amount at a place: digits, words, fractions, "dozens", money; ranges and mixed measures are joined."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from headwater.text.numbers.ages import LIFE_STARTS
from headwater.text.numbers.amount import Amount
from headwater.text.numbers.currencies import coin_code
from headwater.text.numbers.mixed import read_height, with_smaller
from headwater.text.numbers.money import MONEY_STARTS, read_money, with_change
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.ranges import with_range
from headwater.text.numbers.shares import GLYPHS, NAMED_PARTS, part_of_one, read_part_of_scale, read_share
from headwater.text.numbers.units import measure
from headwater.text.numbers.vague import VAGUE_STARTS, read_grouped, read_vague
from headwater.text.numerals import ORDINALS, SCALES, SMALL, digits_value, read_number, scaled

__all__ = ["may_begin", "read_amount"]

_ABBREVIATED: Final = {
    "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "k": 1e3, "cr": 1e7,
}  # fmt: skip
_LETTERS: Final = frozenset(("m", "b", "k"))  # metres, bytes and kelvin as well
_PREFIXED: Final = re.compile(r"([mbk])([a-z]{3})")  # "30 MUSD", as the Nordic exchanges write it
_DECIMAL_COMMA: Final = re.compile(r"(\d{1,3}),(\d{1,2})")
_ORDINAL: Final = re.compile(r"\d{1,6}(?:st|nd|rd|th)")
_OTHERS: Final = ("half", "quarter", "a", "an", "minus", "no", "not", "nobody", "none")
_STARTS: Final = frozenset((*SMALL, *LIFE_STARTS, *VAGUE_STARTS, *ORDINALS, *GLYPHS, *MONEY_STARTS, *_OTHERS))
_AFTER_ARTICLE: Final = frozenset(
    (*SCALES, *NAMED_PARTS, "$", "hundred", "dozen", "half", "couple", "few", "handful")
) | frozenset(("pair", "duo", "brace", "trio", "threesome", "quartet", "foursome", "quintet", "sextet", "score"))
_CODE_LENGTHS: Final = (3, 4)
_NO_THOUSANDS: Final = frozenset(("run", "race", "marathon", "tv", "display", "resolution", "screen", "video"))
_DEGREES: Final = frozenset(("°c", "°f", "°", "degree", "degrees", "c", "f"))
_HALVES: Final = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3, "fifth": 1 / 5, "eighth": 1 / 8, "tenth": 1 / 10}


@lru_cache(maxsize=4096)  # asked of every word, and news repeats its words
def may_begin(text: str) -> bool:
    """Whether an amount can begin with this piece: a quick look that spares the reading of most words."""
    return (
        text in _STARTS
        or text[0].isdigit()
        or text == "-"
        or (text[0] == "." and len(text) > 1)
        or (len(text) in _CODE_LENGTHS and bool(coin_code(text)))
    )


def read_amount(pieces: Pieces, index: int) -> Amount | None:
    """The longest amount that begins at the piece `index`, ranges and mixed measures included; None if none does."""
    text, after = pieces.texts[index], pieces.text(index + 1)
    if (text in ("a", "an") and after not in _AFTER_ARTICLE) or (text == "-" and digits_value(after) is None):
        return None
    amount = _single(pieces, index)
    if amount is None or amount.kind not in ("", "vague", "fraction"):
        return amount
    amount = _below_zero(pieces, with_smaller(pieces, with_change(pieces, amount), _read_plain))
    return with_range(pieces, amount, _end_of_range)


def _single(pieces: Pieces, index: int) -> Amount | None:
    return (
        read_money(pieces, index, _read_sum)
        or read_part_of_scale(pieces, index)
        or read_share(pieces, index)
        or read_vague(pieces, index)
        or read_grouped(pieces, index)
        or read_height(pieces, index)
        or _ordinal(pieces, index)
        or _read_plain(pieces, index)
    )


def _below_zero(pieces: Pieces, amount: Amount) -> Amount:
    """Degrees with their sign in words: "20 degrees below zero"."""
    if amount.stated is None or pieces.text(amount.end) not in _DEGREES:
        return amount
    scale = measure(pieces.text(amount.end + 1))
    end = amount.end + 1 + (scale in ("°C", "°F"))
    if pieces.texts[end : end + 2] != ("below", "zero"):
        return amount
    unit = scale if end > amount.end + 1 else "degree"
    return Amount.exact(amount.first, end + 2, -amount.stated, unit=unit)


def _end_of_range(pieces: Pieces, index: int) -> Amount | None:
    """The amount that may close a range: a sum of money or a plain number."""
    other = read_money(pieces, index, _read_sum) or (
        _read_plain(pieces, index) if pieces.text(index) not in ("-", "a", "an") else None
    )
    return None if other is None else with_change(pieces, other)


def _read_sum(pieces: Pieces, index: int) -> Amount | None:
    """A number of money: "5m" are millions."""
    return _plain(pieces, index, money=True)


def _read_plain(pieces: Pieces, index: int) -> Amount | None:
    """A number in digits or words, with a scale and a part: "2.4 million", "twenty-one", "minus 5", "10 1/2"."""
    return _plain(pieces, index, money=False)


def _plain(pieces: Pieces, index: int, *, money: bool) -> Amount | None:
    start = index + 1 if pieces.text(index) in ("minus", "-") else index
    if start >= len(pieces.texts):
        return None
    read = read_number(pieces.texts, start) or _with_comma(pieces, start)
    if read is None or (start > index and not _negative(pieces, index, read[1])):
        return None
    value, end = _with_part(pieces, *read)
    value, end = _abbreviated(pieces, value, end, money=money)
    value, end, code = _prefixed(pieces, value, end)
    value = -value if start > index else value
    return Amount.exact(index, end, value, unit=code)


def _with_comma(pieces: Pieces, index: int) -> tuple[float, int] | None:
    """A comma for the decimal point, where a scale or measure says that it is one: "3,5 million", "2,5 %"."""
    match = _DECIMAL_COMMA.fullmatch(pieces.text(index))
    after = pieces.text(index + 1)
    if match is None or not (after in SCALES or after in _ABBREVIATED or measure(after) or after == "per"):
        return None
    return scaled(pieces.texts, float(f"{match[1]}.{match[2]}"), index + 1)


def _negative(pieces: Pieces, index: int, end: int) -> bool:
    """Whether a minus stands at `index`: a hyphen that touches the number and nothing before it, or before degrees."""
    if digits_value(pieces.text(index + 1)) is None and pieces.text(index) == "-":
        return False
    if pieces.text(index) == "minus":
        return pieces.texts[max(0, index - 2) : index] != ("plus", "or")
    loose = not pieces.touching(index - 1)
    if pieces.touching(index):
        return loose
    return loose and pieces.text(end) in _DEGREES and digits_value(pieces.text(index - 1)) is None


def _with_part(pieces: Pieces, value: float, end: int) -> tuple[float, int]:
    """A fraction after a whole: "10 1/2", "two and a half", "two and a half million", "a million and a half"."""
    if not value.is_integer():
        return value, end
    part = part_of_one(pieces.text(end))
    if part is not None and pieces.text(end - 1) not in SCALES:
        return scaled(pieces.texts, value + part, end + 1)
    added = _and_part(pieces, end)
    if added is None:
        return value, end
    size = SCALES.get(pieces.text(end - 1))
    if size is not None:
        return value + added[0] * size, added[1]
    return scaled(pieces.texts, value + added[0], added[1])


def _and_part(pieces: Pieces, end: int) -> tuple[float, int] | None:
    """The part that "and" adds: "and a half", "-and-a-half", "and three quarters"; with the piece after it."""
    words = [(place, pieces.text(place)) for place in range(end, end + 6) if pieces.text(place) != "-"][:3]
    if len(words) < 3 or words[0][1] != "and":
        return None
    (_, _), (middle, one), (last, part) = words
    if one in ("a", "an", "one") and part in _HALVES:
        return None if pieces.text(last + 1) == "of" and part != "half" else (_HALVES[part], last + 1)
    share = read_share(pieces, middle) if one in SMALL else None
    if share is None and one == "three" and part == "quarters":
        return 0.75, last + 1
    if share is None or share.stated is None or pieces.text(share.end) == "of" or pieces.text(share.end - 1).isdigit():
        return None
    return share.stated, share.end


def _abbreviated(pieces: Pieces, value: float, end: int, *, money: bool) -> tuple[float, int]:
    """Abbreviated scales: "$5m", "3.5bn"; "5 m" without a currency may be metres and stays."""
    text = pieces.text(end).rstrip(".")
    if text in _ABBREVIATED and (money or text not in _LETTERS or _people_follow(pieces, end)):
        return value * _ABBREVIATED[text], end + 1
    return value, end


def _people_follow(pieces: Pieces, end: int) -> bool:
    """Whether "5m" stands before a counted noun or a currency: "5m people", "5m euros"; "80k" are thousands."""
    after = pieces.token(end + 1)
    if pieces.text(end) == "k":
        return pieces.touching(end - 1) and (after is None or after.lemma not in _NO_THOUSANDS)
    return pieces.touching(end - 1) and after is not None and (after.tag == "NNS" or bool(coin_code(after.lemma)))


def _prefixed(pieces: Pieces, value: float, end: int) -> tuple[float, int, str]:
    """A code with its scale before it: "30 MUSD", "120 MEUR"."""
    match = _PREFIXED.fullmatch(pieces.text(end))
    code = coin_code(match[2]) if match is not None else ""
    if match is None or not code:
        return value, end, ""
    return value * _ABBREVIATED[match[1]], end + 1, code


def _ordinal(pieces: Pieces, index: int) -> Amount | None:
    """Places in an order: "third", "21st", "twenty-first"."""
    text, token = pieces.text(index), pieces.token(index)
    if SMALL.get(text, 0) >= 20 and pieces.text(index + 1) == "-" and 0 < ORDINALS.get(pieces.text(index + 2), 0) < 10:
        return Amount.exact(index, index + 3, SMALL[text] + ORDINALS[pieces.text(index + 2)], "ordinal")
    value = ORDINALS.get(text) or (int(text[:-2]) if _ORDINAL.fullmatch(text) else 0)
    if not value or token is None or token.tag in ("RB", "NNS") or (text == "second" and token.dep == "pobj"):
        return None
    return Amount.exact(index, index + 1, value, "ordinal")
