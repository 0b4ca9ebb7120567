"""Which pairs of an archive are worth aligning: those that meet in rare enough runs of words, in any of three views.

An inverted index is built, used and dropped shard by shard, a shard being the n-grams whose hashes fall into it, so
that memory stays within a stated budget. What so many articles hold that it tells nothing pairs none, and is noted as
widespread, as is what one outlet prints in all it publishes.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.copies.archive import Archive, Progress
from headwater.engines.threads import ThreadEngine
from headwater.errors import OptionError
from headwater.text.kernels.grams import (
    ARTICLE_BITS,
    COMMONEST_WORDS,
    NAMES,
    WORDS,
    gram_set,
    mark_widespread,
    write_postings,
)
from headwater.text.kernels.postings import WEIGHT_BITS, merged_pairs, met_pairs, summed_pairs, widespread_grams
from headwater.text.kernels.sorting import sorted_by_bits
from headwater.text.kernels.tokens import COMMONEST, NUMBER, UPPERCASE

__all__ = ["Candidates", "find_candidates"]

Postings = npt.NDArray[np.uint64]

_CAP: Final = 100  # articles; a gram in more of them pairs no longer all that hold it
_LEAST: Final = 10.0  # bits; two rare runs of words, or a dozen that some dozens hold
_LARGEST_SHARD: Final = 12_000_000  # postings; half a gigabyte with all that goes with them
_SMALLEST_SHARD: Final = 1 << 16
_PER_POSTING: Final = 48  # bytes: the posting, what sorting it takes, its holder, and the pairs it makes


@dataclass(frozen=True, slots=True)
class View:
    """Grams of `size` words of one view, one of `keep` of them; `worth` weighs what meeting in one tells."""

    which: int
    size: int
    keep: int
    worth: float


_VIEWS: Final = (View(WORDS, 7, 2, 1.0), View(COMMONEST_WORDS, 11, 2, 1.0), View(NAMES, 3, 1, 2.0))


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of articles by number, left < right, sorted; the weight is in bits. `peak` is the most bytes held."""

    pairs: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    peak: int

    def __len__(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class _Shard:
    view: View
    number: int
    of: int
    room: int  # postings expected


@dataclass(frozen=True, slots=True, eq=False)
class _Met:
    """What a shard gives: pairs with weights, sorted; grams that are widespread; bytes held on the way."""

    pairs: Postings
    widespread: Postings
    held: int


def find_candidates(
    archive: Archive, *, workers: int = 2, memory: int = 2 * 2**30, on_progress: Progress | None = None
) -> Candidates:
    """The pairs of articles worth aligning. Flags the archive's widespread words on the way.

    `memory` bounds the index, in bytes beyond the archive itself; less of it means more shards, and the same pairs.
    Raises `OptionError` for more articles than a pair has bits for.
    """
    if len(archive) >= 1 << ARTICLE_BITS:
        raise OptionError(f"{len(archive):,} articles are more than can be searched at once: {1 << ARTICLE_BITS:,}")
    shards = list(_shards(archive, workers, memory))
    met: list[_Met] = []
    for one in ThreadEngine(workers).map(functools.partial(_met, archive), shards):
        met.append(one)
        if on_progress:
            on_progress("shards indexed", len(met), len(shards))
    _flag_widespread(archive, met, workers)
    return _summed(archive, met, workers)


def _id_bits(archive: Archive) -> int:
    return max(1, math.ceil(math.log2(len(archive) + 1)))


def _shards(archive: Archive, workers: int, memory: int) -> Iterator[_Shard]:
    """Each view cut into shards that fit side by side into the budget, at least one for each worker."""
    fits = max(_SMALLEST_SHARD, min(_LARGEST_SHARD, memory // (_PER_POSTING * workers)))
    for view, words in zip(_VIEWS, _sizes(archive), strict=True):
        postings = words // view.keep + 1
        shards = max(workers, -(-postings // fits))
        for number in range(shards):
            yield _Shard(view, number, shards, postings // shards + 1)


def _sizes(archive: Archive) -> tuple[int, int, int]:
    """About how many words each view has."""
    flags = archive.words.flags
    commonest = np.count_nonzero(flags & np.uint8(COMMONEST))
    return len(flags), int(commonest), int(np.count_nonzero(flags & np.uint8(NUMBER | UPPERCASE)))


def _met(archive: Archive, shard: _Shard) -> _Met:
    bits = _id_bits(archive)
    postings = _filled(functools.partial(_postings, archive, shard), int(shard.room * 1.1) + 1024)
    postings = sorted_by_bits(postings, np.empty_like(postings), ARTICLE_BITS, 64)
    met = _filled(lambda into: met_pairs(postings, bits, _CAP, shard.view.worth, into), 2 * len(postings) + 1024)
    pairs = _sorted_pairs(met, bits)
    held = 3 * postings.nbytes + 2 * pairs.nbytes
    pairs = pairs[: merged_pairs(pairs)].copy()
    return _Met(pairs, _widespread(archive, shard, postings), held)


def _widespread(archive: Archive, shard: _Shard, postings: Postings) -> Postings:
    grams = np.empty(len(postings) // 4 + 1 if shard.view.which == WORDS else 0, dtype=np.uint64)
    if not len(grams):
        return grams
    sizes = np.bincount(archive.outlets[archive.outlets >= 0]).astype(np.int32)
    return grams[: widespread_grams(postings, _CAP, archive.outlets, sizes, grams)].copy()


def _sorted_pairs(pairs: Postings, id_bits: int) -> Postings:
    return sorted_by_bits(pairs, np.empty_like(pairs), WEIGHT_BITS, WEIGHT_BITS + 2 * id_bits)


def _filled(write: Callable[[Postings], int], room: int) -> Postings:
    """What `write` writes, in an array as large as it needs; it is called again where the first one was too small."""
    into = np.empty(room, dtype=np.uint64)
    count = write(into)
    if count > room:
        into = np.empty(count, dtype=np.uint64)
        write(into)
    return into[:count]


def _postings(archive: Archive, shard: _Shard, into: Postings) -> int:
    view = (shard.view.which, shard.view.size, shard.view.keep)
    words = archive.words
    return write_postings(words.hashes, words.flags, archive.bounds, view, (shard.number, shard.of), into)


def _flag_widespread(archive: Archive, met: Sequence[_Met], workers: int) -> None:
    table = gram_set(np.concatenate([one.widespread for one in met]))
    words, size = archive.words, _VIEWS[0].size

    def flag(part: npt.NDArray[np.int64]) -> None:
        mark_widespread(words.hashes, words.flags, part, size, table)

    if table.any():
        for _ in ThreadEngine(workers).map(flag, np.array_split(archive.bounds, 4 * workers)):
            pass


def _summed(archive: Archive, met: Sequence[_Met], workers: int) -> Candidates:
    """The pairs of all shards, their weights added up, those below the least weight dropped."""
    bits = _id_bits(archive)
    edges = np.linspace(0, len(archive), 4 * workers + 1).astype(np.uint64) << np.uint64(WEIGHT_BITS + bits)
    parts = [
        [one.pairs[slice(*np.searchsorted(one.pairs, (low, high)))] for one in met] for low, high in pairwise(edges)
    ]
    kept = list(ThreadEngine(workers).map(functools.partial(_kept, bits), parts))
    pairs = np.concatenate([pairs for pairs, _ in kept])
    weights = np.concatenate([weights for _, weights in kept])
    shards = sum(one.pairs.nbytes for one in met)
    largest = sum(sorted((one.held for one in met), reverse=True)[:workers])
    return Candidates(pairs, weights, shards + max(largest, shards + pairs.nbytes + weights.nbytes))


def _kept(id_bits: int, parts: Sequence[Postings]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    packed = _sorted_pairs(np.concatenate(parts), id_bits)
    pairs, weights = np.empty((len(packed), 2), dtype=np.int32), np.empty(len(packed), dtype=np.float32)
    count = summed_pairs(packed, id_bits, _LEAST, pairs, weights)
    return pairs[:count].copy(), weights[:count].copy()
