"""Alignment of two texts: sentences first, in any order of paragraphs, then the words inside a sentence pair.

Sentences are compared by the weight of the stems they share, rarer stems (in the two texts together) weighing more, as
in the tf-isf vectors of Sanchez-Perez et al. (PAN 2014). A clear match stands by itself. A weak one is taken only
next to a pair already taken, on the same diagonal, because a rewritten text keeps the order of its source; nothing
asks for one global order, so that swapped paragraphs align. What is left over may join a neighbour's pair where one
writer has split a sentence or merged two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from rapidfuzz.distance import Indel

from headwater.text.words import CONTENT, FUNCTION, NAME, NUMBER, Words, words_of
from headwater.types import Document

__all__ = [
    "Alignment",
    "Edit",
    "Grid",
    "SentencePair",
    "align_grids",
    "align_sentences",
    "align_words",
    "grid_of",
    "held_by",
    "rows_of",
]

Floats = npt.NDArray[np.float64]
Columns = npt.NDArray[np.int64]
Rows = npt.NDArray[np.float32]

# How likely a sentence is to hold a given word of each class before the two texts have been looked at. Rough on
# purpose: they only keep the weights of short texts sensible, with the force of `_PRIOR_SENTENCES` sentences.
_PRIOR: Final = {FUNCTION: 0.5, CONTENT: 0.05, NAME: 0.05, NUMBER: 0.03}
_PRIOR_SENTENCES: Final = 12.0

_CLEAR: Final = 0.45  # similarity at which a pair stands alone
_LONG: Final = 0.33  # ... or where it shares `_LONG_WEIGHT` or more: half a dozen rare words
_LONG_WEIGHT: Final = 14.0
_BESIDE: Final = 0.27  # next to a pair on one side
_BETWEEN: Final = 0.18  # between two pairs
_LEAST_WEIGHT: Final = 3.0  # nats; about one rare word and a common one
_REACH: Final = 3  # sentences to look for a neighbouring pair
_BLOCK: Final = 250_000  # multiplications that OpenBLAS does in one thread
_ROW_BLOCK: Final = 9_000  # ... where one side is a vector
_JOINED: Final = 0.5  # share of a left-over sentence that its new partner must account for


class Edit(Struct, frozen=True):
    """One step from a left to a right sequence: `op` is equal, replace, insert or delete, the rest token indices."""

    op: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int


class SentencePair(Struct, frozen=True, order=True):
    """Sentences that say the same: indices into each document's sentences, and how alike they are (0 to 1)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    shared: float  # weight of what they share, in nats


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Which stems stand in which sentence: one row for each of the sorted `keys`, one column for each sentence."""

    keys: npt.NDArray[np.uint64]
    rows: Rows
    frequency: Floats  # sentences that hold each key
    prior: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Match:
    """Weights of two grids against each other: what a left and a right sentence share, and what each holds."""

    shared: Rows
    left: Rows
    right: Rows
    similarity: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """The sentence pairs of two grids, with the weights they were found by, so that parts can be weighed again."""

    pairs: tuple[SentencePair, ...]
    at_left: Columns  # the rows of the keys that both texts hold, in the left grid
    at_right: Columns  # ... and in the right
    common: Rows  # weight of each of these keys
    left: Rows  # weight of every row of the left grid
    right: Rows


def align_words(left: Sequence[str], right: Sequence[str]) -> tuple[Edit, ...]:
    """The shortest edit script between two sequences of words (longest common subsequence).

    Words are compared as given: fold them first. The edits cover both sequences in order and without gaps; a
    deletion and an insertion at one place are one replacement.
    """
    edits: list[Edit] = []
    for code in Indel.opcodes(list(left), list(right)):
        edit = Edit(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end)
        if edits and edit.op != "equal" and edits[-1].op != "equal":
            edit = _joined(edits.pop(), edit)
        edits.append(edit)
    return tuple(edits)


def _joined(first: Edit, second: Edit) -> Edit:
    op = first.op if first.op == second.op else "replace"
    return Edit(op, first.left_start, second.left_end, first.right_start, second.right_end)


def align_sentences(left: Document, right: Document) -> tuple[SentencePair, ...]:
    """Pairs of sentences (or of small groups) that say the same in two documents, in the left document's order."""
    return align_grids(grid_of(words_of(left)), grid_of(words_of(right))).pairs


