"""Stories and their derivation graphs: who took text from whom, and the lines of reporting."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Count, Doubt, Evidence, Span

__all__ = [
    "Derivation",
    "DerivationKind",
    "Direction",
    "Edge",
    "Line",
    "OtherParent",
    "Passage",
    "Recovered",
    "Stemma",
    "Story",
    "Unseen",
]


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


class Passage(Struct, frozen=True, gc=False):
    """An aligned pair of spans, one in each of two articles.

    `mask` says why reporters may legitimately share it ("quote", "statement", "title", "furniture", "chrome":
    what the outlet prints in all its articles); '' where sharing it is a sign of copying. `similarity` is 0 to 1.
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


class Recovered(Struct, frozen=True):
    """A sentence that an unseen original must have had, in the words of the witness that altered it least.

    `witnesses` are the places where it is kept, `reading` one of them. `support` is how alike the others are to it, 0
    to 1; 0 where one witness alone has the sentence and may have added it.
    """

    reading: Span
    witnesses: tuple[Span, ...]
    support: float


class Unseen(Struct, frozen=True):
    """An original that nobody handed in, known by the articles that took from it. `label` as a reader would say it.

    `text` is the most complete reconstruction: its sentences in their order, as far as the witnesses keep them.
    """

    id: str
    label: str
    witnesses: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    text: tuple[Recovered, ...] = ()


class OtherParent(Struct, frozen=True):
    """A text that may have been the parent instead, and how likely that is, 0 to 1."""

    parent: str
    confidence: float


class Edge(Struct, frozen=True):
    """A parent and its child in the stemma, articles or unseen originals. `whole` is False for a lent passage.

    `confidence` is 0 to 1: of a whole edge its share of all trees that the line's texts could make, of a lent passage
    how sure it is who lent. `others` are other likely parents of a whole text, the likeliest first. `version`: the
    child is a later version of the parent by the same newsroom.
    """

    parent: str
    child: str
    kind: DerivationKind
    whole: bool
    confidence: float
    passages: tuple[Passage, ...] = ()  # left = parent's side (or a sibling's where the parent is unseen)
    others: tuple[OtherParent, ...] = ()
    version: bool = False


class Line(Struct, frozen=True):
    """One line of reporting: a root of the stemma and all that comes from it.

    `standing` is one of "own reporting shown", "derived from an unseen original", "no link found"; never
    read "no link found" as "independent". `own` are the spans that show own reporting. `versions` are the articles that
    one newsroom published one after another as versions of its report, in the order of their times.
    """

    id: str
    label: str
    root: str
    articles: tuple[str, ...]
    standing: str
    own: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()  # why the articles belong together
    versions: tuple[str, ...] = ()


class Stemma(Struct, frozen=True):
    """A story's derivation graph: the pairs, the tree with its unseen originals, and the lines.

    `doubts` are the groups whose number of lines is not certain; they make the `count` a range.
    """

    story: str
    derivations: tuple[Derivation, ...]
    unseen: tuple[Unseen, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    count: Count  # of lines
    doubts: tuple[Doubt, ...] = ()
