"""What two texts have in common outside the masks, as numbers with the spans they were read from."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq, MatchingBlock

from headwater.derivations.passages import stretches
from headwater.derivations.readings import RUN, Reading
from headwater.text.align import Alignment, SentencePair, align_grids, held_by
from headwater.text.shingles import longest_run, member
from headwater.types import Passage, Span

__all__ = ["FreePair", "Measures", "measure"]

Rows = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
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
    changed: int  # words that one sentence has and the other lacks at that place, both sides
    exchanged: int  # ... of those, where as many words stand in their place
    filled: int  # names and numbers of the sentence that has fewer of them
    filled_alike: int  # ... that the other has too
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
    quotes: int  # quotes cut alike, in the longest stretch that keeps one order
    quote_span: tuple[Span | None, Span | None]  # the first of them
    skeleton: int  # common n-grams of function words
    weight: tuple[float, float]  # share of the weight of each text that the free pairs share
    lead: tuple[float, float]  # the same for the first three sentences of each


def measure(left: Reading, right: Reading) -> Measures:
    """Compare two texts: n-grams, sentence alignment, order, and all of it outside the masks."""
    alignment = align_grids(left.grid, right.grid)
    held = held_by(left.free_rows, alignment.left), held_by(right.free_rows, alignment.right)
    best = _best_of_groups(left, right, alignment)
    free = tuple(pair for found in best if (pair := _free_pair(left, right, found, held)) is not None)
    aligned = tuple(
        _passage(left, right, pair, found.shared) for pair, found in zip(alignment.pairs, best, strict=True)
    )
    common, quotes = _common_runs(left, right), _same_quotes(left, right)
    runs_left, runs_right = _flagged(left, common[0].free), _flagged(right, common[1].free)
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
        verbatim=(_verbatim(left, right, common[0]), _verbatim(right, left, common[1])),
        run=end - start,
        run_span=(_words_span(left, start, end), _longest_span(right, runs_right)),
        quotes=_ordered([right_span.start for _, right_span in quotes]),
        quote_span=quotes[0] if quotes else (None, None),
        skeleton=int(member(left.skeleton, right.skeleton).sum()),
        weight=_weights(free, held),
        lead=(_lead([(p.left, p.shared) for p in free], held[0]), _lead([(p.right, p.shared) for p in free], held[1])),
    )


class _Best(NamedTuple):
    """The sentences of an aligned group that share most outside the masks, and how much, in nats."""

    shared: float
    content: float
    left: int
    right: int


def _best_of_groups(left: Reading, right: Reading, alignment: Alignment) -> list[_Best]:
    """The best one-to-one pair of each aligned group."""
    if not alignment.pairs:
        return []
    cells = [(n, i, j) for n, pair in enumerate(alignment.pairs) for i in pair.left for j in pair.right]
    _, lefts, rights = (list(column) for column in zip(*cells, strict=True))
    free = _shared(left.free_rows, right.free_rows, lefts, rights, alignment)
    content = _shared(left.content_rows, right.content_rows, lefts, rights, alignment)
    best = [_Best(-1.0, 0.0, 0, 0)] * len(alignment.pairs)
    for (number, i, j), weight, of_content in zip(cells, free, content, strict=True):
        best[number] = max(best[number], _Best(weight, of_content, i, j), key=lambda each: (each.shared, each[2:]))
    return best


def _shared(left: Rows, right: Rows, lefts: list[int], rights: list[int], alignment: Alignment) -> list[float]:
    """The weight that each left sentence shares with the right one of the same number."""
    both = left[alignment.at_left][:, lefts] * right[alignment.at_right][:, rights]
    return list(held_by(both, alignment.common).tolist())


def _free_pair(left: Reading, right: Reading, found: _Best, held: tuple[Rows, Rows]) -> FreePair | None:
    """The pair, if it shares enough outside the masks."""
    weight, content, i, j = found
    mass = max(float(held[0][i]), _LEAST_HELD) * max(float(held[1][j]), _LEAST_HELD)
    similarity = weight / mass**0.5
    if weight <= _FREE_WEIGHT or similarity <= _FREE_SIMILARITY:
        return None
    words = left.free_keys[i], right.free_keys[j]
    common = LCSseq.editops(*words).as_matching_blocks()
    in_order = sum(block.size for block in common)
    return FreePair(
        left=i,
        right=j,
        similarity=similarity,
        shared=weight,
        content=content,
        in_order=in_order,
        shorter=min(len(words[0]), len(words[1])),
        changed=len(words[0]) + len(words[1]) - 2 * in_order,
        exchanged=_exchanged(common),
        filled=min(len(left.filled[i]), len(right.filled[j])),
        filled_alike=(Counter(left.filled[i]) & Counter(right.filled[j])).total(),
        left_span=left.document.sentences[i].span,
        right_span=right.document.sentences[j].span,
    )


def _exchanged(common: Sequence[MatchingBlock]) -> int:
    """Words in the gaps between common words, and at both ends, that are as wide on one side as on the other."""
    found = left = right = 0
    for block in common:
        gap = block.a - left
        found += 2 * gap if gap == block.b - right else 0
        left, right = block.a + block.size, block.b + block.size
    return found


class _Common(NamedTuple):
    """Where the common runs begin in one of two texts: all of them, and those that neither text masks."""

    all: Places
    free: Places


def _common_runs(left: Reading, right: Reading) -> tuple[_Common, _Common]:
    in_left = member(left.sorted_runs, right.sorted_runs)
    hashes = left.sorted_runs[in_left]
    in_right = member(right.sorted_runs, hashes)
    masked = np.union1d(*(each.masked_runs[member(each.masked_runs, hashes)] for each in (left, right)))
    return _places(left, in_left, masked), _places(right, in_right, masked)


def _places(reading: Reading, common: Flags, masked: npt.NDArray[np.uint64]) -> _Common:
    places = reading.run_order[common]
    return _Common(places, places[~member(reading.sorted_runs[common], masked)])


def _flagged(reading: Reading, places: Places) -> Flags:
    """The words of a text that lie in the runs that begin at `places`."""
    flags = np.zeros(len(reading.words), dtype=np.bool_)
    if len(places):
        flags[np.unique(places[:, None] + np.arange(RUN))] = True
    return flags


def _verbatim(one: Reading, other: Reading, common: _Common) -> float:
    if len(one.words) < RUN:
        return float(np.array_equal(one.words.forms, other.words.forms))
    return float(_flagged(one, common.all).mean())


def _longest_span(reading: Reading, flags: Flags) -> Span | None:
    return _words_span(reading, *longest_run(flags))


def _words_span(reading: Reading, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    return reading.span_of(start, end)


def _same_quotes(left: Reading, right: Reading) -> list[tuple[Span, Span]]:
    """Quotes that both texts begin and end with the same words: each of the left, with the first like it."""
    places: dict[int, Span] = {}
    for words, span in right.quotes:
        places.setdefault(words, span)
    return [(span, places[words]) for words, span in left.quotes if words in places]


def _ordered(rights: Sequence[int]) -> int:
    """The length of the longest increasing subsequence: the pairs that keep one order (patience sorting)."""
    tops: list[int] = []
    for place in rights:
        at = bisect.bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)


def _weights(free: Sequence[FreePair], held: tuple[Rows, Rows]) -> tuple[float, float]:
    shared = sum(pair.shared for pair in free)
    return shared / max(float(held[0].sum()), _SMALL_TEXT), shared / max(float(held[1].sum()), _SMALL_TEXT)


def _lead(shared: Sequence[tuple[int, float]], held: Rows) -> float:
    """How much of the weight of a text's first three full sentences has a partner in the other text."""
    first = np.flatnonzero(held > _LEAST_HELD)[:3]
    partners = dict(shared)
    mass = float(held[first].sum())
    return sum(min(partners.get(int(i), 0.0), float(held[i])) for i in first) / mass if mass else 0.0


def _passage(left: Reading, right: Reading, found: SentencePair, free: float) -> Passage:
    """An aligned group as spans; masked where less than half of what it shares, `free`, is free."""
    spans = _group_span(left, found.left), _group_span(right, found.right)
    mask = "" if free >= _HALF * found.shared else _mask_of(left, spans[0]) or _mask_of(right, spans[1])
    return Passage(spans[0], spans[1], found.similarity, mask)


def _group_span(reading: Reading, group: Sequence[int]) -> Span:
    sentences = reading.document.sentences
    return Span(reading.id, sentences[group[0]].span.start, sentences[group[-1]].span.end)


def _mask_of(reading: Reading, span: Span) -> str:
    held = reading.between(span)
    return reading.mask_name(held.start, held.stop)