def grid_of(words: Words) -> Grid:
    """The sentences of a document as sets of stems. Do it once for each document, then align it with many."""
    keys, first = np.unique(words.keys, return_index=True)
    prior = np.array([_PRIOR[int(kind)] for kind in words.classes[first]], dtype=np.float64)
    rows = rows_of(words, keys, np.ones(len(words), dtype=np.bool_))
    return Grid(keys, rows, rows.sum(axis=1, dtype=np.float64), prior)


def rows_of(words: Words, keys: npt.NDArray[np.uint64], flags: npt.NDArray[np.bool_]) -> Rows:
    """Which of the sorted `keys` stand in which sentence, counting only the flagged words."""
    rows = np.zeros((len(keys), words.sentences), dtype=np.float32)
    rows[np.searchsorted(keys, words.keys[flags]), words.sentence[flags]] = 1.0
    return rows


def align_grids(left: Grid, right: Grid) -> Alignment:
    """As `align_sentences`, on prepared grids."""
    at_left, at_right = _met(left.keys, right.keys)
    sentences = left.rows.shape[1] + right.rows.shape[1]
    frequency_left, frequency_right = left.frequency.copy(), right.frequency.copy()
    frequency_left[at_left] += right.frequency[at_right]
    frequency_right[at_right] += left.frequency[at_left]
    weights_left = _weights(frequency_left, left.prior, sentences)
    weights_right = _weights(frequency_right, right.prior, sentences)
    common = (weights_left[at_left] + weights_right[at_right]) * np.float32(0.5)
    pairs: tuple[SentencePair, ...] = ()
    if len(common):
        shared = _product(left.rows[at_left] * common[:, None], right.rows[at_right])
        match = _match(shared, held_by(left.rows, weights_left), held_by(right.rows, weights_right))
        pairs = tuple(sorted(_with_leftovers(match, _grown(match, _clear_pairs(match)))))
    return Alignment(pairs, at_left, at_right, common, weights_left, weights_right)


def held_by(rows: Rows, weights: Rows) -> Rows:
    """The weight that each sentence (a column of `rows`) holds."""
    return np.asarray(_product(weights[:, None], rows)[0], dtype=np.float32)


