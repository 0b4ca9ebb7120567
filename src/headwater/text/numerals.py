"""Numbers as English writes them, in words, digits or both: "two hundred and five", "2,400", "3.5 million", "5 lakh".

The readers take pieces: lower-case words, digits and hyphens, one each, as a tokenizer leaves them. They serve
both `headwater.text.dates` and `headwater.text.numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["ORDINALS", "SCALES", "SMALL", "digits_value", "read_number", "read_spoken_year", "scaled"]

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split(), start=1)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    "zero": 0,
}
SCALES: Final[dict[str, float]] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}

_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        (_FIRST + " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split(), start=1
    )
} | {"thirtieth": 30, "hundredth": 100}

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LONGEST = 15  # digits: what a float holds exactly; longer runs are codes, not numbers
_FACTORS: Final = {**SCALES, "hundred": 100.0}


def digits_value(piece: str) -> float | None:
    """The value of "2,400", "3.5" or the Indian "1,00,000"; None if `piece` is no number, or a code of 16 and more."""
    if len(piece) > _LONGEST + 6 or not piece.isascii() or not _DIGITS.fullmatch(piece):
        return None
    bare = piece.replace(",", "")
    return float(bare) if len(bare) <= _LONGEST else None


def read_number(pieces: Sequence[str], start: int) -> tuple[float, int] | None:
    """Read the longest number that begins at `pieces[start]`: its value and the index after it, or None.

    "twenty", "-", "one" is 21; "a", "dozen" is 12; "two", "dozen" is 24;
    "two", "hundred", "and", "five" is 205; "a", "hundred", "and", "five" 105;
    "3.5", "million" is 3500000; "two", "point", "five" 2.5; "1", "lakh", "crore" 1e12.
    "two", "three" is 2: the reader stops where the words no longer form one number.
    """
    piece = pieces[start]
    digits = digits_value(piece)
    if digits is not None:
        return _dozens(pieces, *scaled(pieces, digits, start + 1))
    if piece in SMALL:
        return _dozens(pieces, *_with_decimals(pieces, *_in_words(pieces, start, 0.0)))
    if piece in ("a", "an") and start + 1 < len(pieces) and pieces[start + 1] in _FACTORS:
        return _in_words(pieces, start + 1, 1.0)
    if piece not in ("a", "half"):
        return None
    return next((found for words, value in _DOZENS if (found := _phrase(pieces, start, words, value))), None)


_DOZENS: Final[tuple[tuple[tuple[str, ...], float], ...]] = (
    (("half", "a", "dozen"), 6.0),
    (("half", "-", "a", "-", "dozen"), 6.0),
    (("half", "-", "dozen"), 6.0),
    (("a", "half", "dozen"), 6.0),
    (("a", "half", "-", "dozen"), 6.0),
    (("a", "dozen"), 12.0),
)


def _phrase(pieces: Sequence[str], start: int, words: tuple[str, ...], value: float) -> tuple[float, int] | None:
    end = start + len(words)
    return (value, end) if tuple(pieces[start:end]) == words else None


def _dozens(pieces: Sequence[str], value: float, index: int) -> tuple[float, int]:
    """Counts in dozens: "two dozen"."""
    return (value * 12, index + 1) if index < len(pieces) and pieces[index] == "dozen" else (value, index)


def scaled(pieces: Sequence[str], value: float, index: int) -> tuple[float, int]:
    """A value with the "hundred" or scales that follow it at `index`: "3.5 million", "40-million", "1 lakh crore"."""
    for _ in range(2):
        place = index + (index < len(pieces) and pieces[index] == "-")
        factor = _FACTORS.get(pieces[place]) if place < len(pieces) else None
        if factor is None:
            break
        value, index = value * factor, place + 1
    return value, index


def _with_decimals(pieces: Sequence[str], value: float, index: int) -> tuple[float, int]:
    """Decimals read out, "two point five million"; else what was read."""
    if index >= len(pieces) or pieces[index] != "point":
        return value, index
    end = index + 1
    while end < len(pieces) and 0 <= SMALL.get(pieces[end], -1) < 10:
        end += 1
    digits = "".join(str(SMALL[piece]) for piece in pieces[index + 1 : end])
    return scaled(pieces, float(f"{value:.0f}.{digits}"), end) if digits else (value, index)


def _in_words(pieces: Sequence[str], start: int, group: float) -> tuple[float, int]:
    """Words to a value; `group` is 1 where an article stands for it ("a hundred"). Scales fall from left to right."""
    if pieces[start] == "zero":
        return 0.0, start + 1
    total, ceiling = 0.0, float("inf")
    index = end = start
    while index < len(pieces):
        piece = pieces[index]
        if piece in SMALL and _fits(group, SMALL[piece]):
            group += SMALL[piece]
        elif piece == "hundred" and 0 < group < 100:
            group *= 100
        elif piece in SCALES and group and SCALES[piece] < ceiling:
            ceiling = SCALES[piece]
            total, group = total + group * ceiling, 0.0
        elif piece in ("-", "and") and _joins(pieces, index):
            index += 1
            continue
        else:
            break
        index = end = index + 1
    return total + group, end


def _fits(group: float, value: int) -> bool:
    """Whether a small number can follow: nothing yet, a round hundred, or tens before a unit."""
    return value > 0 and (group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and value < 10))


def _joins(pieces: Sequence[str], index: int) -> bool:
    """Whether a hyphen or "and" stands inside one number: "twenty-one", "two hundred and five", "two-hundred"."""
    if index + 1 >= len(pieces):
        return False
    before, after = pieces[index - 1], pieces[index + 1]
    if pieces[index] == "and":
        return before in _FACTORS and after in SMALL
    return (SMALL.get(before, 0) >= 20 and 0 < SMALL.get(after, 0) < 10) or (before in SMALL and after in _FACTORS)


def read_spoken_year(pieces: Sequence[str], start: int) -> tuple[int, int] | None:
    """A year read out in pairs, "nineteen ninety-six": the year and the index after it, or None."""
    century = SMALL.get(pieces[start], 0)
    if not 11 <= century <= 20 or start + 1 >= len(pieces) or SMALL.get(pieces[start + 1], 0) < 10:
        return None
    rest, end = _in_words(pieces, start + 1, 0.0)
    return (century * 100 + int(rest), end) if 10 <= rest < 100 else None
