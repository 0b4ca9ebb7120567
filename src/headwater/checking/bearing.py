"""Which sentences of the reports bear a claim out, and which of its words each of them has.

A draft merges sentences, so up to a few sentences are taken: the one that has most of the claim's words, by weight,
then whichever adds most to it.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.checking.reports import Reports
from headwater.text.respelling import respelt
from headwater.text.rewording.matching import match_words
from headwater.text.rewording.sides import Side, WordKind
from headwater.types import Quantity, Span

__all__ = ["Bearing", "Met", "bearing_of", "bounds_number", "in_a_row", "share_of", "weight_of", "words_at"]

_CANDIDATES: Final = 10
_ALMOST: Final = 0.95  # what a match in another spelling or of a rounded number is worth
_PLAIN: Final = frozenset({"", "ordinal", "age", "compound"})
_MOST: Final = 3  # sentences that one claim is put together from
_LEAST_GAIN: Final = 0.08  # of a claim's weight, for which one more sentence is taken
_WEIGHTS: Final = {
    WordKind.SMALL: 0.0,
    WordKind.NAME: 1.6,
    WordKind.NUMBER: 1.6,
    WordKind.UNIT: 0.6,
    WordKind.TIME: 0.8,
    WordKind.VERB: 1.0,
    WordKind.OTHER: 1.0,
}


@dataclass(frozen=True, slots=True)
class Met:
    """A word of a claim met in a report: the sentence, the word in it, and what the match is worth (0 to 1)."""

    sentence: int
    word: int
    worth: float


@dataclass(frozen=True, slots=True, eq=False)
class Bearing:
    """A claim's words against the reports.

    `base` are the sentences it is put together from, the best first; `met` its words found in them, `elsewhere` those
    found only in other sentences that are like it. `near` are all candidates with what each met.
    """

    claim: Side
    reports: Reports
    base: tuple[int, ...]
    met: Mapping[int, Met]
    elsewhere: Mapping[int, Met]
    near: Mapping[int, Mapping[int, tuple[int, float]]]

    def side(self, sentence: int) -> Side:
        """The words of a sentence of the reports."""
        return self.reports.side(sentence)


def weight_of(claim: Side, word: int) -> float:
    """How much of a claim a word carries; nothing if it only bounds a number, which is compared with its bound."""
    return 0.0 if bounds_number(claim, word) else _WEIGHTS[claim.kinds[word]]


def bounds_number(side: Side, word: int) -> bool:
    """Whether a word stands before a number as part of it: "about" 40, "no fewer than" 12."""
    quantity = _quantity(side, word) if side.kinds[word] is not WordKind.NUMBER else None
    if quantity is None or quantity.modifier in _PLAIN:
        return False
    behind = (at for at in range(word + 1, len(side)) if side.kinds[at] is WordKind.NUMBER)
    number = next(behind, None)
    return number is not None and side.tokens[number].start < quantity.span.end


def bearing_of(claim: Side, reports: Reports) -> Bearing:
    """The sentences that bear the claim out, as far as any do."""
    near = {number: _matched(claim, reports.side(number)) for number in reports.candidates(claim, _CANDIDATES)}
    base = _base(claim, near)
    met = _met(base, near)
    elsewhere = {word: found for word, found in _met(tuple(near), near).items() if word not in met}
    return Bearing(claim, reports, base, met, elsewhere, near)


def _matched(claim: Side, side: Side) -> dict[int, tuple[int, float]]:
    """The words of a claim met in a sentence: as rewordings are matched, in any spelling, and rounded numbers."""
    met = dict(match_words(claim, side).left)
    taken = {there for there, _ in met.values()}
    spelt = {respelt(form): at for at, form in reversed(list(enumerate(side.forms))) if at not in taken}
    for word in range(len(claim)):
        there = spelt.get(respelt(claim.forms[word])) if word not in met else None
        if there is None and word not in met and claim.kinds[word] is WordKind.NUMBER:
            there = _rounded(claim, word, side)
        if there is not None and there not in taken:
            met[word] = there, _ALMOST
            taken.add(there)
    return met


def _rounded(claim: Side, word: int, side: Side) -> int | None:
    """The number that a bounded or rounded one holds: "nearly 130" 127, "more than 120" too."""
    own = _quantity(claim, word)
    if own is None or own.modifier in _PLAIN:
        return None
    for at, kind in enumerate(side.kinds):
        other = _quantity(side, at) if kind is WordKind.NUMBER else None
        if other is not None and own.low <= other.low and other.high <= own.high and own.unit == other.unit:
            return at
    return None


def _quantity(side: Side, word: int) -> Quantity | None:
    """The quantity that a word is part of."""
    token = side.tokens[word]
    return next((each for each in side.quantities if each.span.start < token.end and token.start < each.span.end), None)


def _base(claim: Side, near: Mapping[int, Mapping[int, tuple[int, float]]]) -> tuple[int, ...]:
    whole = sum(weight_of(claim, word) for word in range(len(claim))) or 1.0
    chosen: list[int] = []
    covered: dict[int, float] = {}
    while len(chosen) < _MOST:
        gains = {n: _gain(claim, found, covered) for n, found in near.items() if n not in chosen}
        best = max(gains, key=lambda number: (round(gains[number], 6), -number), default=None)
        if best is None or gains[best] < (_LEAST_GAIN * whole if chosen else 1e-9):
            break
        chosen.append(best)
        for word, (_, worth) in near[best].items():
            covered[word] = max(worth, covered.get(word, 0.0))
    return tuple(chosen)


def _gain(claim: Side, found: Mapping[int, tuple[int, float]], covered: Mapping[int, float]) -> float:
    return sum(weight_of(claim, word) * max(0.0, worth - covered.get(word, 0.0)) for word, (_, worth) in found.items())


def _met(sentences: Sequence[int], near: Mapping[int, Mapping[int, tuple[int, float]]]) -> dict[int, Met]:
    """Each word where it is met best, in the earlier sentence of equals."""
    met: dict[int, Met] = {}
    for number in sentences:
        for word, (there, worth) in near[number].items():
            if word not in met or worth > met[word].worth:
                met[word] = Met(number, there, worth)
    return met


def words_at(side: Side, span: Span) -> str:
    """The words of a span of the side's document, as they stand there."""
    return side.document.article.text[span.start : span.end]


def share_of(bearing: Bearing, number: int) -> float:
    """How much of a claim, by weight, a sentence has."""
    claim, met = bearing.claim, bearing.near[number]
    whole = sum(weight_of(claim, word) for word in range(len(claim))) or 1.0
    return sum(weight_of(claim, word) * worth for word, (_, worth) in met.items()) / whole


def in_a_row(bearing: Bearing) -> float:
    """The share of the claim's words that follow each other as in the best sentence."""
    if not bearing.base:
        return 0.0
    places = [place for _, (place, worth) in sorted(bearing.near[bearing.base[0]].items()) if worth == 1.0]
    kept = sum(0 < after - before <= 2 for before, after in itertools.pairwise(places)) + bool(places)
    return kept / max(1, len(bearing.claim))
