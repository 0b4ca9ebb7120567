"""The sentences of two articles as a page shows them: numbered, with masks and differences cut out of the text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from headwater.errors import UncitedLine
from headwater.evidence import quoted_words
from headwater.render.characters import one_line, visible
from headwater.render.comparison.view import Piece, Place, SentenceView, Stretch
from headwater.types import Article, Comparison, Direction, Facing, Span

__all__ = ["Sentences"]

Marked = tuple[int, int, str]  # start, end, name


class Sentences:
    """The sentences of a comparison by article, in the order of the text. A is the first article."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in comparison.articles}
        self._letters = {article.id: letter for article, letter in zip(comparison.articles, "AB", strict=True)}
        self._spans = {article.id: _spans_of(comparison.facing, article.id) for article in comparison.articles}
        self._masks = {
            article.id: [(m.span.start, m.span.end, m.mask) for m in comparison.masked if m.span.article == article.id]
            for article in comparison.articles
        }
        # A's own words were added where A is the copy, and were dropped, or are only here, where it is not.
        copied = comparison.derivation.direction is Direction.RIGHT_TO_LEFT
        marks = ("added", "dropped") if copied else ("dropped", "added")
        self._alone = {article.id: mark for article, mark in zip(comparison.articles, marks, strict=True)}

    def shown(self, span: Span, rows: Iterable[Facing]) -> SentenceView:
        """A sentence of some rows, with what its partner has otherwise."""
        text = self._articles[span.article].text
        marks = list(self._marks(span, rows))
        masks = [one for one in self._masks[span.article] if one[0] < span.end and one[1] > span.start]
        self.words(span)  # raises UncitedLine where the offsets are not in the article
        return SentenceView(self.place(span), tuple(_stretches(text, span, masks, marks)))

    def place(self, span: Span, words: str = "") -> Place:
        """The sentence in which a span begins."""
        number = bisect.bisect_right(self._spans[span.article], span.start, key=lambda each: each.start)
        letter = self._letters[span.article]
        number = max(1, number)
        return Place(f"{letter}{number}", f"{letter.lower()}{number}", words)

    def opened(self, spans: Iterable[Span | None]) -> tuple[Place, ...]:
        """Where some spans stand, with their words."""
        return tuple(self.place(span, one_line(self.words(span))) for span in spans if span is not None)

    def words(self, span: Span) -> str:
        """The exact words of a span. Raises `UncitedLine` if it does not lie in one of the two articles."""
        return quoted_words(span, self._articles)

    def _marks(self, span: Span, rows: Iterable[Facing]) -> Iterator[Marked]:
        """The differences that lie in a sentence, by how they are marked."""
        for difference in chain.from_iterable(row.differences for row in rows):
            both = difference.left is not None and difference.right is not None
            for own in (difference.left, difference.right):
                if own is not None and own.article == span.article and own.start < span.end and own.end > span.start:
                    yield own.start, own.end, "replaced" if both else self._alone[own.article]


def _spans_of(rows: Sequence[Facing], article: str) -> list[Span]:
    spans = sorted(span for row in rows for span in chain(row.left, row.right) if span.article == article)
    if len(set(spans)) < len(spans):
        raise UncitedLine("a sentence stands twice in a comparison")
    return spans


def _stretches(text: str, span: Span, masks: Sequence[Marked], marks: Sequence[Marked]) -> Iterator[Stretch]:
    """The sentence cut wherever a mask or a mark begins or ends; pieces under one mask together."""
    ends = {end for start, stop, _ in chain(masks, marks) for end in (start, stop) if span.start < end < span.end}
    held: list[Piece] = []
    under = ""
    for start, end in pairwise([span.start, *sorted(ends), span.end]):
        mask = _at(masks, start)
        if mask != under and held:
            yield Stretch(under, tuple(held))
            held = []
        under = mask
        held.append(Piece(visible(text[start:end]), _at(marks, start)))
    yield Stretch(under, tuple(held))


def _at(marked: Sequence[Marked], place: int) -> str:
    return next((name for start, end, name in marked if start <= place < end), "")
