"""Stories and their derivation graphs: who took text from whom, and the lines of reporting."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Count, Evidence, Span

__all__ = ["Derivation", "DerivationKind", "Direction", "Edge", "Line", "Passage", "Stemma", "Story", "Unseen"]


class Story(Struct, frozen=True):
    """The articles about one event, by id, in order of id."""

    id: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()  # why they belong together


class DerivationKind(StrEnum):
    """How two texts stand to each other."""

    COPY = "copy"
    ABRIDGED = "abridged"
    EXPANDED = "expanded"
    REWRITE = "rewrite"
    SPUN = "spun"
    PARTIAL = "partial"
    SHARED_STATEMENT = "shared-statement"
    INDEPENDENT = "independent"
    UNDECIDED = "undecided"


class Direction(StrEnum):
    """Which way a text went between `left` and `right` of a derivation."""

    LEFT_TO_RIGHT = "left to right"
    RIGHT_TO_LEFT = "right to left"
    COMMON_ORIGIN = "unseen common origin"
    UNDECIDED = "undecided"
    NONE = "none"  # nothing was derived


class Passage(Struct, frozen=True):
    """An aligned pair of spans, one in each of two articles.

    `mask` says why reporters may legitimately share it ("quote", "statement", "title", "furniture"); '' where
    sharing it is a sign of copying. `similarity` is 0 to 1.
    """

    left: Span
    right: Span
    similarity: float
    mask: str = ""


class Derivation(Struct, frozen=True):
    """What was found between two articles, `left` < `right` by id. `score` is the sum of the evidence, in nats.

    `passages` are maximal: as long as both articles go on sentence by sentence. `sentences` are the aligned sentences
    (or small groups, where one was split or several merged) that they are made of. `line_evidence` adds up to the
    log-odds that, if anything was taken, the whole was and not a passage; `direction_evidence` to those for left to
    right against right to left; `common_evidence` to those that neither took from the other, but both from a third.
    """

    left: str
    right: str
    kind: DerivationKind
    direction: Direction
    score: float
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]
    direction_evidence: tuple[Evidence, ...] = ()
    sentences: tuple[Passage, ...] = ()
    line_evidence: tuple[Evidence, ...] = ()
    common_evidence: tuple[Evidence, ...] = ()

    @property
    def taken(self) -> tuple[Passage, ...]:
        """The passages that were copied: of a whole text all, of a loan those under no mask, else none."""
        if self.kind in (DerivationKind.SHARED_STATEMENT, DerivationKind.INDEPENDENT, DerivationKind.UNDECIDED):
            return ()
        loan = self.kind is DerivationKind.PARTIAL
        return tuple(passage for passage in self.passages if not (loan and passage.mask))


class Unseen(Struct, frozen=True):
    """An original that nobody handed in, known by the articles that took from it. `label` as a reader would say it."""

    id: str
    label: str
    witnesses: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class Edge(Struct, frozen=True):
    """A parent and its child in the stemma, articles or unseen originals. `whole` is False for a lent passage."""

    parent: str
    child: str
    kind: DerivationKind
    whole: bool
    confidence: float  # 0 to 1
    passages: tuple[Passage, ...] = ()  # left = parent's side (or a sibling's where the parent is unseen)


class Line(Struct, frozen=True):
    """One line of reporting: a root of the stemma and all that comes from it.

    `standing` is one of "own reporting shown", "derived from an unseen original", "no link found"; never
    read "no link found" as "independent". `own` are the spans that show own reporting.
    """

    id: str
    label: str
    root: str
    articles: tuple[str, ...]
    standing: str
    own: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()  # why the articles belong together


class Stemma(Struct, frozen=True):
    """A story's derivation graph: the pairs, the tree with its unseen originals, and the lines."""

    story: str
    derivations: tuple[Derivation, ...]
    unseen: tuple[Unseen, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    count: Count  # of lines
