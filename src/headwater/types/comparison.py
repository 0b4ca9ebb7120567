"""Articles side by side: what faces what, what differs, what is masked, and the verdict on each pair."""

from __future__ import annotations

from msgspec import Struct

from headwater.errors import UncitedLine
from headwater.types.articles import Article, LeftOut
from headwater.types.edits import EditKind
from headwater.types.findings import Alteration
from headwater.types.spans import Cited, Evidence, Span
from headwater.types.stemma import Derivation

__all__ = ["Collation", "Comparison", "Difference", "Facing", "Masked", "Row"]


class Masked(Struct, frozen=True, order=True):
    """A stretch whose sharing tells nothing, and why: "quote", "statement", "furniture", "chrome" or "title"."""

    span: Span
    mask: str


class Difference(Struct, frozen=True):
    """Words in which two aligned stretches differ: only A has them, only B, or each has its own in one place.

    `kind` says what became of A's words in B: a spelling, a synonym, an addition, ...
    Raises `UncitedLine` if made without a span.
    """

    left: Span | None
    right: Span | None
    kind: EditKind | None = None

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise UncitedLine("a difference without words on either side")


class Facing(Struct, frozen=True):
    """Sentences of A and of B that say the same; where one side is empty, sentences that the other text lacks.

    `moved` where the pair stands out of the order that the other pairs keep. `similarity` and `mask` are those of the
    `Passage`. `reworded` adds up to the log-odds that one rewords the other; nothing where their words do not differ.
    Raises `UncitedLine` if made without a sentence.
    """

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    similarity: float = 0.0
    mask: str = ""
    moved: bool = False
    differences: tuple[Difference, ...] = ()
    reworded: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not self.left and not self.right:
            raise UncitedLine("a row of a comparison without a sentence on either side")


class Comparison(Struct, frozen=True):
    """What is found between two articles: A, the first handed in, is `left` wherever there are sides, B is `right`.

    `facing` holds every sentence of both texts once, in the order of reading: pairs that keep one order, and before
    each what only A has or what moved, then what only B has.
    """

    verdict: Cited
    direction: Cited
    articles: tuple[Article, Article]
    derivation: Derivation  # turned so that its `left` is A, whatever the ids
    facing: tuple[Facing, ...]
    masked: tuple[Masked, ...]
    alterations: tuple[Alteration, ...]
    among: tuple[str, ...]  # names of the other articles in whose context the pair was judged
    context: str  # what the others show of the two: on one line or on two; "" without others
    left_out: tuple[LeftOut, ...]
    version: str  # of headwater


class Row(Struct, frozen=True):
    """One unit of a collation: the lemma, and the readings that other witnesses have for it.

    The lemma are sentences of the base; where the base has nothing, of the first witness that has them. A reading's
    `left` are the sentences that it was set beside: the lemma, or an earlier witness's reading of it; its `left` is
    empty where its sentences stand amid those of its text that answer the lemma and answer nothing themselves.
    """

    lemma: tuple[Span, ...]
    readings: tuple[Facing, ...] = ()

    def __post_init__(self) -> None:
        if not self.lemma:
            raise UncitedLine("a row of a collation without a lemma")


class Collation(Struct, frozen=True):
    """Two to four articles side by side, the base first: their rows, and a comparison of each two.

    `rows` hold every sentence of every article once, and but for readings that `moved` in the order of each article.
    `pairs` are in the order of the articles: of A, B and C those of A and B, A and C, B and C.
    """

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    pairs: tuple[Comparison, ...]
