"""Words out of UTF-8 bytes: a hash of each, folded, with its place in code points and what kind of word it is.

A word is a run of letters and digits; apostrophes between letters and commas between digits join, all else separates.
Case, accents and marks are folded away, so that composed and decomposed spellings give the same words.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.characters import APOSTROPHE, COMMA, MARK, TABLE_END, UNIT_BITS
from headwater.text.kernels.compiled import compiled

__all__ = [
    "AFTER_COLON",
    "COMMONEST",
    "FIRST_OF_LINE",
    "INITIAL",
    "LONGEST_WORD",
    "NUMBER",
    "QUOTED",
    "STATEMENT",
    "UPPERCASE",
    "WIDESPREAD",
    "mark_words",
    "read_words",
]

Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint64]
Hashes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]

# Flags of a word.
UPPERCASE: Final = 1
INITIAL: Final = 2  # first of a sentence, line or quotation, where a capital tells nothing
NUMBER: Final = 4
QUOTED: Final = 8
COMMONEST: Final = 16  # one of the fifty commonest words of English
WIDESPREAD: Final = 32  # in a run of words that many articles of the archive hold: a template, a page's chrome
STATEMENT: Final = 64  # of an official statement, post or transcript that is passed on without quotation marks

# Signs of a word: how it stands on its page.
FIRST_OF_LINE: Final = 1
AFTER_COLON: Final = 2

LONGEST_WORD: Final = 255  # code points; a longer run of letters is cut into words of this length

# The mood between words, beside INITIAL.
_IN_DOUBLE: Final = 256
_IN_SINGLE: Final = 512
_NEW_LINE: Final = 1024
_COLONED: Final = 2048
_SIGNS: Final = 10  # bits above which the mood holds the signs of the next word

_UNIT: Final = np.uint64((1 << UNIT_BITS) - 1)
_SHIFT: Final = np.uint64(UNIT_BITS)
_CODE: Final = np.uint64((1 << 63) - 1)
_TOP: Final = np.uint64(63)
_BASIS: Final = np.uint64(0xCBF29CE484222325)  # FNV-1a
_PRIME: Final = np.uint64(0x100000001B3)
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: every bit reaches the upper half

_SPACE: Final = 32
_COLON: Final = 58
_QUOTE: Final = 34  # "
_APOSTROPHE: Final = 39
_STOPS: Final = (33, 46, 63, 10, 13, 0x2026, 0x2028, 0x2029)  # ! . ? ends of lines and an ellipsis
_LINE_ENDS: Final = (10, 13, 0x2028, 0x2029)
_OPENING: Final = (0x201C, 0x201E, 0xAB)  # “ „ «
_CLOSING: Final = (0x201D, 0xBB)
_LONGEST_SINGLE: Final = 600  # bytes that a quotation in single marks has at most
_SINGLES: Final = (_APOSTROPHE, 0x2018, 0x2019)  # ' ‘ ’


@compiled
def _character(data: Bytes, at: int, stop: int) -> tuple[int, int]:
    """The code point that begins at a byte, and its length in bytes."""
    first = data[at]
    if first < 0x80:
        return int(first), 1
    if first < 0xE0:
        return ((first & 0x1F) << 6) | (data[at + 1] & 0x3F), 2
    if first < 0xF0:
        return ((first & 0x0F) << 12) | ((data[at + 1] & 0x3F) << 6) | (data[at + 2] & 0x3F), 3
    low = ((data[at + 2] & 0x3F) << 6) | (data[at + 3] & 0x3F)
    return ((first & 0x07) << 18) | ((data[at + 1] & 0x3F) << 12) | low, 4


@compiled
def _code(point: int, codes: Codes) -> np.uint64:
    return codes[point] if point < TABLE_END else np.uint64(0)


@compiled
def _joined(data: Bytes, at: int, stop: int, codes: Codes, comma: bool) -> bool:
    """Whether an apostrophe or comma that ends before byte `at` joins: a letter follows, or a digit after a comma."""
    if at >= stop:
        return False
    point, _ = _character(data, at, stop)
    return 48 <= point <= 57 if comma else bool(_code(point, codes) > COMMA)


@compiled
def _fed(value: np.uint64, code: np.uint64) -> np.uint64:
    """A hash with the folded characters of one more letter."""
    left = code & _CODE
    while left:
        value = (value ^ (left & _UNIT)) * _PRIME
        left >>= _SHIFT
    return value


@compiled
def _ascii_units(codes: Codes) -> Bytes:
    """The folded character of each byte that is a letter or digit by itself, 0 for all other bytes."""
    units = np.zeros(256, dtype=np.uint8)
    for byte in range(128):
        if codes[byte] > COMMA:
            units[byte] = codes[byte] & _UNIT
    return units


@compiled
def _letters(data: Bytes, at: int, stop: int, units: Bytes, value: np.uint64) -> tuple[int, np.uint64]:
    """Read plain letters and digits, nearly all there are; gives the byte after them and the hash."""
    while at < stop:
        unit = units[data[at]]
        if unit == 0:
            break
        value = (value ^ np.uint64(unit)) * _PRIME
        at += 1
    return at, value


@compiled
def _word(data: Bytes, at: int, stop: int, place: int, codes: Codes, units: Bytes) -> tuple[int, int, np.uint64]:
    """Read one word with the marks on its letters. Gives the byte and the code point after it, and its hash."""
    value, first = _BASIS, place
    while at < stop and place - first < LONGEST_WORD:
        after, value = _letters(data, at, min(stop, at + LONGEST_WORD - place + first), units, value)
        place += after - at
        at = after
        if at >= stop or data[at] == _SPACE or place - first >= LONGEST_WORD:
            break
        point, size = _character(data, at, stop)
        code = _code(point, codes)
        if code > COMMA:
            value = _fed(value, code)
        elif code in (APOSTROPHE, COMMA):
            digit = at > 0 and 48 <= data[at - 1] <= 57
            if (code == COMMA and not digit) or not _joined(data, at + size, stop, codes, code == COMMA):
                break
        elif code != MARK:
            break
        at += size
        place += 1
    return at, place, value


@compiled
def _spaced(data: Bytes, at: int, start: int, stop: int) -> bool:
    """Whether there is white space at a byte, or no text."""
    return at < start or at >= stop or data[at] <= _SPACE


@compiled
def _letter(data: Bytes, at: int, stop: int) -> bool:
    """Whether a letter stands at a byte; beyond ASCII only capitals and small letters with accents count."""
    if at >= stop:
        return False
    byte = data[at] | 32
    return bool(97 <= byte <= 122 or data[at] == 0xC3)


@compiled
def _closes_single(data: Bytes, at: int, size: int, stop: int) -> bool:
    """Whether a single mark at a byte can close: right after a word or its full stop, and no plural's apostrophe."""
    after = at + size
    if _spaced(data, at - 1, 0, stop) or _letter(data, after, stop):
        return False
    plural = data[at - 1] | 32 == 115 and after + 1 < stop and data[after] == _SPACE and 97 <= data[after + 1] <= 122
    return not plural


