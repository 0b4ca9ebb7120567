"""Shares of a whole: "two-thirds", "half", "three quarters", "one in four"; and parts of a scale, "half a million"."""

from __future__ import annotations

import re
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import measure
from headwater.text.numerals import ORDINALS, SCALES, SMALL, read_number

__all__ = ["GLYPHS", "NAMED_PARTS", "part_of_one", "read_part_of_scale", "read_share"]

NAMED_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "tenth": 10} | {
    word: value for word, value in ORDINALS.items() if 3 <= value <= 20
}
GLYPHS: Final = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_FRACTION: Final = re.compile(r"(\d{1,3})[/⁄](\d{1,3})")
_BELOW: Final = frozenset((*range(2, 11), 12, 16, 20, 32, 64, 100))  # "9/11" is a day, not a share
_ROUND: Final = frozenset((*range(2, 11), 20, 50, 100, 1000))  # "nine out of 10" is a share, "73 out of 329" a count
_SIDES: Final = frozenset(("first", "second", "latter", "other", "top", "bottom", "better", "opening", "final"))
_PART_STARTS: Final = frozenset(("half", "quarter", "a", "an", "one", "two", "three", "four"))
_MOST: Final = 100  # "12 in 5,000 boats" are a count
_CHANCES: Final = frozenset((1e3, 1e4, 1e5, 1e6))


def part_of_one(text: str) -> float | None:
    """The value of a fraction below one in digits or as a glyph: "3/4", "½"; None if it is none."""
    match = _FRACTION.fullmatch(text)
    if match is None:
        return GLYPHS.get(text)
    above, below = int(match[1]), int(match[2])
    return above / below if 0 < above < below and below in _BELOW else None


def read_share(pieces: Pieces, index: int) -> Amount | None:
    """Shares: "two-thirds", "half", "a third of", "three quarters of", "3/4", "one in four", "nine out of 10"."""
    text = pieces.text(index)
    if (part := part_of_one(text)) is not None:
        return Amount.exact(index, index + 1, part, "fraction")
    if text == "half":
        bare = pieces.text(index + 1) == "-" or pieces.text(index - 1) in _SIDES
        return None if bare or _dozen(pieces, index) else Amount.exact(index, index + 1, 0.5, "fraction")
    if text not in SMALL and text not in ("a", "an") and not text[0].isdigit():
        return None
    if text in ("a", "an", "one") and pieces.text(index + 1) in NAMED_PARTS and pieces.text(index + 2) == "of":
        return Amount.exact(index, index + 2, 1 / NAMED_PARTS[pieces.text(index + 1)], "fraction")
    return _named_parts(pieces, index) or _one_in(pieces, index) or _kind_in(pieces, index)


def read_part_of_scale(pieces: Pieces, index: int) -> Amount | None:
    """A part of a scale or measure is a number, no share: "half a million", "a quarter million", "half a mile"."""
    text = pieces.text(index)
    if text not in _PART_STARTS and not ("/" in text or text in GLYPHS or pieces.text(index + 1) == "-"):
        return None
    share = read_share(pieces, index) or _quarter(pieces, index)
    if share is None or share.stated is None:
        return None
    place = share.end + (pieces.text(share.end) in ("of", "-"))
    single = pieces.text(place) in ("a", "an", "one")
    place += single
    place += pieces.text(place) == "-"
    word = pieces.text(place)
    if word in SCALES:
        return Amount.exact(index, place + 1, share.stated * SCALES[word])
    measured = single and (word == "percentage" or measure(word))
    return Amount.exact(index, place, share.stated) if measured else None


def _dozen(pieces: Pieces, index: int) -> bool:
    """Whether "half" begins "half a dozen"."""
    return "dozen" in pieces.texts[index + 1 : index + 5] and read_number(pieces.texts, index) is not None


def _quarter(pieces: Pieces, index: int) -> Amount | None:
    """A bare "quarter", "half-" or "three quarters": a share only before a scale."""
    if pieces.text(index) == "half":
        return Amount.exact(index, index + 1, 0.5, "fraction")
    place = index + (pieces.text(index) in ("a", "three"))
    value = {"quarter": 0.25, "quarters": 0.75}.get(pieces.text(place))
    if value is None or (value == 0.75) != (pieces.text(index) == "three"):
        return None
    return Amount.exact(index, place + 1, value, "fraction")


def _named_parts(pieces: Pieces, index: int) -> Amount | None:
    above = SMALL.get(pieces.text(index), 0)
    place = index + 2 if pieces.text(index + 1) == "-" else index + 1
    word = pieces.text(place)
    below = NAMED_PARTS.get(word if above == 1 else word.removesuffix("s"), 0)
    plural_fits = (above == 1 and place == index + 2) or (above > 1 and word.endswith("s"))
    tied = place == index + 2 or pieces.text(place + 1) == "of"  # "three quarters" alone are nine months
    if not above or above >= below or not plural_fits or not tied:
        return None
    return Amount.exact(index, place + 1, above / below, "fraction")


def _one_in(pieces: Pieces, index: int) -> Amount | None:
    above = read_number(pieces.texts, index)
    if above is None:
        return None
    value, middle = above
    joint = 1 if pieces.text(middle) == "in" else 2 if pieces.texts[middle : middle + 2] == ("out", "of") else 0
    joint += bool(joint) and pieces.text(middle + joint) == "every"
    below = read_number(pieces.texts, middle + joint) if joint and middle + joint < len(pieces.texts) else None
    if below is None or not 0 < value < below[0]:
        return None
    fits = below[0] in _ROUND if pieces.text(middle) == "out" else below[0] <= _MOST or below[0] in _CHANCES
    return Amount.exact(index, below[1], value / below[0], "fraction") if fits else None


def _kind_in(pieces: Pieces, index: int) -> Amount | None:
    """A share with its noun inside: "one person in three"."""
    above, noun = read_number(pieces.texts, index), pieces.token(index + 1)
    if above is None or above[1] != index + 1 or noun is None or noun.pos != "NOUN" or pieces.text(index + 2) != "in":
        return None
    below = read_number(pieces.texts, index + 3) if index + 3 < len(pieces.texts) else None
    if below is None or not 0 < above[0] < below[0] or below[0] not in _ROUND or measure(pieces.text(index + 1)):
        return None
    after = pieces.token(below[1])
    counts = after is not None and after.tag.startswith(("NN", "JJ", "CD"))
    return None if counts else Amount.exact(index, below[1], above[0] / below[0], "fraction", noun.lemma)
