"""Numbers as English writes them, in words, digits or both: "two hundred and five", "2,400", "3.5 million".

The readers take pieces: lower-case words, digits and hyphens, one each, as a tokenizer leaves them. They serve
both `headwater.text.dates` and `headwater.text.numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["ORDINALS", "SCALES", "SMALL", "digits_value", "read_number", "read_spoken_year"]

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split(), start=1)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    "zero": 0,
}
SCALES: Final[dict[str, float]] = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        (_FIRST + " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split(), start=1
    )
} | {"thirtieth": 30, "hundredth": 100}

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LONGEST = 15  # digits: what a float holds exactly; longer runs are codes, not numbers


def digits_value(piece: str) -> float | None:
    """The value of "2,400" or "3.5"; None if `piece` is not a number written in digits, or is a code of 16 and more."""
    if len(piece) > _LONGEST + 6 or not piece.isascii() or not _DIGITS.fullmatch(piece):
        return None
    bare = piece.replace(",", "")
    return float(bare) if len(bare) <= _LONGEST else None


def read_number(pieces: Sequence[str], start: int) -> tuple[float, int] | None:
    """Read the longest number that begins at `pieces[start]`: its value and the index after it, or None.

    "twenty", "-", "one" is 21; "a", "dozen" is 12; "two", "dozen" is 24;
    "two", "hundred", "and", "five" is 205; "3.5", "million" is 3500000.
    "two", "three" is 2: the reader stops where the words no longer form one number.
    """
    digits = digits_value(pieces[start])
    if digits is not None:
        return _dozens(pieces, *_scaled(pieces, start + 1, digits))
    if pieces[start] in SMALL:
        return _dozens(pieces, *_in_words(pieces, start))
    return next(
        (
            (value, start + len(words))
            for words, value in _PHRASES
            if tuple(pieces[start : start + len(words)]) == words
        ),
        None,
    )


_PHRASES: Final[tuple[tuple[tuple[str, ...], float], ...]] = (
    (("half", "a", "dozen"), 6.0),
    (("half", "-", "dozen"), 6.0),
    (("a", "half", "dozen"), 6.0),
    (("a", "half", "-", "dozen"), 6.0),
    (("a", "dozen"), 12.0),
    *(((article, scale), value) for article in ("a", "an") for scale, value in {**SCALES, "hundred": 100.0}.items()),
)


def _dozens(pieces: Sequence[str], value: float, index: int) -> tuple[float, int]:
    """Counts in dozens: "two dozen"."""
    return (value * 12, index + 1) if index < len(pieces) and pieces[index] == "dozen" else (value, index)


def _scaled(pieces: Sequence[str], index: int, value: float) -> tuple[float, int]:
    """Digits followed by "hundred" or a scale: "3.5 million"."""
    after = pieces[index] if index < len(pieces) else ""
    if after == "-" and index + 1 < len(pieces) and pieces[index + 1] in SCALES:
        return value * SCALES[pieces[index + 1]], index + 2
    factor = SCALES.get(after, 100.0 if after == "hundred" else 0.0)
    return (value * factor, index + 1) if factor else (value, index)


def _in_words(pieces: Sequence[str], start: int) -> tuple[float, int]:
    total, group, ceiling = 0.0, 0.0, float("inf")  # `ceiling`: scales must fall from left to right
    index = end = start
    while index < len(pieces):
        piece = pieces[index]
        if piece in SMALL and _fits(group, SMALL[piece], fresh=index == start or group == 0):
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


def _fits(group: float, value: int, *, fresh: bool) -> bool:
    """Whether a small number can follow: nothing yet, a round hundred, or tens before a unit."""
    return fresh or group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and 0 < value < 10)


def _joins(pieces: Sequence[str], index: int) -> bool:
    """Whether a hyphen or "and" stands inside one number: "twenty-one", "two hundred and five"."""
    if index + 1 >= len(pieces):
        return False
    before, after = pieces[index - 1], pieces[index + 1]
    if pieces[index] == "and":
        return (before == "hundred" or before in SCALES) and after in SMALL
    return (SMALL.get(before, 0) >= 20 and 0 < SMALL.get(after, 0) < 10) or (before in SMALL and after in SCALES)


def read_spoken_year(pieces: Sequence[str], start: int) -> tuple[int, int] | None:
    """A year read out in pairs, "nineteen ninety-six": the year and the index after it, or None."""
    century = SMALL.get(pieces[start], 0)
    if not 11 <= century <= 20 or start + 1 >= len(pieces) or SMALL.get(pieces[start + 1], 0) < 10:
        return None
    rest, end = _in_words(pieces, start + 1)
    return (century * 100 + int(rest), end) if 10 <= rest < 100 else None
