"""Relations: how two claims stand to each other, and what a text does with somebody else's claim."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.findings import ConflictKind
from headwater.types.spans import Evidence

__all__ = ["Relation", "RelationKind", "Stance", "StanceKind"]


class RelationKind(StrEnum):
    """How one claim (the left) stands to another (the right). Not which of them is right."""

    UNCOMPARABLE = "not comparable"  # another event, role, unit, population or scope
    SAME = "same"
    MORE_SPECIFIC = "more specific"  # the left says all that the right says, and more
    LESS_SPECIFIC = "less specific"
    COMPATIBLE = "compatible"  # both can hold; neither says all that the other says
    UPDATE = "update"  # one is later and puts a number that only grows higher
    CONFLICT = "conflict"  # what the one says excludes what the other says
    DENIAL = "denial"  # one hands on that somebody denies what the other says


class Relation(Struct, frozen=True):
    """How two claims stand to each other, and by what.

    `aspect` is what they differ in, where they conflict, one denies or one updates the other. `note` says it in words,
    and how the two might be reconciled. Each part of `evidence` is what one comparator found, with both places; its
    score is 1 where the claims agree in that respect, -1 where they exclude each other, between where one says more.
    """

    kind: RelationKind
    left: str  # Claim.id
    right: str
    aspect: ConflictKind | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


class StanceKind(StrEnum):
    """What a text does with a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REPORTS = "only reports"
    SILENT = "does not speak of it"


class Stance(Struct, frozen=True):
    """What a text does with a claim, and the words that decide; none where it asserts.

    Each part of `evidence` names a class of cue, scores 1, and has the claim on the left, its own words on the right.
    """

    kind: StanceKind
    evidence: tuple[Evidence, ...] = ()
