"""What every form shows of a comparison: ids resolved to words and places, in the order of the page.

As in `headwater.render.view`, strings are safe for the eye but not escaped, and nothing here is markup.
"""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view import Fact
from headwater.types import Span

__all__ = [
    "CellView",
    "ComparisonView",
    "Legend",
    "NoteView",
    "PairView",
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
    """Some words, and how other texts differ: "" not, "dropped", "added" or "replaced" (see `Legend`).

    `kind` is that of the edit or, where it did harm, of the alteration; `by` the letters of those that differ.
    """

    text: str
    mark: str = ""
    kind: str = ""
    by: str = ""


class Stretch(Struct, frozen=True):
    """Pieces under one mask: its name, or "" for free words."""

    mask: str
    pieces: tuple[Piece, ...]


class Place(Struct, frozen=True):
    """A sentence to point at: "A3", the id of that sentence on a page, its paragraph from 1, and the words meant."""

    label: str
    anchor: str
    words: str = ""
    paragraph: int = 0

    @property
    def letter(self) -> str:
        """The letter of its text."""
        return self.label[0]


class SentenceView(Struct, frozen=True):
    """A sentence: where it stands, and its words."""

    place: Place
    stretches: tuple[Stretch, ...]


class CellView(Struct, frozen=True):
    """Sentences of one text. `moved` are their partners, which stand elsewhere; `alone` if they have none.

    A cell without sentences points at where they stand, in `moved`. `beside` is the letter of the text that they were
    set beside where that is not the row's first; `mask` says why the pair is not counted.
    """

    sentences: tuple[SentenceView, ...]
    alone: bool = False
    moved: tuple[Place, ...] = ()
    beside: str = ""
    mask: str = ""
    reworded: SumView | None = None  # whether they reword what they were set beside, where their words differ


class NoteView(Struct, frozen=True):
    """An alteration: its kind, what it does, whose reading is altered, and where both stand."""

    kind: str
    harm: str
    altered: str  # "altered in B", or that nothing decides
    places: tuple[Place, ...]
    spans: tuple[Span, ...] = ()  # the sound reading's words and the altered one's


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
    """What stands side by side, the cells of each text: what says the same if `alike`, else what each has besides."""

    alike: bool
    cells: tuple[tuple[CellView, ...], ...]
    notes: tuple[NoteView, ...] = ()


class SideView(Struct, frozen=True):
    """One of the articles: its letter, name and metadata, and its id."""

    letter: str
    label: str
    facts: tuple[Fact, ...]
    article: str = ""


class Legend(Struct, frozen=True):
    """What the marks mean: by the direction of the text, or by whose words they are where that is open."""

    dropped: str
    added: str
    replaced: str


class PairView(Struct, frozen=True):
    """What is said of two of the articles. `answer` and `score` are the verdict as a cell of a table has it.

    `headline` is the verdict by the articles' names and without its log-odds.
    """

    letters: tuple[str, str]
    articles: tuple[str, str]  # their ids
    headline: str
    verdict: str
    direction: str
    context: str
    among: tuple[str, ...]
    answer: str
    score: str
    sums: tuple[SumView, ...]
    notes: tuple[NoteView, ...]  # every alteration, in the order of the text
    legend: Legend
    origin: str = ""  # the letter of the one that the other was made from, "" where that is open


class ComparisonView(Struct, frozen=True):
    """A comparison as every form shows it: of two articles one pair, of four six."""

    sides: tuple[SideView, ...]
    pairs: tuple[PairView, ...]
    rows: tuple[RowView, ...]
    origin: str  # the letter of the likeliest origin among them, "" where none is shown
    kinds: tuple[tuple[str, int], ...]  # how the texts differ: each kind of edit or alteration, and how often
    masks: tuple[str, ...]  # names of the masks that are there
    left_out: tuple[tuple[str, str], ...]
    version: str