@compiled
def _closed_later(data: Bytes, at: int, stop: int) -> bool:
    """Whether a single mark from a byte on closes a quotation, before the line ends and within reach."""
    stop = min(stop, at + _LONGEST_SINGLE)
    while at < stop and data[at] not in (10, 13):
        if data[at] == _APOSTROPHE and _closes_single(data, at, 1, stop):
            return True
        curly = data[at] == 0xE2 and at + 2 < stop and data[at + 1] == 0x80 and data[at + 2] == 0x99
        if curly and _closes_single(data, at, 3, stop):
            return True
        at += 1
    return False


@compiled
def _single(data: Bytes, at: int, size: int, start: int, stop: int, mood: int) -> int:
    """The mood after a single mark: it opens before a word if another closes later, closes after one, or is nothing.

    Inside double marks it says nothing new.
    """
    if mood & _IN_DOUBLE:
        return mood
    if mood & _IN_SINGLE:
        return mood & ~_IN_SINGLE if _closes_single(data, at, size, stop) else mood
    opens = _spaced(data, at - 1, start, stop) or data[at - 1] in (40, 91, 0x94)  # ( [ and the end of a dash
    if opens and _letter(data, at + size, stop) and _closed_later(data, at + size, stop):
        return mood | INITIAL | _IN_SINGLE
    return mood


