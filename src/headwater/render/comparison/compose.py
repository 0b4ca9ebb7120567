"""Comparison -> ComparisonView: what stands beside what, and the evidence with its places. Nothing is judged here."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.evidence import total
from headwater.render.characters import one_line
from headwater.render.comparison.sentences import Sentences
from headwater.render.comparison.view import (
    CellView,
    ComparisonView,
    Legend,
    NoteView,
    PartView,
    RowView,
    SentenceView,
    SideView,
    SumView,
)
from headwater.render.naming import facts
from headwater.render.words import added_up, signed
from headwater.types import Alteration, Article, Comparison, DerivationKind, Direction, Evidence, Facing, Span
from headwater.verdict import chance

__all__ = ["view_of"]

_BASE_RATE: Final = "base rate"
_DECIDED: Final = (Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT)
_BY_WAY: Final = Legend("dropped", "added", "replaced")
_BY_SIDE: Final = Legend("only in A", "only in B", "put differently")
_TAKEN: Final = {
    DerivationKind.INDEPENDENT: "no link found: independent as texts",
    DerivationKind.SHARED_STATEMENT: "no: shared-statement",
    DerivationKind.UNDECIDED: "undecided",
}
_WAYS: Final = {
    Direction.LEFT_TO_RIGHT: "from A to B",
    Direction.RIGHT_TO_LEFT: "from B to A",
    Direction.COMMON_ORIGIN: "both from an original that is not here",
    Direction.UNDECIDED: "undecided",
    Direction.NONE: "nothing was taken",
}


def view_of(comparison: Comparison) -> ComparisonView:
    """The comparison with its ids resolved to words.

    Raises `UncitedLine` where a span does not lie in its article: a comparison that cannot be opened is not shown.
    """
    sentences = Sentences(comparison)
    for span in (*comparison.verdict.spans, *comparison.direction.spans):
        sentences.words(span)
    notes = sorted((_note(each, sentences, comparison) for each in comparison.alterations), key=_place)
    left, right = comparison.articles
    return ComparisonView(
        verdict=one_line(comparison.verdict.text),
        direction=one_line(comparison.direction.text),
        context=one_line(comparison.context),
        among=tuple(map(one_line, comparison.among)),
        sides=(_side("A", left), _side("B", right)),
        sums=tuple(_sums(comparison, sentences)),
        notes=tuple(notes),
        legend=_BY_WAY if comparison.derivation.direction in _DECIDED else _BY_SIDE,
        masks=tuple(sorted({masked.mask for masked in comparison.masked})),
        rows=tuple(_rows(comparison.facing, sentences, notes)),
        left_out=tuple((one_line(one.name), one_line(one.reason)) for one in comparison.left_out),
        version=comparison.version,
    )


def _place(note: NoteView) -> tuple[int, int, str]:
    return int(note.places[0].label[1:]), int(note.places[1].label[1:]), note.kind


def _side(letter: str, article: Article) -> SideView:
    name, outlet = one_line(article.name), one_line(article.outlet.value) if article.outlet else ""
    return SideView(letter, f"{outlet} ({name})" if outlet and outlet != name else name, facts(article))


def _rows(facing: Sequence[Facing], sentences: Sentences, notes: Sequence[NoteView]) -> Iterator[RowView]:
    """Pairs that keep one order, each a row; before each a row for what either text has besides."""
    kept = [row for row in facing if row.left and row.right and not row.moved]
    besides: list[tuple[list[Facing], list[Facing]]] = [([], []) for _ in range(len(kept) + 1)]
    lefts, rights = [row.left for row in kept], [row.right for row in kept]
    for row in facing:
        if row.moved or not (row.left and row.right):
            besides[bisect.bisect(lefts, row.left)][0].append(row)
            besides[bisect.bisect(rights, row.right)][1].append(row)
    composer = _Rows(sentences, notes)
    for number, (left, right) in enumerate(besides):
        if number:
            yield composer.pair(kept[number - 1])
        yield from composer.beside([row for row in left if row.left], [row for row in right if row.right])


class _Rows:
    """Makes rows of what faces each other, with the alterations that lie in them."""

    def __init__(self, sentences: Sentences, notes: Sequence[NoteView]) -> None:
        self._sentences = sentences
        self._notes = notes

    def pair(self, row: Facing) -> RowView:
        left, right = (CellView(self._shown(spans, [row])) for spans in (row.left, row.right))
        reworded = _reworded(row, self._sentences) if row.reworded else None
        return RowView(True, (left,), (right,), row.mask, reworded, self._notes_of((left,)))

    def beside(self, left: Sequence[Facing], right: Sequence[Facing]) -> Iterator[RowView]:
        """One row of what stands only here or moved; none where there is nothing."""
        sides = [(left, "left", "right"), (right, "right", "left")]
        cells = [tuple(self._cells(rows, own, other)) for rows, own, other in sides]
        if any(cells):
            yield RowView(False, cells[0], cells[1], notes=self._notes_of(cells[0]))

    def _cells(self, rows: Sequence[Facing], own: str, other: str) -> Iterator[CellView]:
        """Neighbours that moved, or that stand alone, make one cell."""
        ordered = sorted(rows, key=lambda row: getattr(row, own))
        for moved, group in itertools.groupby(ordered, key=lambda row: row.moved):
            held = list(group)
            spans = [span for row in held for span in getattr(row, own)]
            partners = [span for row in held for span in getattr(row, other)]
            places = tuple(map(self._sentences.place, partners))
            yield CellView(self._shown(spans, held), alone=not moved, moved=places)

    def _shown(self, spans: Sequence[Span], rows: Sequence[Facing]) -> tuple[SentenceView, ...]:
        return tuple(self._sentences.shown(span, rows) for span in spans)

    def _notes_of(self, cells: Sequence[CellView]) -> tuple[NoteView, ...]:
        """The alterations whose place in A is in the cells."""
        here = {sentence.place.label for cell in cells for sentence in cell.sentences}
        return tuple(note for note in self._notes if note.places[0].label in here)


def _note(alteration: Alteration, sentences: Sentences, comparison: Comparison) -> NoteView:
    first = comparison.articles[0].id
    spans = sorted((alteration.sound, alteration.altered), key=lambda span: span.article != first)
    altered = "A" if alteration.altered.article == first else "B"
    return NoteView(
        kind=alteration.kind.value,
        harm=one_line(alteration.harm),
        altered=f"altered in {altered}" if alteration.decided else "which is the older is undecided",
        places=sentences.opened(spans),
    )


def _sums(comparison: Comparison, sentences: Sentences) -> Iterator[SumView]:
    """The three questions of a verdict, each with all of its evidence."""
    pair = comparison.derivation
    whole = "the whole" if total(pair.line_evidence) > 0 else "a passage"
    common = "yes" if pair.direction is Direction.COMMON_ORIGIN else "not shown"
    asked = (
        ("taken", "Was text taken?", _TAKEN.get(pair.kind, f"yes: {pair.kind.value}"), pair.evidence, "any was"),
        ("whole", "If any was, the whole or a passage?", whole, pair.line_evidence, "the whole was: one line"),
        (
            "way",
            "Which way did it go?",
            _WAYS[pair.direction],
            pair.direction_evidence,
            "it went from A to B, not from B to A",
        ),
        ("common", "Do both come from an original that is not here?", common, pair.common_evidence, "both do"),
    )
    for anchor, question, answer, evidence, means in asked:
        if evidence:
            score, parts = _parts(evidence, sentences)
            odds = f"log-odds that {means}"
            yield SumView(anchor, question, answer, parts, score, odds, chance(total(evidence)))


def _reworded(row: Facing, sentences: Sentences) -> SumView:
    """Whether one of two sentences rewords the other."""
    score, parts = _parts(row.reworded, sentences)
    means = "log-odds that one rewords the other"
    return SumView("", "Reworded?", "", parts, score, means, chance(total(row.reworded)))


def _parts(evidence: Sequence[Evidence], sentences: Sentences) -> tuple[str, tuple[PartView, ...]]:
    """The sum and its parts as shown: what holds before the texts are looked at first, then the strongest."""
    ordered = sorted(evidence, key=lambda part: (part.name != _BASE_RATE, -abs(part.score), part.name))
    most = max(abs(part.score) for part in ordered) or 1.0
    whole, scores = added_up([part.score for part in ordered])
    parts = (
        PartView(
            name=one_line(part.name),
            score=signed(score),
            bar=part.score / most,
            detail=one_line(part.detail),
            places=sentences.opened((part.left, part.right)),
        )
        for part, score in zip(ordered, scores, strict=True)
    )
    return signed(whole), tuple(parts)
