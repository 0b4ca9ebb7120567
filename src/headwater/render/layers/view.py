"""An article's page as its templates show it: the head, the layers, the paragraphs as steps, and what words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from headwater.render.body import Mark
from headwater.render.view import Fact, Witness
from headwater.types import Span

__all__ = [
    "ArticlePage",
    "HeadView",
    "Known",
    "Layer",
    "LayerView",
    "Link",
    "Note",
    "Paragraph",
    "Sign",
    "Standing",
    "Stretch",
    "VersionView",
]


class Layer(StrEnum):
    """What can be marked in an article's text; the values are what an address calls them."""

    COPIED = "copied"
    OWN = "own"
    ALTERATIONS = "alterations"
    CONFLICTS = "conflicts"
    CLAIMS = "claims"
    QUOTES = "quotes"
    NAMES = "names"
    PLACES = "places"
    DATES = "dates"
    NUMBERS = "numbers"
    LEFT_OUT = "left-out"


class Note(Struct, frozen=True):
    """What stands on some words: what it is, what is known of it, words of other articles, and where it leads.

    `kind` is what a permalink of the words asks for ("statement"), "" where the story's page has nothing for them;
    `other` is the id of an article to compare with, "" for none.
    """

    layer: Layer
    sign: str
    said: str
    words: str
    letter: str
    span: Span
    facts: tuple[Fact, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    kind: str = ""
    other: str = ""

    @property
    def place(self) -> str:
        """The words as a permalink names them."""
        return f"{self.span.article}:{self.span.start}-{self.span.end}"


class Known(Struct, frozen=True):
    """What a note tells beyond the words: see `Note`."""

    facts: tuple[Fact, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    kind: str = ""
    other: str = ""


class Standing(Struct, frozen=True):
    """Something that stands on a span of the article. `same` tells which others share its number, "" for none.

    `known` is asked only where a reader asks. `letter` is that of the line it came from, "" where that is no matter.
    """

    layer: Layer
    span: Span
    said: str
    known: Callable[[], Known]
    letter: str = ""
    same: str = ""


class Sign(Struct, frozen=True):
    """The reference before marked words: "c12", and what stands there."""

    layer: Layer
    label: str
    said: str
    letter: str


class Stretch(Struct, frozen=True):
    """A span that is marked, with everything that stands exactly on it. `id` is its anchor, `place` its offsets."""

    id: str
    place: str
    signs: tuple[Sign, ...]
    lit: bool = False

    @property
    def letter(self) -> str:
        """The letter of the line that the words were copied from, "" if they were not."""
        return next((sign.letter for sign in self.signs if sign.letter), "")


class Paragraph(Struct, frozen=True):
    """A paragraph as steps (their ids are those of stretches), and what was copied into it from its beginning on."""

    start: int
    steps: tuple[Mark, ...]
    copied: tuple[Stretch, ...]


class LayerView(Struct, frozen=True):
    """A layer as a reader switches it: its letter in signs, how many marks it has, whether it is shown."""

    layer: Layer
    title: str
    letter: str
    amount: int
    on: bool


class Link(Struct, frozen=True):
    """Another article that this one has to do with, and how, in words; the id is "" for an original not in hand."""

    said: str
    article: str


class VersionView(Struct, frozen=True):
    """One of the texts that stood under the article's address."""

    article: str
    title: str
    taken: str
    here: bool


class HeadView(Struct, frozen=True):
    """Who published the article, when, what it was read from, and where it stands in its story."""

    title: str
    outlet: str
    byline: str
    published: str
    facts: tuple[Fact, ...]
    digest: str
    versions: tuple[VersionView, ...]
    letter: str = ""
    line: str = ""
    standing: str = ""
    took: tuple[Link, ...] = ()
    gave: tuple[Link, ...] = ()


class ArticlePage(Struct, frozen=True):
    """The whole page. `at` are the words that were asked for, `notes` what stands on them, `story` "" where unread.

    `few`: the text has so many marks that only those of the layers that are shown were written.
    """

    article: str
    story: str
    head: HeadView
    layers: tuple[LayerView, ...]
    paragraphs: tuple[Paragraph, ...]
    stretches: Mapping[str, Stretch]
    notes: tuple[Note, ...]
    at: Span | None
    words: str
    few: bool
    long: bool

    @property
    def shown(self) -> str:
        """The layers that are shown, as an address lists them."""
        return ",".join(each.layer.value for each in self.layers if each.on)
