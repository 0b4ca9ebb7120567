"""Text origins: which line of reporting the words at a span came from (DESIGN, "Independence, defined")."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from headwater.ranges import off_by
from headwater.text.spans import overlap
from headwater.types import Count, DerivationKind, Doubt, Passage, Span, Stemma

__all__ = ["Origins", "copied_passages", "first_with", "turned"]


class Origins:
    """Text origins by the stemma: which line the words at a span came from."""

    def __init__(self, stemma: Stemma) -> None:
        self._line_of = {article: line.id for line in stemma.lines for article in line.articles}
        self._lent = _by_child(passage for edge in stemma.edges if not edge.whole for passage in edge.passages)
        self._copied = _by_child(copied_passages(stemma))
        self._copies = {edge.child for edge in stemma.edges if edge.whole}
        self._open = [
            Doubt((pair.left,), (pair.right,), _chance(pair.score))
            for pair in stemma.derivations
            if pair.kind is DerivationKind.UNDECIDED
        ]
        self._doubts = [(frozenset(doubt.left), frozenset(doubt.right), doubt.chance) for doubt in stemma.doubts]

    def is_copy(self, article: str) -> bool:
        """Whether the article as a whole came by copying, from another article or an unseen original."""
        return article in self._copies

    def line(self, span: Span) -> str:
        """The id of the line that the words at `span` came from.

        Lent passages are followed from lender to lender, and through the copies of a text that borrowed, until no
        parent is left. Words that lie in a lent passage for their smaller part stay with their article.
        """
        return self._line_of[self._path(span)[-1]]

    def _home(self, span: Span) -> str:
        """The first article, from the span's own backwards, that stands in the line that the words came from."""
        path = self._path(span)
        return next(article for article in path if self._line_of[article] == self._line_of[path[-1]])

    def _path(self, span: Span) -> list[str]:
        """The articles of lines that the words went through, backwards from the span's own."""
        path, seen = [span.article], {span}
        while (span := self._parent(span)) not in seen:
            seen.add(span)
            if span.article in self._line_of:
                path.append(span.article)
        return path

    def _parent(self, span: Span) -> Span:
        """The words that these were taken from, in the lender or in the text that the article copies; else the same."""
        for passages in (self._lent, self._copied):
            for passage in passages.get(span.article, ()):
                if overlap(passage.right, span) * 2 > span.end - span.start:
                    return passage.left
        return span

    def lines(self, spans: Iterable[Span]) -> tuple[Count, tuple[str, ...]]:
        """How many lines stand behind the spans, and their ids: a range where it is not certain, with its doubts.

        In doubt are lines of which some pair may or may not share a text, and groups of articles that may be one line
        or two (`Stemma.doubts`), as far as words of the spans came from both.
        """
        spans = tuple(sorted(set(spans)))
        homes = {self._home(span) for span in spans}
        ids = tuple(sorted({self._line_of[home] for home in homes}))
        joining = self._undecided({span.article for span in spans}, ids)
        joined = _joined(ids, [(self._line_of[a], self._line_of[b]) for (a,), (b,) in map(_sides, joining)])
        apart, within = self._doubted(homes, joined)
        low, high = off_by([1 - doubt.chance for doubt in (*apart, *within)], len(apart))
        doubts = sorted({*joining, *(apart if low else ()), *(within if high else ())})
        least = len(set(joined.values())) - low
        return Count(max(min(1, len(ids)), least), len(ids), len(ids) + high, (), tuple(doubts)), ids

    def _undecided(self, articles: AbstractSet[str], ids: Sequence[str]) -> list[Doubt]:
        """Pairs of articles of different lines whose words at these spans may or may not be one text."""
        found = []
        for doubt in self._open:
            (left,), (right,) = _sides(doubt)
            lines = {self._line_of[left], self._line_of[right]}
            if {left, right} <= articles and len(lines) > 1 and lines <= set(ids):
                found.append(doubt)
        return found

    def _doubted(self, homes: AbstractSet[str], joined: Mapping[str, str]) -> tuple[list[Doubt], list[Doubt]]:
        """The doubts that have some of the homes on both sides: between lines not joined already, and within a line."""
        apart, within = [], []
        for left, right, chance in self._doubts:
            if left.isdisjoint(homes) or right.isdisjoint(homes):
                continue
            doubt = Doubt(tuple(sorted(left & homes)), tuple(sorted(right & homes)), chance)
            lines = [{self._line_of[article] for article in side} for side in _sides(doubt)]
            if lines[0] & lines[1]:
                within.append(doubt)
            elif {joined[line] for line in lines[0]}.isdisjoint(joined[line] for line in lines[1]):
                apart.append(doubt)
        return apart, within


def _sides(doubt: Doubt) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return doubt.left, doubt.right


def _chance(score: float) -> float:
    """What log-odds are as a chance."""
    return round(1 / (1 + math.exp(-score)), 3)


def _by_child(passages: Iterable[Passage]) -> Mapping[str, Sequence[Passage]]:
    """Passages, the parent's side on the left, by the article that took them; what is masked was not taken."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if not passage.mask:
            found[passage.right.article].append(passage)
    return found


def copied_passages(stemma: Stemma) -> Iterator[Passage]:
    """Sentence by sentence what each article has from the one it copies, the parent's side on the left."""
    whole = {(edge.parent, edge.child) for edge in stemma.edges if edge.whole}
    for each in stemma.derivations:
        if (each.left, each.right) in whole:
            yield from each.sentences
        elif (each.right, each.left) in whole:
            yield from map(turned, each.sentences)


def first_with(stemma: Stemma) -> dict[str, str]:
    """For each article that has the very words of others the one of these on which the stemma hangs it."""
    whole = {(edge.parent, edge.child) for edge in stemma.edges if edge.whole}
    found = {}
    for each in stemma.derivations:
        if any(part.name == "identical text" for part in each.evidence):
            first, copy = (each.right, each.left) if (each.right, each.left) in whole else (each.left, each.right)
            found[copy] = first
    return found


def turned(passage: Passage) -> Passage:
    """The passage with its sides exchanged."""
    return Passage(passage.right, passage.left, passage.similarity, passage.mask)


def _joined(lines: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first line of each line's group, if those of each pair are one."""
    group = {line: frozenset({line}) for line in lines}
    for one, other in pairs:
        together = group[one] | group[other]
        group.update(dict.fromkeys(together, together))
    return {line: min(together) for line, together in group.items()}
