"""What copying changed without harm: typed edits along each copy edge, and how far a text was spun."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Span

__all__ = ["CopyEdits", "Edit", "EditKind"]


class EditKind(StrEnum):
    """What an edit did to the words. What it did to a claim, if anything, is an `Alteration`."""

    SPELLING = "spelling"
    SYNONYM = "synonym"
    ADDITION = "addition"
    OMISSION = "omission"
    REORDERED = "reordered"
    REWORDED = "reworded"


class Edit(Struct, frozen=True, gc=False):
    """Words of the origin (`before`) and of the copy (`after`) in one place; None where one has nothing there."""

    kind: EditKind
    before: Span | None
    after: Span | None


class CopyEdits(Struct, frozen=True):
    """How a copy differs from the article it stands nearest to, alterations left out.

    `origin` is its parent; where that is not in hand its nearest relative of the line, and `direct` is False: which of
    the two was edited is then open. `spin_rate` is the share of content words, 0 to 1, that were exchanged for others
    of their part of speech while the words between stayed.
    """

    origin: str
    article: str
    direct: bool
    spin_rate: float
    edits: tuple[Edit, ...]
