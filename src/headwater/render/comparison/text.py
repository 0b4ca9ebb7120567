"""A comparison for the terminal: two columns where they fit, one text under the other where they do not."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from headwater.render.comparison.compose import view_of
from headwater.render.comparison.plain import legend_of, note_of, remark_of, remarks_of, styled
from headwater.render.comparison.view import CellView, ComparisonView, NoteView, RowView, SideView, SumView
from headwater.render.terminal import printed
from headwater.render.words import counted
from headwater.types import Comparison

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["write_text"]

_WIDTH: Final = 100
_LEAST: Final = 30  # below it words are cut in two
_COLUMNS: Final = 72  # from here two columns are readable
_BETWEEN: Final = " │ "
_NAME: Final = 28  # columns at most for the name of a piece of evidence
_SCORE: Final = 6
_TOLD: Final = ("Title", "Published", "Agency", "Byline")
_WORDS: Final = 70  # code points at most of the words that evidence points at
_FEWEST: Final = 24  # ... and at least
_STYLES: Final = {
    "title": "bold",
    "head": "bold",
    "dim": "dim",
    "masked": "dim",
    "dropped": "red strike",
    "added": "green underline",
    "replaced": "yellow bold",
    "note": "italic",
    "": "",
}


def write_text(comparison: Comparison, *, width: int | None = None, colour: bool = False) -> str:
    """The comparison as text of `width` columns (100 if not given), with ANSI styles where `colour` is wanted.

    The signs around what differs and what is masked are there with and without colour.
    """
    view = view_of(comparison)
    return printed(lambda console: _Page(view, console).lines(), max(_LEAST, width or _WIDTH), colour)


class _Page:
    """One comparison under way to its lines."""

    def __init__(self, view: ComparisonView, console: Console) -> None:
        self._view = view
        self._pair = view.pairs[0]
        self._console = console
        self._width = console.width

    def lines(self) -> Iterator[Text]:
        """All lines, from the verdict to what was left out."""
        view, pair = self._view, self._pair
        yield from self._wrapped(pair.verdict, "title")
        yield from self._wrapped(pair.direction)
        yield from self._context()
        yield from self._section("The two articles", map(self._side, view.sides))
        for each in pair.sums:
            yield from self._section(f"{each.question}  {each.answer}", [self._sum(each)])
        yield from self._section("Altered along the way", map(self._note, pair.notes))
        yield from self._section("The texts", [self._legend(), self._texts()])
        yield from self._section("Left out", (self._wrapped(f"{name}: {why}") for name, why in view.left_out))

    def _context(self) -> Iterator[Text]:
        if self._pair.among:
            others = f"Judged among {counted(len(self._pair.among), 'other article')}."
            yield from self._wrapped(f"{others} {self._pair.context}", "dim")

    def _section(self, title: str, parts: Iterable[Iterable[Text]]) -> Iterator[Text]:
        """A heading and what stands under it; nothing where there is nothing."""
        for place, lines in enumerate(parts):
            if place == 0:
                yield self._text("")
                yield from self._wrapped(title.upper(), "head")
            yield from lines

    def _side(self, side: SideView) -> Iterator[Text]:
        told = [fact for fact in side.facts if fact.name in _TOLD]
        yield from self._wrapped(f"{side.letter}  {side.label}")
        facts = (f"{fact.name.lower()} {fact.value}{f' ({fact.inferred})' if fact.inferred else ''}" for fact in told)
        yield from self._wrapped("; ".join(facts), "dim", indent=3)

    def _sum(self, asked: SumView) -> Iterator[Text]:
        """The evidence, name by name, and the sum under it."""
        for part in asked.parts:
            yield from self._part(part.name, part.score, part.detail)
            for place in part.places:
                lead = f"{' ' * (self._name * self._wide + _SCORE + 2)}{place.label:<{self._gutter}}"
                room = max(_FEWEST, min(_WORDS, self._width - len(lead) - len("“…”")))
                yield from self._hanging(lead, self._text(f"“{_cut(place.words, room)}”", "dim"), lead="dim")
        yield from self._part("sum", asked.score, f"{asked.means}; probability {asked.chance}", "head")

    def _part(self, name: str, score: str, detail: str, style: str = "") -> Iterator[Text]:
        if self._wide:
            lead = f"{name:<{self._name}}{score:>{_SCORE}}  "
            yield from self._hanging(lead, self._text(detail), style)
        else:
            yield from self._hanging(f"{score:>{_SCORE}}  ", self._text(f"{name}: {detail}"), style)

    def _note(self, note: NoteView) -> Iterator[Text]:
        return self._hanging(f"{' '.join(place.label for place in note.places):<9}", self._text(note_of(note)))

    def _legend(self) -> Iterator[Text]:
        yield from self._wrapped(legend_of(self._pair.legend, self._view.masks), "dim")
        yield self._text("")

    # --- the two texts ----------------------------------------------------------------------------------------

    def _texts(self) -> Iterator[Text]:
        """Row by row: side by side, or one under the other."""
        if self._wide:
            names = [self._clipped(f"{side.letter}  {side.label}") for side in self._view.sides]
            yield from self._beside([names[0]], [names[1]])
            yield self._text("─" * (self._column + 1) + "┼" + "─" * (self._column + 1), "dim")
        for number, row in enumerate(self._view.rows):
            if number:
                yield from self._beside([self._text("")], []) if self._wide else [self._text("")]
            left, right = (self._cells(cells, letter) for cells, letter in zip(row.cells, "AB", strict=True))
            yield from self._beside(left, right) if self._wide else (*left, *right)
            yield from self._remarks(row)

    def _remarks(self, row: RowView) -> Iterator[Text]:
        """What is to be said of a row as a whole, under it."""
        for remark in remarks_of(row):
            yield from self._wrapped(remark, "dim", indent=self._gutter)
        for note in row.notes:
            yield from self._wrapped(f"▲ {note_of(note)}", "note", indent=self._gutter)

    def _beside(self, left: Sequence[Text], right: Sequence[Text]) -> Iterator[Text]:
        for ours, theirs in itertools.zip_longest(left, right):
            line = ours.copy() if ours else self._text("")
            line.append(" " * (self._column - line.cell_len)).append(_BETWEEN, _STYLES["dim"])
            yield line.append_text(theirs) if theirs else line

    def _cells(self, cells: Sequence[CellView], letter: str) -> list[Text]:
        return [line for cell in cells for line in self._cell(cell, letter)]

    def _cell(self, cell: CellView, letter: str) -> Iterator[Text]:
        remark = remark_of(cell, letter)
        if remark:
            yield from self._wrapped(remark, "dim", indent=self._gutter, width=self._column)
        for sentence in cell.sentences:
            words = self._text("")
            for part, style in styled(sentence):
                words.append(part, _STYLES[style])
            yield from self._hanging(f"{sentence.place.label:<{self._gutter}}", words, width=self._column, lead="dim")

    @property
    def _wide(self) -> bool:
        return self._width >= _COLUMNS

    @property
    def _column(self) -> int:
        """Columns for each text."""
        return (self._width - len(_BETWEEN)) // 2 if self._wide else self._width

    @functools.cached_property
    def _name(self) -> int:
        """Columns for the name of a piece of evidence."""
        names = (part.name for asked in self._pair.sums for part in asked.parts)
        return 1 + min(_NAME, max(map(len, names), default=0))

    @functools.cached_property
    def _gutter(self) -> int:
        """Columns for the number of a sentence."""
        shown = (cell.sentences for row in self._view.rows for cells in row.cells for cell in cells)
        return 1 + max((len(sentence.place.label) for held in shown for sentence in held), default=2)

    # --- lines ------------------------------------------------------------------------------------------------

    def _text(self, words: str, style: str = "") -> Text:
        from rich.text import Text  # dear to import, and only the terminal needs it

        return Text(words, _STYLES[style], overflow="fold")

    def _wrapped(self, words: str, style: str = "", indent: int = 0, width: int = 0) -> Iterator[Text]:
        if words:
            yield from self._hanging(" " * indent, self._text(words, style), width=width)

    def _hanging(self, first: str, words: Text, style: str = "", width: int = 0, lead: str = "") -> Iterator[Text]:
        """The words in lines of `width` behind `first` or, from the second line on, behind as much space."""
        room = max(1, (width or self._width) - len(first))
        for place, line in enumerate(words.wrap(self._console, room) or [self._text("")]):
            begin = first if place == 0 else " " * len(first)
            yield self._text("", style).append(begin, _STYLES[lead]).append_text(line)

    def _clipped(self, words: str) -> Text:
        text = self._text(words, "head")
        text.truncate(self._column, overflow="ellipsis")
        return text


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else f"{words[:room].rpartition(' ')[0] or words[:room]}…"