def _product(left: Rows, right: Rows) -> Rows:
    """`left.T @ right` in blocks so small that the linear algebra library keeps to one thread: two take longer.

    Its kernels fill up narrow blocks with whatever lies in memory, whose product nobody reads: now and then that raises
    the processor's flag for an invalid number, though all numbers that go in and come out are finite.
    """
    size, high, wide = left.shape[0], left.shape[1], right.shape[1]
    step = max(1, (_BLOCK if high > 1 else _ROW_BLOCK) // max(1, size * high))
    with np.errstate(invalid="ignore"):
        if step >= wide:
            return left.T @ right
        return np.concatenate([left.T @ right[:, at : at + step] for at in range(0, wide, step)], axis=1)


def _met(left: npt.NDArray[np.uint64], right: npt.NDArray[np.uint64]) -> tuple[Columns, Columns]:
    """Where the keys that two sorted sets share stand in each."""
    if not len(left) or not len(right):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    places = np.minimum(np.searchsorted(right, left), len(right) - 1)
    at_left = np.flatnonzero(right[places] == left)
    return at_left, places[at_left]


def _match(shared: Rows, left: Rows, right: Rows) -> _Match:
    roots = np.sqrt(np.maximum(left, 1e-9)), np.sqrt(np.maximum(right, 1e-9))
    return _Match(shared, left, right, np.minimum(shared / roots[0][:, None] / roots[1], 1.0))


def _weights(frequency: Floats, prior: Floats, sentences: int) -> Rows:
    """Inverse sentence frequency, smoothed by the class of the word, in nats."""
    weights = np.log((sentences + _PRIOR_SENTENCES) / (frequency + _PRIOR_SENTENCES * prior))
    return np.maximum(weights, 0.0).astype(np.float32)


def _clear_pairs(match: _Match) -> dict[int, int]:
    """Pairs that need no neighbour, best first, each sentence once."""
    clear = (match.similarity >= _CLEAR) & (match.shared >= _LEAST_WEIGHT)
    clear |= (match.similarity >= _LONG) & (match.shared >= _LONG_WEIGHT)
    taken: dict[int, int] = {}
    used: set[int] = set()
    for i, j in _best_first(match, clear):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken


def _best_first(match: _Match, allowed: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Allowed pairs by falling similarity; ties by nearness to the same relative place, then by index."""
    lefts, rights = np.nonzero(allowed)
    height, width = match.similarity.shape
    drift = np.abs(lefts / height - rights / width)
    order = np.lexsort((rights, lefts, drift, -np.round(match.similarity[lefts, rights], 6)))
    return list(zip(lefts[order].tolist(), rights[order].tolist(), strict=True))


def _grown(match: _Match, taken: dict[int, int]) -> dict[int, int]:
    """Weaker pairs beside and between those taken, until none is left."""
    if not taken:
        return taken
    weak = _best_first(match, (match.similarity >= _BETWEEN) & (match.shared >= _LEAST_WEIGHT))
    used = set(taken.values())
    grew = True
    while grew:
        grew = False
        for i, j in weak:
            if i not in taken and j not in used and match.similarity[i, j] >= _bar(taken, i, j):
                taken[i] = j
                used.add(j)
                grew = True
    return taken


def _bar(taken: dict[int, int], i: int, j: int) -> float:
    """How alike sentences i and j must be, given the pairs about them."""
    before = _neighbour(taken, i, j, -1)
    after = _neighbour(taken, i, j, +1)
    if before and after:
        return _BETWEEN
    return _BESIDE if before or after else _CLEAR


def _neighbour(taken: dict[int, int], i: int, j: int, side: int) -> bool:
    """Whether a pair stands within reach before or after (i, j) in both texts."""
    return any(
        i + side * step in taken and 0 < side * (taken[i + side * step] - j) <= _REACH for step in range(1, _REACH + 1)
    )


def _with_leftovers(match: _Match, taken: dict[int, int]) -> Iterator[SentencePair]:
    """The pairs, each with the unpaired neighbours that are halves of its sentences."""
    partners = {j: i for i, j in taken.items()}
    rights = {i: [j] for i, j in taken.items()}
    lefts = {j: [i] for i, j in taken.items()}
    for i, j in sorted(taken.items()):
        for other in (j - 1, j + 1):
            if other not in partners and _is_half(match.shared[i], match.right, other, j):
                partners[other] = i
                rights[i].append(other)
    for j, i in sorted((j, i) for i, j in taken.items()):
        for other in (i - 1, i + 1):
            if other not in taken and other not in rights and _is_half(match.shared[:, j], match.left, other, i):
                rights[other] = []
                lefts[j].append(other)
    for i, j in taken.items():
        yield SentencePair(
            tuple(sorted(lefts[j])),
            tuple(sorted(rights[i])),
            round(float(match.similarity[i, j]), 4),
            round(float(match.shared[i, j]), 4),
        )


def _is_half(shared: Rows, held: Rows, other: int, partner: int) -> bool:
    """Whether most of sentence `other` is in a partner that the sentence beside it does not account for alone."""
    if not 0 <= other < len(held):
        return False
    return bool(shared[other] >= max(_LEAST_WEIGHT, _JOINED * held[other]) and partner != other)