@compiled
def _double(data: Bytes, at: int, size: int, start: int, stop: int, point: int, mood: int) -> int:
    """The mood after a double mark: its surroundings say whether it opens, where its shape says nothing or misleads."""
    spaced, spaced_after = _spaced(data, at - 1, start, stop), _spaced(data, at + size, start, stop)
    if mood & _IN_DOUBLE:
        stays = spaced and not spaced_after if point == _QUOTE else point in _OPENING and (spaced or not spaced_after)
        return mood | INITIAL if stays else mood & ~_IN_DOUBLE
    lost = not spaced and spaced_after if point == _QUOTE else point not in _OPENING
    return mood if lost else mood | INITIAL | _IN_DOUBLE


@compiled
def _mood(data: Bytes, at: int, size: int, start: int, stop: int, point: int, mood: int) -> int:
    """What a character between words changes: whether the next word begins a sentence or line, whether it is quoted.

    A quotation ends with its line at the latest: newsrooms open it anew in each paragraph.
    """
    if point in _LINE_ENDS:
        return (mood | INITIAL | _NEW_LINE) & ~(_IN_DOUBLE | _IN_SINGLE)
    if point in _STOPS:
        return mood | INITIAL
    if point == _COLON:
        return mood | _COLONED if _spaced(data, at + size, start, stop) else mood
    if point in _SINGLES:
        return _single(data, at, size, start, stop, mood)
    if point == _QUOTE or point in _OPENING or point in _CLOSING:
        return _double(data, at, size, start, stop, point, mood)
    return mood


@compiled
def _gap(data: Bytes, at: int, start: int, stop: int, place: int, codes: Codes, mood: int) -> tuple[int, int, int]:
    """Skip what stands between words. Gives the byte and the code point of the next word, and the mood there."""
    while at < stop:
        if data[at] == _SPACE:
            at += 1
            place += 1
            continue
        point, size = _character(data, at, stop)
        if _code(point, codes) > COMMA:
            break
        mood = _mood(data, at, size, start, stop, point, mood)
        at += size
        place += 1
    return at, place, mood


@compiled
def _flags(point: int, code: np.uint64, mood: int) -> int:
    """The flags of a word by its first character and the mood before it."""
    flags = mood & INITIAL
    if mood & (_IN_DOUBLE | _IN_SINGLE):
        flags |= QUOTED
    if 48 <= point <= 57:
        return flags | NUMBER
    return flags | UPPERCASE if code >> _TOP else flags


@compiled
def read_words(  # noqa: PLR0913, PLR0917  # a kernel is given the columns that it fills
    data: Bytes,
    bounds: Offsets,
    codes: Codes,
    hashes: Hashes,
    starts: Places,
    lengths: Bytes,
    flags: Bytes,
    signs: Bytes,
) -> Offsets:
    """Read the words of articles that lie in `data` one after the other, article n from bounds[n] to bounds[n + 1].

    Writes a row for each word: hash, start and length in code points, flags, signs. Arrays as long as `data` are long
    enough. Gives the bounds of the articles' rows. `codes` is `fold_table()`; the bytes must be UTF-8.
    """
    rows = np.zeros(len(bounds), dtype=np.int64)
    row, units = 0, _ascii_units(codes)
    for article in range(len(bounds) - 1):
        start, stop, place, mood = bounds[article], bounds[article + 1], 0, INITIAL | _NEW_LINE
        at = start
        while at < stop:
            at, place, mood = _gap(data, at, start, stop, place, codes, mood)
            if at >= stop:
                break
            point, _ = _character(data, at, stop)
            flags[row], signs[row] = _flags(point, _code(point, codes), mood), mood >> _SIGNS
            first = place
            at, place, value = _word(data, at, stop, place, codes, units)
            hashes[row] = np.uint32((value * _SPREAD) >> np.uint64(32))
            starts[row], lengths[row] = first, place - first
            mood &= _IN_DOUBLE | _IN_SINGLE
            row += 1
        rows[article + 1] = row
    return rows


@compiled
def mark_words(hashes: Hashes, flags: Bytes, marked: Hashes, flag: int) -> None:
    """Set a flag at every word whose hash is one of the few in `marked`."""
    table = np.zeros(4096, dtype=np.uint32)  # open addressing
    for value in marked:
        slot = value & np.uint32(4095)
        while table[slot] != 0:
            slot = (slot + np.uint32(1)) & np.uint32(4095)
        table[slot] = value
    for row in range(len(hashes)):
        slot = hashes[row] & np.uint32(4095)
        while table[slot] != 0:
            if table[slot] == hashes[row]:
                flags[row] |= flag
                break
            slot = (slot + np.uint32(1)) & np.uint32(4095)
