"""Official statements, posts and transcripts in raw text: words that reporters pass on without quotation marks.

Simpler rules than those of `headwater.text.masks`, on words and lines instead of a parse: the sentence that names the
document, lines in the first person, turns of a transcript, and the line that a colon introduces.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.compiled import compiled
from headwater.text.kernels.tokens import AFTER_COLON, FIRST_OF_LINE, INITIAL, QUOTED, STATEMENT, UPPERCASE

__all__ = ["CUES", "cue_table", "mark_statements"]

Hashes = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int64]

# What a word does, in one of these parts.
_DOCUMENT: Final = 1  # names what is passed on
_PASSES: Final = 2  # before it: passes it on
_SAYS: Final = 4  # after it: it speaks
_POSTS: Final = 8  # a post, whatever stands around
_SPEAKER: Final = 16  # the first person
_SPEAKERS: Final = 32  # the first person unless it has a capital
_RELEASE: Final = 64  # names what is passed on, after one of the next
_PRESS: Final = 128

CUES: Final = (
    ("statement communique transcript tweet", _DOCUMENT),
    ("release", _RELEASE),
    ("press news", _PRESS),
    ("in according read reads released issued text", _PASSES),
    ("said says read reads added", _SAYS),
    ("tweeted retweeted", _POSTS),
    ("i im ive me my myself our ours ourselves weve", _SPEAKER),
    ("we us mine", _SPEAKERS),
)

_REACH: Final = 4  # words from what passes a document on to its name
_TURN: Final = 5  # words that a speaker's name has at most
_TURNS: Final = 2  # turns that make a transcript; one is a dateline
_OWN_VOICE: Final = 0.3  # share of the lines in the first person from which it is the author who speaks
_SLOTS: Final = 512


@compiled
def cue_table(hashes: Hashes, parts: Bytes) -> tuple[Hashes, Bytes]:
    """A hash table of cue words and what they do: open addressing, 0 for empty. The words must be different ones."""
    keys, values = np.zeros(_SLOTS, dtype=np.uint32), np.zeros(_SLOTS, dtype=np.uint8)
    for at in range(len(hashes)):
        slot = int(hashes[at]) & (_SLOTS - 1)
        while keys[slot] != 0 and keys[slot] != hashes[at]:
            slot = (slot + 1) & (_SLOTS - 1)
        keys[slot] = hashes[at]
        values[slot] |= parts[at]
    return keys, values


@compiled
def _part(keys: Hashes, values: Bytes, word: int) -> int:
    slot = word & (_SLOTS - 1)
    while keys[slot] != 0:
        if keys[slot] == word:
            return int(values[slot])
        slot = (slot + 1) & (_SLOTS - 1)
    return 0


@compiled
def _line_end(signs: Bytes, at: int, stop: int) -> int:
    at += 1
    while at < stop and not signs[at] & FIRST_OF_LINE:
        at += 1
    return at


@compiled
def _is_turn(flags: Bytes, signs: Bytes, first: int, stop: int) -> bool:
    """Whether a line begins with a name and a colon."""
    for at in range(first, min(stop, first + _TURN + 1)):
        if at > first and signs[at] & AFTER_COLON:
            return True
        if not flags[at] & UPPERCASE:
            return False
    return False


@compiled
def _speaks(flags: Bytes, parts: Bytes, first: int, stop: int) -> bool:
    """Whether a line speaks in the first person outside quotation marks."""
    for at in range(first, stop):
        part = parts[at] if not flags[at] & QUOTED else 0
        if part & _SPEAKER or (part & _SPEAKERS and flags[at] & (UPPERCASE | INITIAL) != UPPERCASE):
            return True
    return False


@compiled
def _passes_on(flags: Bytes, parts: Bytes, at: int, first: int, stop: int) -> bool:
    """Whether the word at a place names a document that its sentence passes on."""
    if parts[at] & _POSTS:
        return True
    released = parts[at] & _RELEASE and at > first and parts[at - 1] & _PRESS
    if not parts[at] & _DOCUMENT and not released:
        return False
    if at + 1 < stop and parts[at + 1] & _SAYS and not flags[at + 1] & INITIAL:
        return True
    back = at
    while back > max(first, at - _REACH) and not flags[back] & INITIAL:
        back -= 1
        if parts[back] & _PASSES:
            return True
    return False


@compiled
def _mark(flags: Bytes, first: int, stop: int) -> None:
    for at in range(first, stop):
        flags[at] |= STATEMENT


@compiled
def _mark_documents(flags: Bytes, parts: Bytes, first: int, stop: int) -> bool:
    """Mark the sentences of a line that pass a document on; tells whether there are any."""
    begins, found, any_found = first, False, False
    for at in range(first, stop):
        if flags[at] & INITIAL:
            if found:
                _mark(flags, begins, at)
            begins, found = at, False
        found = found or _passes_on(flags, parts, at, first, stop)
        any_found = any_found or found
    if found:
        _mark(flags, begins, stop)
    return any_found


@compiled
def _counted(flags: Bytes, signs: Bytes, parts: Bytes, first: int, stop: int) -> tuple[int, int, int]:
    """How many lines an article has, how many of them speak in the first person, and how many are turns."""
    lines, speaking, turns = 0, 0, 0
    while first < stop:
        end = _line_end(signs, first, stop)
        lines += 1
        speaking += _speaks(flags, parts, first, end)
        turns += _is_turn(flags, signs, first, end)
        first = end
    return lines, speaking, turns


@compiled
def mark_statements(hashes: Hashes, flags: Bytes, signs: Bytes, bounds: Offsets, table: tuple[Hashes, Bytes]) -> None:
    """Flag the words of articles that are a statement's; article n has the rows from bounds[n] to bounds[n + 1]."""
    parts = np.zeros(len(hashes), dtype=np.uint8)
    for at in range(len(hashes)):
        parts[at] = _part(table[0], table[1], int(hashes[at]))
    for article in range(len(bounds) - 1):
        first, stop = bounds[article], bounds[article + 1]
        lines, speaking, turns = _counted(flags, signs, parts, first, stop)
        while first < stop:
            end = _line_end(signs, first, stop)
            own = speaking <= _OWN_VOICE * lines and _speaks(flags, parts, first, end)
            turn = turns >= _TURNS and _is_turn(flags, signs, first, end)
            _mark_documents(flags, parts, first, end)
            if own or turn or signs[first] & AFTER_COLON:
                _mark(flags, first, end)
            first = end
