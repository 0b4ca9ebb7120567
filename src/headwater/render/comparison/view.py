"""What every form shows of a comparison: ids resolved to words and places, in the order of the page.

As in `headwater.render.view`, strings are safe for the eye but not escaped, and nothing here is markup.
"""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view import Fact

__all__ = [
    "CellView",
    "ComparisonView",
    "Legend",
    "NoteView",
    "PartView",
    "Piece",
    "Place",
    "RowView",
    "SentenceView",
    "SideView",
    "Stretch",
    "SumView",
]


class Piece(Struct, frozen=True):
    """Some words, and how the other text differs: "" not, "dropped", "added" or "replaced" (see `Legend`)."""

    text: str
    mark: str = ""


class Stretch(Struct, frozen=True):
    """Pieces under one mask: its name, or "" for free words."""

    mask: str
    pieces: tuple[Piece, ...]


class Place(Struct, frozen=True):
    """A sentence to point at: "A3", the id of that sentence on a page, and the words meant."""

    label: str
    anchor: str
    words: str = ""


class SentenceView(Struct, frozen=True):
    """A sentence: where it stands, and its words."""

    place: Place
    stretches: tuple[Stretch, ...]


class CellView(Struct, frozen=True):
    """Sentences of one text. `moved` are their partners, which stand elsewhere; `alone` if they have none."""

    sentences: tuple[SentenceView, ...]
    alone: bool = False
    moved: tuple[Place, ...] = ()


class NoteView(Struct, frozen=True):
    """An alteration: its kind, what it does, whose reading is altered, and where both stand."""

    kind: str
    harm: str
    altered: str  # "altered in B", or that nothing decides
    places: tuple[Place, ...]


class PartView(Struct, frozen=True):
    """One named part of a sum. `bar` is its share of the largest part, -1 to 1."""

    name: str
    score: str
    bar: float
    detail: str
    places: tuple[Place, ...]


class SumView(Struct, frozen=True):
    """A question and the evidence that answers it; the scores of the parts add up to `score` as they are shown."""

    anchor: str
    question: str
    answer: str
    parts: tuple[PartView, ...]
    score: str
    means: str  # what the sum is the log-odds of
    chance: str


class RowView(Struct, frozen=True):
    """What stands side by side: one cell each where `alike`, else what each text has that the other has not here."""

    alike: bool
    left: tuple[CellView, ...]
    right: tuple[CellView, ...]
    mask: str = ""  # why this pair is not counted
    reworded: SumView | None = None  # whether one rewords the other, where their words differ
    notes: tuple[NoteView, ...] = ()


class SideView(Struct, frozen=True):
    """One of the two articles: its letter, name and metadata."""

    letter: str
    label: str
    facts: tuple[Fact, ...]


class Legend(Struct, frozen=True):
    """What the marks mean: by the direction of the text, or by whose words they are where that is open."""

    dropped: str
    added: str
    replaced: str


class ComparisonView(Struct, frozen=True):
    """A comparison as every form shows it."""

    verdict: str
    direction: str
    context: str
    among: tuple[str, ...]
    sides: tuple[SideView, SideView]
    sums: tuple[SumView, ...]
    notes: tuple[NoteView, ...]  # every alteration, in the order of the text
    legend: Legend
    masks: tuple[str, ...]  # names of the masks that are there
    rows: tuple[RowView, ...]
    left_out: tuple[tuple[str, str], ...]
    version: str
