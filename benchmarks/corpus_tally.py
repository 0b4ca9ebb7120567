"""What of a corpus's truth a tool found: recall for each kind of copy, and what its wrong pairs are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from benchmarks.corpus import KIN, Corpus

__all__ = ["LEAST", "WRONG", "Found", "Tally", "recall_by_kind", "tally"]

LEAST: Final = 25  # words in common, quoted ones not counted: with fewer a pair need not be found, nor is it wrong
WRONG: Final = ("statement", "template", "event", "unrelated")
_EXPANDED: Final = "expanded with background"  # the scribe's word
Numbers = NDArray[np.int64]


class Found(Struct, frozen=True):
    """How many pairs there are of a kind, and how many of them were found."""

    found: int
    pairs: int

    @property
    def recall(self) -> float:
        """The share found; of no pairs, all."""
        return self.found / self.pairs if self.pairs else 1.0


class Tally(Struct, frozen=True):
    """Found pairs by what they are. `wrong` counts pairs by why they are none: a statement quoted by both ...

    ... ("statement"), texts of one template, independent reports of one event, or nothing at all ("unrelated").
    `statements` are all pairs that have no more in common than a statement, found or not.
    """

    kinds: Mapping[str, Found]
    right: int
    wrong: Mapping[str, int]
    statements: int

    @property
    def precision(self) -> float:
        """The share of the pairs found that have an original's words in common; of none found, all."""
        return self.right / found if (found := self.right + sum(self.wrong.values())) else 1.0

    @property
    def quotes_called_copies(self) -> float:
        """The share of the pairs with only a statement in common that were found."""
        return self.wrong["statement"] / self.statements if self.statements else 0.0

    @property
    def direct(self) -> Found:
        """Direct copies of all kinds together."""
        direct = [found for kind, found in self.kinds.items() if kind != KIN]
        return Found(sum(each.found for each in direct), sum(each.pairs for each in direct))

    @property
    def weakest(self) -> float:
        """The least recall of any kind of direct copy."""
        return min((found.recall for kind, found in self.kinds.items() if kind != KIN and found.pairs), default=1.0)


def tally(corpus: Corpus, left: Iterable[int], right: Iterable[int]) -> Tally:
    """Hold pairs (numbers of articles, in any order; a pair given twice counts once) against the truth."""
    found = _keys(corpus, np.fromiter(left, np.int64), np.fromiter(right, np.int64))
    truth = _keys(corpus, corpus.truth.left, corpus.truth.right)
    large = corpus.truth.words >= LEAST
    strange = _blameworthy(corpus, np.setdiff1d(found, truth))
    return Tally(
        recall_by_kind(corpus, found),
        len(np.intersect1d(found, truth[large])),
        _wrong(corpus, strange),
        _statement_pairs(corpus, truth),
    )


def recall_by_kind(corpus: Corpus, found: Numbers) -> dict[str, Found]:
    """For each kind of pair how many worth finding are among the keys found (smaller x articles + larger)."""
    truth = corpus.truth
    hit = np.isin(_keys(corpus, truth.left, truth.right), found)
    worth = truth.words >= LEAST
    kinds = ((name, worth & (truth.kind == number)) for number, name in enumerate(corpus.kinds))
    return {name: Found(int((hit & these).sum()), int(these.sum())) for name, these in kinds if these.any()}


def _keys(corpus: Corpus, left: NDArray[np.integer], right: NDArray[np.integer]) -> Numbers:
    """One number for each pair, whichever way round it is."""
    keys: Numbers = np.minimum(left, right).astype(np.int64) * len(corpus) + np.maximum(left, right)
    return keys


def _blameworthy(corpus: Corpus, keys: Numbers) -> Numbers:
    """The pairs without those that may have padding in common, which is neither right nor wrong to find.

    The scribe pads copies of one event's reports with the same background. Of two articles that both quote a statement
    only those known to be padded are left out, of others on one event all in which something was copied.
    """
    left, right = keys // len(corpus), keys % len(corpus)
    family = np.zeros(len(corpus), bool)
    family[corpus.truth.left] = family[corpus.truth.right] = True
    padded = _padded(corpus)
    one_event = (corpus.event[left] == corpus.event[right]) & (corpus.event[left] >= 0)
    quoting = (corpus.statement[left] == corpus.statement[right]) & (corpus.statement[left] >= 0)
    excused = np.where(quoting, padded[left] & padded[right], family[left] & family[right])
    kept: Numbers = keys[~(one_event & excused)]
    return kept


def _padded(corpus: Corpus) -> NDArray[np.bool_]:
    """Which articles are known to have padding: expanded copies and their copies."""
    truth, padded = corpus.truth, np.zeros(len(corpus), bool)
    direct = truth.kind != corpus.kinds.index(KIN)
    fresh = truth.right[truth.kind == corpus.kinds.index(_EXPANDED)]
    while len(fresh):
        padded[fresh] = True
        fresh = truth.right[direct & padded[truth.left] & ~padded[truth.right]]
    return padded


def _wrong(corpus: Corpus, keys: Numbers) -> dict[str, int]:
    """Pairs with no original's words in common, by the first reason that they may look alike."""
    left, right = keys // len(corpus), keys % len(corpus)
    counts = {}
    for name, of in zip(WRONG, (corpus.statement, corpus.template, corpus.event, None), strict=True):
        same = np.ones(len(left), bool) if of is None else (of[left] == of[right]) & (of[left] >= 0)
        counts[name] = int(same.sum())
        left, right = left[~same], right[~same]
    return counts


def _statement_pairs(corpus: Corpus, truth: Numbers) -> int:
    """How many pairs quote one statement and have no original's words in common."""
    _, counts = np.unique(corpus.statement[corpus.statement >= 0], return_counts=True)
    one = corpus.statement[truth // len(corpus)]
    both = (one == corpus.statement[truth % len(corpus)]) & (one >= 0)
    return int((counts * (counts - 1) // 2).sum() - both.sum())
