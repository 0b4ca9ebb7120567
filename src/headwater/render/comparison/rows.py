"""The rows of a collation as a page shows them: what says the same side by side, and between what each has besides.

A passage that moved stands in its own text's place, and leads to its partners. What the texts have besides stands in
one row before the next pair; what they have there has nothing to do with each other.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from headwater.render.comparison.sentences import Sentences
from headwater.render.comparison.sums import reworded
from headwater.render.comparison.view import CellView, NoteView, Place, RowView, SentenceView
from headwater.types import Collation, Facing, Row, Span
from headwater.verdict import Letters

__all__ = ["rows_of"]

Notes = Mapping[Letters, Sequence[NoteView]]


def rows_of(collation: Collation, sentences: Sentences, notes: Notes) -> tuple[RowView, ...]:
    """The rows; `notes` are the alterations between each two texts, by their letters."""
    return tuple(_Rows(collation, sentences, notes).made())


class _Besides(NamedTuple):
    """A sentence that stands besides, what it was set beside, and where its partners stand: nowhere if it is alone."""

    span: Span
    readings: tuple[Facing, ...] = ()
    partners: tuple[Span, ...] = ()


class _Rows:
    """One collation under way to its rows."""

    def __init__(self, collation: Collation, sentences: Sentences, notes: Notes) -> None:
        self._ids = [article.id for article in collation.articles]
        self._rows = collation.rows
        self._sentences = sentences
        self._notes = notes

    def made(self) -> Iterator[RowView]:
        """Rows of what says the same; before each a row for what any text has besides."""
        alike = [row for row in self._rows if _is_alike(row)]
        gaps = self._gaps(alike)
        for number, row in enumerate(alike):
            yield from self._beside(gaps[number])
            yield self._pair(row)
        yield from self._beside(gaps[-1])

    def _gaps(self, alike: Sequence[Row]) -> list[dict[str, list[_Besides]]]:
        """What each text has besides, before each of these rows and after the last."""
        gaps: list[dict[str, list[_Besides]]] = [{name: [] for name in self._ids} for _ in range(len(alike) + 1)]
        firsts = {
            name: [(min(spans), n) for n, row in enumerate(alike) if (spans := _kept(row, name))] for name in self._ids
        }
        for one in itertools.chain.from_iterable(map(_besides, self._rows)):
            own = firsts[one.span.article]
            place = bisect.bisect(own, one.span, key=lambda first: first[0])
            gaps[own[place][1] if place < len(own) else -1][one.span.article].append(one)
        return gaps

    # --- what says the same ---------------------------------------------------------------------------------------

    def _pair(self, row: Row) -> RowView:
        cells = tuple(tuple(self._alike(row, name)) for name in self._ids)
        return RowView(True, cells, self._notes_of(cells, row.readings))

    def _alike(self, row: Row, name: str) -> Iterator[CellView]:
        """The cells of one text in a row; where its sentences moved away, where they are."""
        lemma = row.lemma[0].article
        if name == lemma:
            yield CellView(self._shown(row.lemma, row.readings))
        own = [reading for reading in row.readings if reading.right[0].article == name]
        for one in (reading for reading in own if not reading.moved):
            beside = one.left[0].article if one.left else ""
            yield CellView(
                self._shown(one.right, row.readings),
                alone=not one.left,
                beside=self._sentences.letter(beside) if beside not in {"", lemma} else "",
                mask=one.mask,
                reworded=reworded(one, self._sentences),
            )
        moved = [span for reading in own if reading.moved for span in reading.right]
        if moved:
            yield CellView((), moved=self._places(moved))

    # --- what stands besides --------------------------------------------------------------------------------------

    def _beside(self, held: Mapping[str, Sequence[_Besides]]) -> Iterator[RowView]:
        """One row of what stands only here or moved; none where there is nothing."""
        cells = tuple(tuple(self._cells(held[name])) for name in self._ids)
        readings = [reading for each in held.values() for one in each for reading in one.readings]
        if any(cells):
            yield RowView(False, cells, self._notes_of(cells, readings))

    def _cells(self, held: Sequence[_Besides]) -> Iterator[CellView]:
        """Neighbours that moved, or that stand alone, make one cell."""
        ordered = sorted(held, key=lambda one: one.span)
        for moved, group in itertools.groupby(ordered, key=lambda one: bool(one.partners)):
            run = list(group)
            readings = [reading for one in run for reading in one.readings]
            partners = list(dict.fromkeys(span for one in run for span in one.partners))
            shown = self._shown([one.span for one in run], readings)
            yield CellView(shown, alone=not moved, moved=self._places(partners))

    # --- both -----------------------------------------------------------------------------------------------------

    def _shown(self, spans: Sequence[Span], readings: Sequence[Facing]) -> tuple[SentenceView, ...]:
        return tuple(self._sentences.shown(span, readings) for span in spans)

    def _places(self, spans: Sequence[Span]) -> tuple[Place, ...]:
        return tuple(map(self._sentences.place, spans))

    def _notes_of(self, cells: Sequence[Sequence[CellView]], readings: Sequence[Facing]) -> tuple[NoteView, ...]:
        """The alterations between texts that were set beside each other, whose first place is in the cells."""
        here = {each.place.label for held in cells for cell in held for each in cell.sentences}
        letter = self._sentences.letter
        pairs = {(letter(one.left[0].article), letter(one.right[0].article)) for one in readings if one.left}
        pairs = pairs if len(self._notes) > 1 else set(self._notes)
        return tuple(
            note for pair in sorted(pairs) for note in self._notes.get(pair, ()) if note.places[0].label in here
        )


def _is_alike(row: Row) -> bool:
    return any(reading.left and not reading.moved for reading in row.readings)


def _kept(row: Row, name: str) -> list[Span]:
    """The sentences of a text that stand in a row of what says the same."""
    readings = (span for reading in row.readings if not reading.moved for span in reading.right)
    return [span for span in (*row.lemma, *readings) if span.article == name]


def _besides(row: Row) -> Iterator[_Besides]:
    """What of a row stands besides: readings that moved, and the lemma where nothing stands beside it."""
    moved = tuple(reading for reading in row.readings if reading.moved)
    for reading in moved:
        yield from (_Besides(span, (reading,), reading.left) for span in reading.right)
    if not _is_alike(row):
        for span in row.lemma:
            yield _Besides(span, moved, tuple(span for reading in moved for span in reading.right))
