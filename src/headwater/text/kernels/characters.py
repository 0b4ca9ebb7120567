"""What each character is to a reader of words: part of a word (and of which, folded), a mark, or what separates."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["APOSTROPHE", "COMMA", "MARK", "TABLE_END", "UNIT_BITS", "UPPER", "fold_table", "fold_units"]

MARK: Final = 1  # belongs to the character before: accents, joiners, soft hyphens
APOSTROPHE: Final = 2  # joins what stands on both sides of it: don't
COMMA: Final = 3  # joins digits: 1,200
UPPER: Final = 1 << 63  # set in the code of a capital letter
UNIT_BITS: Final = 20  # a code holds up to three folded characters of so many bits each, the first one lowest
TABLE_END: Final = 0x323B0  # no letter is assigned beyond

_APOSTROPHES: Final = "'’ʼ＇"
_UNITS: Final = 3


@functools.cache
def fold_table() -> npt.NDArray[np.uint64]:
    """The code of each code point up to `TABLE_END`; read only.

    Case, accents and width are folded as in `headwater.text.words.fold`, so that both forms of an accented letter,
    composed and decomposed, are one word. A character that would unfold to more than three stands for itself.
    """
    table = np.zeros(TABLE_END, dtype=np.uint64)
    for point, code in _codes():
        table[point] = code
    table[ord(",")] = COMMA
    for char in _APOSTROPHES:
        table[ord(char)] = APOSTROPHE
    table.setflags(write=False)
    return table


def _codes() -> Iterator[tuple[int, int]]:
    for point in range(TABLE_END):
        char = chr(point)
        if char.isalnum():
            code = functools.reduce(lambda packed, unit: packed << UNIT_BITS | unit, reversed(fold_units(char)))
            yield point, code | (UPPER if char.isupper() else 0)
        elif unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf"):
            yield point, MARK


def fold_units(char: str) -> tuple[int, ...]:
    """The code points that one letter or digit is folded to: one to three."""
    if char.isascii():
        return (ord(char.lower()),)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    units = tuple(ord(one) for one in folded if one.isalnum())
    return units if 0 < len(units) <= _UNITS else (ord(char),)
