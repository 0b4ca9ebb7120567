"""N-grams of an archive's words as postings: 64-bit numbers, the upper bits a gram's hash, the lower ones an article.

Three views, because each kind of editing leaves another one standing: neighbouring words survive excerpting, the
commonest words alone survive the exchange of all others (Stamatatos, JASIST 62, 2011), names and numbers in order
survive both, and rewording too.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.compiled import compiled
from headwater.text.kernels.tokens import COMMONEST, INITIAL, NUMBER, UPPERCASE, WIDESPREAD

__all__ = [
    "ARTICLE_BITS",
    "COMMONEST_WORDS",
    "NAMES",
    "WORDS",
    "gram_hashes",
    "gram_set",
    "mark_widespread",
    "write_postings",
]

Hashes = npt.NDArray[np.uint32]
Grams = npt.NDArray[np.uint64]
Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int64]

# The views.
WORDS: Final = 0
COMMONEST_WORDS: Final = 1
NAMES: Final = 2  # names and numbers: capitals that do not begin a sentence, and digits

ARTICLE_BITS: Final = 24  # of a posting: the number of the article; 40 are left, in which few grams meet by chance

_ARTICLE: Final = np.uint64(ARTICLE_BITS)
_BASE: Final = np.uint64(0xD6E8FEB86659FD93)
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(32)
_ONE: Final = np.uint64(1)


@compiled
def _picked(flag: int, view: int) -> bool:
    """Whether a word with these flags belongs to the view."""
    if view == WORDS:
        return True
    if view == COMMONEST_WORDS:
        return flag & COMMONEST != 0
    return flag & NUMBER != 0 or flag & (UPPERCASE | INITIAL) == UPPERCASE


@compiled
def _pick(hashes: Hashes, flags: Bytes, first: int, last: int, view: int, picked: Hashes) -> int:
    """Copy the words of a view together; gives how many."""
    count = 0
    for row in range(first, last):
        if _picked(flags[row], view):
            picked[count] = hashes[row]
            count += 1
    return count


@compiled
def _mixed(gram: np.uint64, view: int) -> np.uint64:
    """The bits of a rolling sum, spread: its lower bits choose samples and shards, the upper ones tell grams apart."""
    gram = (gram ^ (gram >> _HALF) ^ np.uint64(view)) * _SPREAD
    gram = (gram ^ (gram >> _HALF)) * _BASE
    return gram ^ (gram >> _HALF)


@compiled
def gram_hashes(words: Hashes, size: int, view: int, grams: Grams) -> int:
    """Hash each run of `size` neighbours among `words` into `grams`; gives how many (Karp and Rabin's rolling sum)."""
    power = _ONE
    for _ in range(size):
        power *= _BASE
    total = np.uint64(0)
    for at in range(len(words)):
        total = total * _BASE + np.uint64(words[at])
        if at >= size:
            total -= np.uint64(words[at - size]) * power
        if at >= size - 1:
            grams[at - size + 1] = _mixed(total, view)
    return max(0, len(words) - size + 1)


@compiled
def write_postings(
    hashes: Hashes,
    flags: Bytes,
    bounds: Offsets,
    view: tuple[int, int, int],
    shard: tuple[int, int],
    postings: Grams,
) -> int:
    """Write a posting for each gram of each article that falls into a shard.

    `bounds` has a row for each article: its first word and the one after its last. Articles are gone through in order,
    so that a sort by gram that is stable leaves the holders of each in order. `view` is (which, size of the
    grams, keep one of so many: a power of two); `shard` is (number, of). Gives how many postings there are: where
    that is more than `postings` holds, the rest was not written.
    """
    longest = 0
    for article in range(len(bounds)):
        longest = max(longest, bounds[article, 1] - bounds[article, 0])
    picked, grams = np.empty(longest, dtype=np.uint32), np.empty(longest, dtype=np.uint64)
    which, size, keep = view
    sample, count = np.uint64(keep - 1), 0
    for article in range(len(bounds)):
        words = _pick(hashes, flags, bounds[article, 0], bounds[article, 1], which, picked)
        for at in range(gram_hashes(picked[:words], size, which, grams)):
            gram = grams[at] >> _ARTICLE
            if grams[at] & sample or gram % np.uint64(shard[1]) != np.uint64(shard[0]):
                continue
            if count < len(postings):
                postings[count] = (gram << _ARTICLE) | np.uint64(article)
            count += 1
    return count


@compiled
def gram_set(grams: Grams) -> Grams:
    """A hash table of grams, as `mark_widespread` takes it: open addressing, at most half full, 0 for empty."""
    slots = 16
    while slots < 2 * len(grams):
        slots *= 2
    table = np.zeros(slots, dtype=np.uint64)
    for gram in grams:
        slot = int(gram * _SPREAD >> _HALF) & (slots - 1)
        while table[slot] != 0 and table[slot] != gram:
            slot = (slot + 1) & (slots - 1)
        table[slot] = gram
    return table


@compiled
def _in_set(table: Grams, gram: np.uint64) -> bool:
    slot = int(gram * _SPREAD >> _HALF) & (len(table) - 1)
    while table[slot] != 0:
        if table[slot] == gram:
            return True
        slot = (slot + 1) & (len(table) - 1)
    return False


@compiled
def mark_widespread(hashes: Hashes, flags: Bytes, bounds: Offsets, size: int, table: Grams) -> None:
    """Flag the words that lie in a run of `size` words whose gram, as postings have it, is in `table`."""
    longest = 0
    for article in range(len(bounds)):
        longest = max(longest, bounds[article, 1] - bounds[article, 0])
    grams = np.empty(longest, dtype=np.uint64)
    for article in range(len(bounds)):
        first, last = bounds[article, 0], bounds[article, 1]
        for at in range(gram_hashes(hashes[first:last], size, WORDS, grams)):
            if not _in_set(table, grams[at] >> _ARTICLE):
                continue
            for row in range(first + at, first + at + size):  # a loop compiles in a tenth of the time of a slice
                flags[row] |= WIDESPREAD
