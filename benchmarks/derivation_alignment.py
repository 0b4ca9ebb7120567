"""Pairs of articles to align, and how much of what an aligner marks is what the copyist took."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from benchmarks.corpus import Corpus
from benchmarks.corpus_shards import Mix
from benchmarks.corpus_writing import write_corpus
from headwater.testing.scribe import Manner

__all__ = ["Spans", "score_spans", "write_pairs"]

_MANNERS: Final[Mapping[Manner, float]] = {
    Manner.VERBATIM: 0.15,
    Manner.TRIMMED: 0.1,
    Manner.REORDERED: 0.15,
    Manner.ABRIDGED: 0.1,
    Manner.EXPANDED: 0.1,
    Manner.RESENTENCED: 0.1,
    Manner.SPUN: 0.3,
}
_RATES: Final = (0.1, 0.2, 0.3)


class Spans(Struct, frozen=True):
    """Characters of both articles of each pair: those taken, those marked, and those that are both."""

    taken: int
    marked: int
    both: int

    @property
    def precision(self) -> float:
        """The part of what was marked that was taken."""
        return self.both / self.marked if self.marked else 1.0

    @property
    def recall(self) -> float:
        """The part of what was taken that was marked."""
        return self.both / self.taken if self.taken else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.both / max(1, self.taken + self.marked)


def write_pairs(folder: Path, articles: int, workers: int) -> Corpus:
    """A corpus of nothing but originals and direct copies, words exchanged at rates up to 30 %."""
    mix = Mix(1.0, 0, 0, 0, copies=(4, 8, 16), onward=0, manners=_MANNERS, synonym_rates=_RATES)
    return write_corpus(folder, articles, seed=1, mix=mix, workers=workers)


def score_spans(corpus: Corpus, passages: NDArray[np.int32]) -> Spans:
    """Hold passages (rows of: pair, left start, left end, right start, right end) against the true ones."""
    truth = np.concatenate([corpus.truth.passage_pair[:, None], corpus.truth.passages], axis=1)
    sizes = np.array([len(corpus.text(number)) for number in range(len(corpus))])
    taken = marked = both = 0
    for side, ends in enumerate((corpus.truth.left, corpus.truth.right)):
        firsts = np.concatenate([[0], np.cumsum(sizes[ends])])
        one, other = (_covered(firsts, rows[:, [0, 1 + 2 * side, 2 + 2 * side]]) for rows in (truth, passages))
        taken, marked, both = taken + one.sum(), marked + other.sum(), both + (one & other).sum()
    return Spans(int(taken), int(marked), int(both))


def _covered(firsts: NDArray[np.int64], spans: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which characters lie in spans (pair, start, end), all pairs' texts one after the other."""
    depth = np.zeros(firsts[-1] + 1, dtype=np.int32)
    np.add.at(depth, firsts[spans[:, 0]] + spans[:, 1], 1)
    np.add.at(depth, firsts[spans[:, 0]] + spans[:, 2], -1)
    return np.cumsum(depth[:-1]) > 0
