"""The sentences of several articles as a page shows them: numbered, with masks and differences cut out of the text."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from headwater.errors import UncitedLine
from headwater.evidence import quoted_words
from headwater.render.characters import one_line, visible
from headwater.render.comparison.view import Piece, Place, SentenceView, Stretch
from headwater.text.spans import meets, overlap
from headwater.types import (
    Alteration,
    AlterationKind,
    Article,
    Collation,
    Comparison,
    Difference,
    Direction,
    EditKind,
    Facing,
    Row,
    Span,
)

__all__ = ["LETTERS", "Sentences"]

LETTERS: Final = "ABCD"

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_KINDS: Final = (*AlterationKind, EditKind.REWORDED, EditKind.SYNONYM, EditKind.REORDERED, EditKind.SPELLING)
_ORDER: Final = {kind.value: place for place, kind in enumerate((*_KINDS, EditKind.ADDITION, EditKind.OMISSION))}
"""The gravest first: where several texts differ in several ways, a piece is called by the first of these."""


class _Mark(NamedTuple):
    """How one other text differs from some words."""

    start: int
    end: int
    name: str
    kind: str
    by: str


class _Mask(NamedTuple):
    start: int
    end: int
    name: str


class Sentences:
    """The sentences of a collation by article, in the order of the text. A is the first article."""

    def __init__(self, collation: Collation) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in collation.articles}
        self._letters = dict(zip(self._articles, LETTERS, strict=False))
        spans = sorted(chain.from_iterable(map(_spans_of, collation.rows)))
        if len(set(spans)) < len(spans):
            raise UncitedLine("a sentence stands twice in a comparison")
        self._spans = {name: [span for span in spans if span.article == name] for name in self._articles}
        self._paragraphs = {
            name: [found.start() for found in _PARAGRAPH.finditer(article.text)]
            for name, article in self._articles.items()
        }
        masked = sorted({one for pair in collation.pairs for one in pair.masked})
        self._masks = {
            name: [_Mask(one.span.start, one.span.end, one.mask) for one in masked if one.span.article == name]
            for name in self._articles
        }
        self._alone = dict(chain.from_iterable(map(_marks_alone, collation.pairs)))
        altered = {frozenset(article.id for article in pair.articles): pair.alterations for pair in collation.pairs}
        readings = [reading for row in collation.rows for reading in row.readings if reading.differences]
        self._altered = dict(chain.from_iterable(_altered(one, altered[_two(one)]) for one in readings))

    def shown(self, span: Span, rows: Iterable[Facing]) -> SentenceView:
        """A sentence of some rows, with what its partners have otherwise."""
        text = self._articles[span.article].text
        marks = list(self._marks(span, rows))
        masks = [one for one in self._masks[span.article] if one.start < span.end and one.end > span.start]
        self.words(span)  # raises UncitedLine where the offsets are not in the article
        return SentenceView(self.place(span), tuple(_stretches(text, span, masks, marks)))

    def place(self, span: Span, words: str = "") -> Place:
        """The sentence in which a span begins."""
        number = bisect.bisect_right(self._spans[span.article], span.start, key=lambda each: each.start)
        letter, number = self._letters[span.article], max(1, number)
        paragraph = max(1, bisect.bisect_right(self._paragraphs[span.article], span.start))
        return Place(f"{letter}{number}", f"{letter.lower()}{number}", words, paragraph)

    def opened(self, spans: Iterable[Span | None]) -> tuple[Place, ...]:
        """Where some spans stand, with their words."""
        return tuple(self.place(span, one_line(self.words(span))) for span in spans if span is not None)

    def words(self, span: Span) -> str:
        """The exact words of a span. Raises `UncitedLine` if it does not lie in one of the articles."""
        return quoted_words(span, self._articles)

    def letter(self, article: str) -> str:
        """The letter that an article goes by."""
        return self._letters[article]

    def kinds(self, rows: Iterable[Row]) -> tuple[tuple[str, int], ...]:
        """How the texts differ: each kind with how many differences are of it, the gravest first."""
        found = (
            self._kind(difference) for row in rows for reading in row.readings for difference in reading.differences
        )
        counts = Counter(kind for kind in found if kind)
        return tuple((kind, counts[kind]) for kind in _ORDER if counts[kind])

    def _marks(self, span: Span, rows: Iterable[Facing]) -> Iterator[_Mark]:
        """The differences that lie in a sentence, by how they are marked."""
        found = ((row, difference) for row in rows for difference in row.differences)
        for row, difference in found:
            for own, other in zip(_sides(difference), reversed(_sides(difference)), strict=True):
                if own is not None and meets(own, span):
                    yield self._mark(own, other, difference, row)

    def _mark(self, own: Span, other: Span | None, difference: Difference, row: Facing) -> _Mark:
        theirs = (row.right if own.article == row.left[0].article else row.left)[0].article
        name = "replaced" if other is not None else self._alone[own.article, theirs]
        return _Mark(own.start, own.end, name, self._kind(difference), self._letters[theirs])

    def _kind(self, difference: Difference) -> str:
        """What a difference is called: by the alteration that it made, if any, or what it did to the words."""
        return self._altered.get(difference, difference.kind.value if difference.kind is not None else "")


def _altered(reading: Facing, alterations: Sequence[Alteration]) -> Iterator[tuple[Difference, str]]:
    """The differences that made an alteration, and its kind: of all that meet its words those that hold the most."""
    for one in alterations:
        held = {each: _held(each, one) for each in reading.differences}
        most = max(held.values())
        yield from ((each, one.kind.value) for each, share in held.items() if share == most > 0)


def _held(difference: Difference, alteration: Alteration) -> int:
    sides = [span for span in _sides(difference) if span is not None]
    return sum(overlap(side, span) for side in sides for span in (alteration.sound, alteration.altered))


def _two(reading: Facing) -> frozenset[str]:
    return frozenset((reading.left[0].article, reading.right[0].article))


def _sides(difference: Difference) -> tuple[Span | None, Span | None]:
    return difference.left, difference.right


def _spans_of(row: Row) -> Iterator[Span]:
    yield from row.lemma
    for reading in row.readings:
        yield from reading.right


def _marks_alone(pair: Comparison) -> Iterator[tuple[tuple[str, str], str]]:
    """What words are called that only one of two articles has, by that article and the other.

    A's own words were added where A is the copy, and were dropped, or are only here, where it is not.
    """
    copied = pair.derivation.direction is Direction.RIGHT_TO_LEFT
    left, right = (article.id for article in pair.articles)
    yield (left, right), "added" if copied else "dropped"
    yield (right, left), "dropped" if copied else "added"


def _stretches(text: str, span: Span, masks: Sequence[_Mask], marks: Sequence[_Mark]) -> Iterator[Stretch]:
    """The sentence cut wherever a mask or a mark begins or ends; pieces under one mask together."""
    both = [(one.start, one.end) for one in masks] + [(one.start, one.end) for one in marks]
    edges = {edge for edge in chain.from_iterable(both) if span.start < edge < span.end}
    held: list[Piece] = []
    under = ""
    for start, end in pairwise([span.start, *sorted(edges), span.end]):
        mask = next((one.name for one in masks if one.start <= start < one.end), "")
        if mask != under and held:
            yield Stretch(under, tuple(held))
            held = []
        under = mask
        held += _pieces(text[start:end], [one for one in marks if one.start <= start < one.end])
    yield Stretch(under, tuple(held))


def _pieces(text: str, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """Some words with all that is to be said of them, the space around them unmarked."""
    words = text.strip() if marks else ""
    lead, _, trail = text.partition(words) if words else (text, "", "")
    for part in (lead, words, trail):
        if part:
            yield _marked(visible(part), marks) if part is words else Piece(visible(part))


def _marked(text: str, marks: Sequence[_Mark]) -> Piece:
    """Marked words; where texts differ in different ways they are "replaced"."""
    names = {mark.name for mark in marks}
    kind = min((mark.kind for mark in marks), key=lambda kind: _ORDER.get(kind, len(_ORDER)))
    by = "".join(sorted({mark.by for mark in marks}))
    return Piece(text, names.pop() if len(names) == 1 else "replaced", kind, by)
