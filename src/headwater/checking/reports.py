"""The reports as a draft is held against them: every sentence that reports, found by the words it shares with a claim.

A sentence is a candidate for what it shares, each word weighed by how few sentences have it (Robertson and Spärck
Jones's inverse document frequency); words that the thesaurus takes for each other count for a part.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.rewording.sides import Side, WordKind, side_of
from headwater.text.thesaurus import meeting_keys, synonyms
from headwater.types import Document, Span

__all__ = ["Reported", "Reports"]

_LEAST_SYNONYM: Final = 0.35  # of `synonyms`, from which two words may say the same
_BESIDE: Final = 0.25  # what a sentence gets of what its neighbours share: a claim may be told over two
_NEVER_SYNONYMS: Final = frozenset({WordKind.SMALL, WordKind.NUMBER, WordKind.NAME, WordKind.UNIT})


@dataclass(frozen=True, slots=True, eq=False)
class Reported:
    """One sentence of a report: its number among all, its own number in the document, its words."""

    number: int
    document: Document
    at: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.document.sentences[self.at].span


class Reports:
    """The sentences of some documents that report something, and which words stand in which."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.sentences = tuple(_reporting(documents))
        self._texts = {document.article.id: document.article.text for document in documents}
        self._sides: dict[int, Side] = {}
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._lemmas: dict[str, str] = {}  # lemma -> stem
        for sentence in self.sentences:
            side = self.side(sentence.number)
            for stem in dict.fromkeys(side.stems):
                self._holders[stem].append(sentence.number)
            for lemma, stem, kind in zip(side.lemmas, side.stems, side.kinds, strict=True):
                if kind not in _NEVER_SYNONYMS:
                    self._lemmas.setdefault(lemma, stem)
        self._by_sense: Mapping[int, list[str]] = _by_sense(self._lemmas)

    def side(self, number: int) -> Side:
        """The words of a sentence."""
        if number not in self._sides:
            sentence = self.sentences[number]
            self._sides[number] = side_of(sentence.document, sentence.span)
        return self._sides[number]

    def read(self, span: Span) -> str:
        """The words of a span. Raises `KeyError` if it is in no report."""
        return self._texts[span.article][span.start : span.end]

    def holders(self, stem: str) -> Sequence[int]:
        """The numbers of the sentences that have a word of this stem."""
        return self._holders.get(stem, ())

    def rarity(self, stem: str) -> float:
        """How much it tells that a sentence has the word: nats, 0 for a word that all have."""
        return math.log((1 + len(self.sentences)) / (0.5 + len(self.holders(stem))))

    @functools.lru_cache(maxsize=4096)  # noqa: B019  # lives as long as one check
    def alike(self, lemma: str) -> tuple[tuple[str, float], ...]:
        """The stems of other words of the reports that can say what the lemma says, with their likeness, best first."""
        near = {other for key in meeting_keys(lemma, _LEAST_SYNONYM) for other in self._by_sense.get(key, ())}
        found = [(self._lemmas[other], synonyms(lemma, other)) for other in near if other != lemma]
        return tuple(sorted((each for each in found if each[1] >= _LEAST_SYNONYM), key=lambda each: (-each[1], each)))

    def candidates(self, side: Side, most: int) -> tuple[int, ...]:
        """The sentences that share most with a claim's words, the best first."""
        scores: dict[int, float] = defaultdict(float)
        for lemma, stem, kind in dict.fromkeys(zip(side.lemmas, side.stems, side.kinds, strict=True)):
            if kind is WordKind.SMALL:
                continue
            for other, likeness in ((stem, 1.0), *(() if kind in _NEVER_SYNONYMS else self.alike(lemma))):
                for number in self.holders(other):
                    scores[number] += likeness * self.rarity(other)
        ranked = {number: round(self._with_neighbours(scores, number), 6) for number in scores}
        return tuple(sorted(ranked, key=lambda number: (-ranked[number], number))[:most])

    def _with_neighbours(self, scores: Mapping[int, float], number: int) -> float:
        beside = [near for near in (number - 1, number + 1) if self._same_report(number, near)]
        length = 1 + 0.02 * len(self.side(number))
        return (scores[number] + _BESIDE * sum(scores.get(near, 0.0) for near in beside)) / length

    def _same_report(self, one: int, other: int) -> bool:
        inside = 0 <= other < len(self.sentences)
        return inside and self.sentences[one].document is self.sentences[other].document


def _reporting(documents: Sequence[Document]) -> Iterator[Reported]:
    number = 0
    for document in sorted(documents, key=lambda each: each.article.id):
        furniture = [part.span for part in document.furniture]
        for at, sentence in enumerate(document.sentences):
            if not any(part.start <= sentence.span.start and sentence.span.end <= part.end for part in furniture):
                yield Reported(number, document, at)
                number += 1


def _by_sense(lemmas: Mapping[str, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for lemma in lemmas:
        for key in meeting_keys(lemma, _LEAST_SYNONYM):
            found[key].append(lemma)
    return found
