"""Which claims a conflict is about, and whether it is about what they tell or about a detail in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from headwater.text.events import EFFECTS, SUBJECT_EFFECTS
from headwater.text.spans import holds
from headwater.types import Claim, Conflict, ConflictKind, Figure, Span

__all__ = ["Dispute", "differing", "disputed_claims"]

_WHAT: Final = {
    ConflictKind.QUANTITY: "the number",
    ConflictKind.DATE: "the time",
    ConflictKind.PLACE: "the place",
    ConflictKind.CATEGORY: "the kind",
    ConflictKind.ROLE: "who did it to whom",
}
"""What lines can differ in that agree that something happened; yes and no is no such thing."""


class Dispute(NamedTuple):
    """A conflict that a claim is a side of, by the words at `span`; `own` if these are what the claim tells."""

    conflict: Conflict
    span: Span
    own: bool


def disputed_claims(
    conflicts: Sequence[Conflict], claims: Mapping[str, Claim], figures: Sequence[Figure]
) -> dict[str, list[Dispute]]:
    """By claim id the conflicts that it is a side of, with its words there.

    A value belongs to the innermost claim that holds it. Of a claim that tells what became of people only their number
    is its own: in "nine clerks were hurt by two rockets" the rockets are a detail.
    """
    role_of = {value.quantity.span: figure.role for figure in figures for value in figure.values}
    of_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        of_article[claim.span.article].append(claim)
    found: dict[str, list[Dispute]] = defaultdict(list)
    for conflict in conflicts:
        for span in (span for side in conflict.sides for span in side.spans):
            holder = _innermost(span, of_article[span.article])
            if holder is not None:
                found[holder.id].append(Dispute(conflict, span, _is_own(role_of.get(span, ""), holder)))
    return found


def _innermost(span: Span, claims: Sequence[Claim]) -> Claim | None:
    holding = [claim for claim in claims if holds(claim.span, span)]
    return min(holding, key=lambda claim: (claim.span.end - claim.span.start, claim.id), default=None)


def _is_own(role: str, claim: Claim) -> bool:
    """Whether a number of that figure is what the claim tells; numbers of no figure are."""
    told = {EFFECTS.get(claim.event_class, ""), SUBJECT_EFFECTS.get(claim.event_class, "")} - {""}
    return not role or not told or role in told


def differing(disputes: Sequence[Dispute]) -> str:
    """What claims that tell of one thing differ in among themselves, with the values; '' if in nothing.

    `disputes` are those of the claims. A conflict counts if two of its sides that are not weak are among them.
    """
    spans = {dispute.span for dispute in disputes}
    found: dict[str, None] = {}
    for conflict in (dispute.conflict for dispute in disputes):
        values = [side.value for side in conflict.sides if not side.weak and not spans.isdisjoint(side.spans)]
        if len(values) > 1 and conflict.kind in _WHAT:
            found[f"{_WHAT[conflict.kind]} ({' or '.join(values)})"] = None
    return " and ".join(found)
