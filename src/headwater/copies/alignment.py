"""The passages that pairs of an archive's articles share, and what kinds of words they share in them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.copies.archive import Archive
from headwater.engines.threads import ThreadEngine
from headwater.text.kernels.diagonals import CLASSES, COLUMNS, MOST_PASSAGES, TALLIES, align_articles

__all__ = ["BLOCK", "Aligned", "align_pairs", "aligned", "blocks"]

Numbers = npt.NDArray[np.int32]

BLOCK: Final = 8192  # pairs aligned at a time
_PASSAGES: Final = 4  # of a pair, to begin with


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Pairs of articles with the passages they share.

    `spans` has a row for each passage: left start and end, right start and end, in code points; `of` is the place of
    its pair among `pairs`, in order. `matched`, `quoted`, `widespread` count words of it on the left. `tallies` counts
    each pair's words by kind, see `text.kernels.diagonals`.
    """

    pairs: Numbers
    tallies: Numbers
    of: Numbers
    spans: Numbers
    words: Numbers
    matched: Numbers
    quoted: Numbers
    widespread: Numbers


def align_pairs(archive: Archive, pairs: Numbers, *, workers: int = 2) -> Iterator[Aligned]:
    """Align pairs of articles, in sorted order, block by block."""
    return ThreadEngine(workers).map(functools.partial(aligned, archive), blocks(pairs))


def blocks(pairs: Numbers) -> Iterator[Numbers]:
    """The pairs in blocks of a size to hold all that is found between them at once; at least one, if an empty one."""
    for start in range(0, max(1, len(pairs)), BLOCK):
        yield pairs[start : start + BLOCK]


def aligned(archive: Archive, pairs: Numbers) -> Aligned:
    """Align one block of pairs."""
    tallies = np.zeros((len(pairs), TALLIES, CLASSES), dtype=np.int32)
    words, done, parts = archive.words, 0, [np.zeros((0, COLUMNS), dtype=np.int32)]
    while done < len(pairs):
        found = np.empty((_PASSAGES * (len(pairs) - done) + MOST_PASSAGES, COLUMNS), dtype=np.int32)
        more, rows = align_articles(words.hashes, words.flags, archive.bounds, pairs[done:], found, tallies[done:])
        found[:rows, 0] += done
        parts.append(found[:rows])
        done += more
    return _with_places(archive, pairs, tallies, np.concatenate(parts))


def _with_places(archive: Archive, pairs: Numbers, tallies: Numbers, found: Numbers) -> Aligned:
    """Passages of words as passages of code points."""
    of, words = found[:, 0], archive.words
    spans = np.empty((len(found), 4), dtype=np.int32)
    for side in range(2):
        first = archive.bounds[pairs[of, side], 0]
        start, last = first + found[:, 1 + 2 * side], first + found[:, 2 + 2 * side] - 1
        spans[:, 2 * side] = words.starts[start]
        spans[:, 2 * side + 1] = words.starts[last] + words.lengths[last]
    return Aligned(pairs, tallies, of, spans, found[:, 2] - found[:, 1], found[:, 5], found[:, 6], found[:, 7])
