"""What two texts have in common outside the masks, as numbers with the spans they were read from."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from headwater.derivations.passages import stretches
from headwater.derivations.readings import RUN, Reading
from headwater.text.align import Alignment, SentencePair, align_grids
from headwater.text.shingles import covered, longest_run, member
from headwater.types import Passage, Span

__all__ = ["FreePair", "Measures", "measure"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_FREE_WEIGHT: Final = 6.0  # nats of shared free words from which a sentence pair counts: two rare words
_FREE_SIMILARITY: Final = 0.25
_LEAST_HELD: Final = 5.0  # nats; shorter sentences are weighed as if they held this much
_SMALL_TEXT: Final = 150.0  # nats; likewise for texts: some ten sentences' worth would be 250
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class FreePair:
    """A sentence pair that shares enough outside the masks. Weights are in nats, `in_order` in words."""

    left: int
    right: int
    similarity: float
    shared: float
    content: float
    in_order: int  # longest common subsequence of free stems
    shorter: int  # free words of the shorter sentence
    left_span: Span
    right_span: Span


@dataclass(frozen=True, slots=True)
class Measures:
    """Two readings compared. Shares are of the left or right text outside masks, 0 to 1."""

    passages: tuple[Passage, ...]  # maximal
    aligned: tuple[Passage, ...]  # the spans of `pairs`
    pairs: tuple[SentencePair, ...]
    free: tuple[FreePair, ...]
    ordered: int  # sentence pairs in the longest stretch that keeps one order
    sentences: tuple[int, int]  # sentences with free words, left and right
    free_words: tuple[int, int]
    in_runs: tuple[int, int]  # free words inside common runs of RUN words or more
    verbatim: tuple[float, float]  # share of all words in common runs, masked ones too
    run: int  # longest free common run, in words
    run_span: tuple[Span | None, Span | None]
    skeleton: int  # common n-grams of function words
    weight: tuple[float, float]  # share of the weight of each text that the free pairs share
    lead: tuple[float, float]  # the same for the first three sentences of each


def measure(left: Reading, right: Reading) -> Measures:
    """Compare two texts: n-grams, sentence alignment, order, and all of it outside the masks."""
    alignment = align_grids(left.grid, right.grid)
    shared = _shared(left.free_rows, right.free_rows, alignment)
    content = _shared(left.content_rows, right.content_rows, alignment)
    held = (left.free_rows @ alignment.left, right.free_rows @ alignment.right)
    free = tuple(
        pair for found in alignment.pairs if (pair := _free_pair(left, right, found, shared, content, held)) is not None
    )
    aligned = tuple(_passage(left, right, pair, shared) for pair in alignment.pairs)
    runs_left, runs_right = _free_runs(left, right), _free_runs(right, left)
    start, end = longest_run(runs_left)
    return Measures(
        passages=stretches(left, right, alignment.pairs, aligned),
        aligned=aligned,
        pairs=alignment.pairs,
        free=free,
        ordered=_ordered([pair.right for pair in free]),
        sentences=(int((held[0] > 0).sum()), int((held[1] > 0).sum())),
        free_words=(left.free, right.free),
        in_runs=(int(runs_left.sum()), int(runs_right.sum())),
        verbatim=(_verbatim(left, right), _verbatim(right, left)),
        run=end - start,
        run_span=(_words_span(left, start, end), _longest_span(right, runs_right)),
        skeleton=int(member(left.skeleton, right.skeleton).sum()),
        weight=_weights(free, held),
        lead=(_lead([(p.left, p.shared) for p in free], held[0]), _lead([(p.right, p.shared) for p in free], held[1])),
    )


def _shared(left: npt.NDArray[np.float32], right: npt.NDArray[np.float32], alignment: Alignment) -> Floats:
    """The weight that each left and right sentence share."""
    weighed = left[:, alignment.at_left] * alignment.common
    return np.asarray(weighed @ right[:, alignment.at_right].T, dtype=np.float64)


def _free_pair(
    left: Reading, right: Reading, found: SentencePair, shared: Floats, content: Floats, held: tuple[Floats, Floats]
) -> FreePair | None:
    """The best one-to-one pair of an aligned group, if it shares enough outside the masks."""
    weight, i, j = max((float(shared[i, j]), i, j) for i in found.left for j in found.right)
    mass = max(float(held[0][i]), _LEAST_HELD) * max(float(held[1][j]), _LEAST_HELD)
    similarity = weight / mass**0.5
    if weight <= _FREE_WEIGHT or similarity <= _FREE_SIMILARITY:
        return None
    words = left.free_keys[i], right.free_keys[j]
    return FreePair(
        left=i,
        right=j,
        similarity=similarity,
        shared=weight,
        content=float(content[i, j]),
        in_order=int(LCSseq.similarity(*words)),
        shorter=min(len(words[0]), len(words[1])),
        left_span=left.document.sentences[i].span,
        right_span=right.document.sentences[j].span,
    )


def _free_runs(one: Reading, other: Reading) -> Flags:
    """Words of `one` in common runs that neither text masks."""
    common = member(one.runs, other.sorted_runs)
    common &= ~member(one.runs, one.masked_runs) & ~member(one.runs, other.masked_runs)
    return covered(common, RUN, len(one.words))


def _verbatim(one: Reading, other: Reading) -> float:
    if len(one.words) < RUN:
        return float(np.array_equal(one.words.forms, other.words.forms))
    return float(covered(member(one.runs, other.sorted_runs), RUN, len(one.words)).mean())


def _longest_span(reading: Reading, flags: Flags) -> Span | None:
    return _words_span(reading, *longest_run(flags))


def _words_span(reading: Reading, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    return reading.span_of(start, end)


def _ordered(rights: Sequence[int]) -> int:
    """The length of the longest increasing subsequence: the pairs that keep one order (patience sorting)."""
    tops: list[int] = []
    for place in rights:
        at = bisect.bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)


def _weights(free: Sequence[FreePair], held: tuple[Floats, Floats]) -> tuple[float, float]:
    shared = sum(pair.shared for pair in free)
    return shared / max(float(held[0].sum()), _SMALL_TEXT), shared / max(float(held[1].sum()), _SMALL_TEXT)


def _lead(shared: Sequence[tuple[int, float]], held: Floats) -> float:
    """How much of the weight of a text's first three full sentences has a partner in the other text."""
    first = np.flatnonzero(held > _LEAST_HELD)[:3]
    partners = dict(shared)
    mass = float(held[first].sum())
    return sum(min(partners.get(int(i), 0.0), float(held[i])) for i in first) / mass if mass else 0.0


def _passage(left: Reading, right: Reading, found: SentencePair, shared: Floats) -> Passage:
    """An aligned group as spans; masked where less than half of what it shares is free."""
    free = max(float(shared[i, j]) for i in found.left for j in found.right)
    spans = _group_span(left, found.left), _group_span(right, found.right)
    mask = "" if free >= _HALF * found.shared else _mask_of(left, spans[0]) or _mask_of(right, spans[1])
    return Passage(spans[0], spans[1], found.similarity, mask)


def _group_span(reading: Reading, group: Sequence[int]) -> Span:
    sentences = reading.document.sentences
    return Span(reading.id, sentences[group[0]].span.start, sentences[group[-1]].span.end)


def _mask_of(reading: Reading, span: Span) -> str:
    held = reading.between(span)
    return reading.mask_name(held.start, held.stop)
