"""Sentences in plain signs, for forms that cannot count on colour: [-dropped-] {+added+} [~replaced~] ‹quote: …›."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from headwater.render.comparison.view import CellView, Legend, NoteView, Place, RowView, SentenceView

__all__ = ["folded", "legend_of", "note_of", "places_of", "remark_of", "remarks_of", "styled"]

_OPEN: Final = {"dropped": "[-", "added": "{+", "replaced": "[~"}
_CLOSE: Final = {"dropped": "-]", "added": "+}", "replaced": "~]"}
_MOST_PLACES: Final = 6


def styled(sentence: SentenceView) -> Iterator[tuple[str, str]]:
    """The words of a sentence with the signs around them, each with its style: a mark, "masked" or ""."""
    for stretch in sentence.stretches:
        under = "masked" if stretch.mask else ""
        if stretch.mask:
            yield f"‹{stretch.mask}: ", "masked"
        for piece in stretch.pieces:
            words = folded(piece.text)
            yield f"{_OPEN[piece.mark]}{words}{_CLOSE[piece.mark]}" if piece.mark else words, piece.mark or under
        if stretch.mask:
            yield "›", "masked"


def folded(text: str) -> str:
    """The words on one line, with a space kept at either end."""
    words = " ".join(text.split())
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * lead}{words}{' ' * (trail and bool(words))}"


def legend_of(legend: Legend, masks: tuple[str, ...]) -> str:
    """What the signs mean."""
    marks = (legend.dropped, legend.added, legend.replaced)
    signs = [
        f"{_OPEN[kind]}{said}{_CLOSE[kind]}" for kind, said in zip(("dropped", "added", "replaced"), marks, strict=True)
    ]
    masked = f"; ‹{', '.join(masks)}: …› may be shared by anyone and counts for nothing" if masks else ""
    return f"{' '.join(signs)}{masked}"


def remark_of(cell: CellView, letter: str) -> str:
    """What is to be said of a cell: that nothing answers it, or where its partners stand."""
    if cell.alone:
        return f"only in {letter}"
    return f"moved: {places_of(cell.moved)}" if cell.moved else ""


def remarks_of(row: RowView) -> Iterator[str]:
    """What is to be said of a row as a whole, apart from its alterations."""
    for cell in itertools.chain.from_iterable(row.cells):
        if cell.mask:
            yield f"not counted: {cell.mask}"
        if cell.reworded:
            yield f"reworded: log-odds {cell.reworded.score}, probability {cell.reworded.chance}"


def places_of(places: tuple[Place, ...]) -> str:
    """Some places as a list: "B14, B15"; long runs are cut."""
    labels = [place.label for place in places]
    more = f" and {len(labels) - _MOST_PLACES} more" if len(labels) > _MOST_PLACES else ""
    return f"{', '.join(labels[:_MOST_PLACES])}{more}"


def note_of(note: NoteView) -> str:
    """An alteration in one line."""
    return f"{note.kind}: {note.harm} ({note.altered})"
