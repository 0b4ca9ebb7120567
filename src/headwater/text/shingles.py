"""Shingles: hashed n-grams of a text's words, in views that survive different kinds of editing.

Word n-grams survive excerpting; n-grams of the commonest function words survive the exchange of content words
(Stamatatos, "Plagiarism detection using stopword n-grams", JASIST 62, 2011); neighbouring content stems survive
inflection and inserted words.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.words import FUNCTION, Words, digest

__all__ = [
    "COMMONEST",
    "content_ngrams",
    "covered",
    "longest_run",
    "member",
    "ngrams",
    "share_flagged",
    "stopword_ngrams",
]

Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]

_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: spreads the bits of each word

# The fifty commonest words of the British National Corpus, the list of Stamatatos (2011), written without "'s".
COMMONEST: Final = """
    the of and a in to is was it for with he be on i that by at you are his had not this have from but which she they
    or an her were there we their been has will would can all if who one no about up do said
"""
_STOPWORDS: Final = np.sort(np.array([digest(word) for word in COMMONEST.split()], dtype=np.uint64))


def ngrams(hashes: Hashes, size: int) -> Hashes:
    """One hash for each run of `size` neighbours, in order; empty where the text is shorter."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        mixed = (mixed + hashes[offset : offset + count]) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    return mixed


def stopword_ngrams(words: Words, size: int = 8) -> tuple[Hashes, Counts]:
    """N-grams of the commonest words alone, and for each the place of its first word in `words`."""
    places = np.flatnonzero(member(words.forms, _STOPWORDS))
    grams = ngrams(words.forms[places], size)
    return grams, places[: len(grams)]


def content_ngrams(words: Words, size: int) -> tuple[Hashes, Counts]:
    """N-grams of neighbouring stems, function words left out, and for each the place of its first word."""
    places = np.flatnonzero(words.classes != FUNCTION)
    grams = ngrams(words.keys[places], size)
    return grams, places[: len(grams)]


def covered(starts: Flags, size: int, length: int) -> Flags:
    """The words of a text of `length` words that lie in one of the n-grams flagged at their first word."""
    flags = np.zeros(length, dtype=np.bool_)
    for offset in range(size):
        flags[offset : offset + len(starts)] |= starts
    return flags


def member(hashes: Hashes, among: Hashes) -> Flags:
    """Which hashes are in `among`, which must be sorted: `numpy.isin` would sort it again at every call."""
    if not len(among):
        return np.zeros(len(hashes), dtype=np.bool_)
    places = np.minimum(np.searchsorted(among, hashes), len(among) - 1)
    return np.asarray(among[places] == hashes)


def share_flagged(flags: Flags, size: int) -> npt.NDArray[np.float64]:
    """For each n-gram in order the share of its words that are flagged."""
    count = len(flags) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.float64)
    sums = np.concatenate(([0], np.cumsum(flags)))
    return np.asarray((sums[size:] - sums[:count]) / size, dtype=np.float64)


def longest_run(flags: Flags) -> tuple[int, int]:
    """The first longest stretch of True as (start, end), end exclusive; (0, 0) if there is none."""
    padded = np.concatenate(([False], flags, [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(padded))
    if not len(edges):
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    best = int(np.argmax(ends - starts))
    return int(starts[best]), int(ends[best])
