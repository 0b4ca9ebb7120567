"""What the scribe knows of a story it wrote: who copied whom, word for word, and every edit made on the way."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types import AlterationKind, Article, DerivationKind, Passage, Span

__all__ = ["Copy", "Edit", "Line", "Manner", "Strand", "Told"]


class Manner(StrEnum):
    """How a copyist went about it."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed from the tail"
    REORDERED = "paragraphs reordered"
    ABRIDGED = "abridged"
    EXPANDED = "expanded with background"
    RESENTENCED = "sentences merged and split"
    SPUN = "spun"
    PARAPHRASED = "paraphrased"
    BACK_TRANSLATED = "translated back"
    CONFLATED = "two texts conflated"
    BORROWED = "own report with borrowed passages"
    UPDATED = "updated by its agency"


class Edit(Struct, frozen=True):
    """One edit made in copying, at its place in the parent and in the child.

    `kind` is the alteration planted; None for a harmless edit. `how` says what was done ("digits swapped", "synonym").
    `before` is where the words stood in the parent, `after` where what became of them stands in the child; of words
    dropped both cover the words on either side. For a planted alteration `sound` are the places in articles handed
    over that still have the parent's words (the parent itself too, if it was handed over), `altered` the places that
    have the altered ones: the child and its own copies.
    """

    id: int
    kind: AlterationKind | None
    how: str
    before: Span
    after: Span
    sound: tuple[Span, ...] = ()
    altered: tuple[Span, ...] = ()


class Copy(Struct, frozen=True):
    """An edge of the true stemma. `share` is the part of the child's words that come from this parent, 0 to 1.

    `passages` have the parent's side on the left. `steps` name what was done to the text, in order. `synonym_rate` is
    the share of content words that a spinner exchanged. `backdated`: the child is dated before its parent.
    """

    parent: str
    child: str
    manner: Manner
    kind: DerivationKind
    share: float
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    steps: tuple[str, ...] = ()
    synonym_rate: float = 0.0
    backdated: bool = False


class Strand(Struct, frozen=True):
    """Words of an article that come from one sentence of an original: of the text `root`, its `sentence`-th."""

    root: str
    sentence: int
    span: Span


class Line(Struct, frozen=True):
    """A true line of reporting: an original, handed over or not, and the articles handed over that come from it."""

    root: str
    articles: tuple[str, ...]


class Told(Struct, frozen=True):
    """A story with its truth. `articles` are handed over, `unseen` are the lost originals that some of them copied.

    An article that mixes two texts belongs to the line that gave it most; each line that any article handed over
    takes words from is counted in `lines`. `strands` are in the order of the articles, unseen ones included. `shared`
    are the places of words that reporters share by right: one official's statement in several originals' copies.
    """

    id: str
    articles: tuple[Article, ...]
    unseen: tuple[Article, ...]
    copies: tuple[Copy, ...]
    lines: tuple[Line, ...]
    strands: tuple[Strand, ...]
    shared: tuple[Span, ...] = ()

    def line_of(self) -> dict[str, str]:
        """The root of the line of each article handed over."""
        return {article: line.root for line in self.lines for article in line.articles}
