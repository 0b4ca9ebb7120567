"""Pairs of texts with what is true of them: stories that the scribe writes, compared as the product does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.derivations.comparing import compare
from headwater.derivations.directions import Sign, signs_of
from headwater.derivations.directions.common import common_signs
from headwater.derivations.directions.thirds import Thirds
from headwater.derivations.directions.weighing import evidence_of
from headwater.derivations.readings import read_all
from headwater.derivations.witnesses import Heard, hear
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.testing.scribe import Manner, Told
from headwater.types import DerivationKind, Document, Evidence

__all__ = ["Row", "Story", "Truth", "pairs_of", "rows"]

Story = tuple[Told, tuple[Document, ...]]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Truth:
    """Of two texts of one line: 1 if the left one is the other's source, -1 if the right one is, 0 if neither is.

    `manner` is how the one was made from the other at first hand; None for what is further apart. `lost`: no text that
    both come from was handed over.
    """

    way: int
    manner: Manner | None
    lost: bool


@dataclass(frozen=True)
class Row:
    """A pair: its truth, what each sign is worth for left to right less right to left, and the words for a reader."""

    seed: int
    truth: Truth
    heard: Heard
    signs: Mapping[str, float]

    def towards(self, weights: Mapping[str, float]) -> tuple[Evidence, ...]:
        """The evidence for a way under some weights, capped as the product caps it."""
        return evidence_of(*self._signs(), weights)

    def common(self, weights: Mapping[str, float]) -> dict[str, float]:
        """The variables of the second sum under some weights of the first."""
        thirds = Thirds(self.heard.ways[0], self.heard.others)
        found = common_signs(*self.heard.ways, self.towards(weights), thirds)
        return {sign.name: sign.value for sign in found}

    def score(self, weights: Mapping[str, float]) -> float:
        """The log-odds for left to right."""
        return total(self.towards(weights))

    def _signs(self) -> tuple[tuple[Sign, ...], tuple[Sign, ...]]:
        return signs_of(self.heard.ways, self.heard.others, whole=_whole(self.heard))


def rows(seeds: Iterable[int], story: Callable[[int], Story]) -> Iterator[Row]:
    """All pairs inside the true lines of the stories, agencies' own versions and lent passages aside."""
    for seed in seeds:
        told, documents = story(seed)
        truths = {pair: truth for pair, truth in pairs_of(told) if truth.manner is not Manner.UPDATED}
        readings = {reading.id: reading for reading in read_all(documents)}
        judged = compare(tuple(readings.values()), sorted(truths), LocalEngine())
        line_of = told.line_of()
        for line in sorted(set(line_of.values())):
            of_line = [each for each in judged if {line_of[text] for text in each.pair} == {line}]
            for heard in hear(of_line, readings):
                there, back = signs_of(heard.ways, heard.others, whole=_whole(heard))
                signs = {sign.name: sign.value for sign in there}
                for sign in back:
                    signs[sign.name] = signs.get(sign.name, 0.0) - sign.value
                yield Row(seed, truths[heard.judged.pair], heard, signs)


def _whole(heard: Heard) -> bool:
    return heard.judged.derivation.kind is not DerivationKind.PARTIAL


def pairs_of(told: Told) -> Iterator[tuple[Pair, Truth]]:
    """The pairs of articles handed over of which one comes from the other, or both from one text."""
    parents: dict[str, set[str]] = {}
    made = {}
    for copy in told.copies:
        if copy.manner is not Manner.BORROWED:
            parents.setdefault(copy.child, set()).add(copy.parent)
            made[copy.parent, copy.child] = copy.manner
    given = sorted(article.id for article in told.articles)
    above = {text: _above(text, parents) for text in given}
    for left, right in combinations(given, 2):
        shared = (above[left] | {left}) & (above[right] | {right})
        if shared:
            way = (left in above[right]) - (right in above[left])
            manner = made.get((left, right)) or made.get((right, left))
            yield (left, right), Truth(way, manner, not shared.intersection(given))


def _above(text: str, parents: Mapping[str, set[str]]) -> set[str]:
    """Everything a text comes from."""
    found: set[str] = set()
    waiting: Sequence[str] = [text]
    while waiting:
        fresh = {parent for each in waiting for parent in parents.get(each, ())} - found
        found |= fresh
        waiting = sorted(fresh)
    return found
