"""What is found between two articles of an archive."""

from __future__ import annotations

from msgspec import Struct

from headwater.types import DerivationKind, Evidence, Passage

__all__ = ["CopyPair"]


class CopyPair(Struct, frozen=True):
    """Two articles with text in common, `left` < `right` by id. `score` is the sum of the evidence, in nats.

    `left_share` and `right_share`, 0 to 1, are the parts of each article's words that lie in passages. Which of the two
    was first is not asked here, so that what the kind says holds of the pair: ABRIDGED, one has the other and more;
    SHARED_STATEMENT, they have only quotations in common, which is no copying.
    """

    left: str
    right: str
    kind: DerivationKind
    score: float
    left_share: float
    right_share: float
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]

    @property
    def copied(self) -> bool:
        """Whether text went from one to the other, or to both from a third."""
        return self.kind is not DerivationKind.SHARED_STATEMENT

    @property
    def whole(self) -> bool:
        """Whether one article as a whole was made from the other's text: more than a passage lent."""
        return self.copied and self.kind is not DerivationKind.PARTIAL
