"""Spans of one document against the gold's: exact, at a threshold of shared tokens, by tokens, and time expressions.

Each scorer gives the tally of a document; the figure of a corpus is the score of the sum (`tally.total`). Spans are
pairs (start, end) of code points, end exclusive; where spans may be broken in pieces, they are sets of token positions
(`tokens_in`). A document without spans on either side gives the empty tally, which adds nothing to a sum.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

from quality.scoring.tally import Tally

__all__ = [
    "Timex",
    "TimexTally",
    "match_spans",
    "tally_exact",
    "tally_overlapping",
    "tally_timexes",
    "tally_tokens",
    "tokens_in",
]

Extent: TypeAlias = tuple[int, int]
Tokens: TypeAlias = frozenset[int]


def tally_exact(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Tally:
    """Count the spans that are the same on both sides, one to one (Tjong Kim Sang & De Meulder 2003).

    Spans are whatever is to be the same: (start, end), or (start, end, label), or a set of tokens.
    """
    golds, predictions = Counter(gold), Counter(predicted)
    return Tally.matched((golds & predictions).total(), predictions.total(), golds.total())


def tally_overlapping(gold: Sequence[Tokens], predicted: Sequence[Tokens], threshold: float = 0.5) -> Tally:
    """Count the spans matched one to one at this token Jaccard or more: see `match_spans`."""
    return Tally.matched(len(match_spans(gold, predicted, threshold)), len(predicted), len(gold))


def tally_tokens(gold: Iterable[Tokens], predicted: Iterable[Tokens]) -> Tally:
    """Count tokens: those in any gold span, in any predicted span, and in both. A token counts once."""
    golds, predictions = frozenset[int]().union(*gold), frozenset[int]().union(*predicted)
    return Tally.matched(len(golds & predictions), len(predictions), len(golds))


def match_spans(gold: Sequence[Tokens], predicted: Sequence[Tokens], threshold: float = 0.5) -> list[tuple[int, int]]:
    """Match spans one to one, greedily, the pair of the highest token Jaccard (Jaccard 1912) first.

    Only pairs that share a token and reach the threshold are matched. Of equal pairs the one whose gold span comes
    first in the text goes first, then the one whose predicted span does, so that the order of the input does not
    matter. Returns (gold index, predicted index), sorted.
    """
    overlaps = [(_jaccard(gold[g], predicted[p], shared), g, p) for (g, p), shared in _shared(gold, predicted).items()]
    orders = [sorted(span) for span in gold], [sorted(span) for span in predicted]
    best = sorted(overlaps, key=lambda row: (-row[0], orders[0][row[1]], orders[1][row[2]], row[1], row[2]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for jaccard, g, p in best:
        if jaccard >= threshold and g not in matched and p not in taken:
            matched[g] = p
            taken.add(p)
    return sorted(matched.items())


def tokens_in(tokens: Sequence[Extent], pieces: Iterable[Extent]) -> Tokens:
    """Return the positions of the tokens that overlap any of the pieces.

    `tokens` are the (start, end) of a document's tokens, in order and apart. An empty piece holds no token.
    """
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    spans = [range(bisect_right(ends, start), bisect_left(starts, end)) for start, end in pieces if start < end]
    return frozenset(position for span in spans for position in span)


class Timex(Struct, frozen=True, order=True):
    """A time expression: its extent in code points, end exclusive, and its value as TIMEX3 writes it."""

    start: int
    end: int
    value: str


class TimexTally(Struct, frozen=True):
    """Extents matched strictly, extents matched relaxedly, and relaxed matches of the right value."""

    strict: Tally = Tally()
    relaxed: Tally = Tally()
    value: Tally = Tally()

    def __add__(self, other: TimexTally) -> TimexTally:
        return TimexTally(self.strict + other.strict, self.relaxed + other.relaxed, self.value + other.value)


def tally_timexes(gold: Collection[Timex], predicted: Collection[Timex]) -> TimexTally:
    """Count time expressions as TempEval-3 does (UzZaman et al. 2013).

    Strict: the same extent. Relaxed: extents that share a character, matched one to one, the most alike first. Value:
    relaxed matches whose values are the same string. The F1 of value is TempEval-3's: F1 of the relaxed extents times
    the share of the relaxed matches whose value is right. Expressions of no length match nothing.
    """
    golds, predictions = sorted(gold), sorted(predicted)
    extents = [frozenset(range(timex.start, timex.end)) for timex in golds]
    found = [frozenset(range(timex.start, timex.end)) for timex in predictions]
    pairs = [(golds[g], predictions[p]) for g, p in match_spans(extents, found, 0)]
    strict = sum((g.start, g.end) == (p.start, p.end) for g, p in pairs)
    right = sum(g.value == p.value for g, p in pairs)
    counts = (Tally.matched(matched, len(predictions), len(golds)) for matched in (strict, len(pairs), right))
    return TimexTally(*counts)


def _jaccard(one: Tokens, other: Tokens, shared: int) -> float:
    return shared / (len(one) + len(other) - shared)


def _shared(gold: Sequence[Tokens], predicted: Sequence[Tokens]) -> Counter[tuple[int, int]]:
    """Count the tokens that each pair of spans shares; pairs that share none are left out."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(predicted):
        for token in span:
            holders[token].append(number)
    return Counter((g, p) for g, span in enumerate(gold) for token in span for p in holders.get(token, ()))
