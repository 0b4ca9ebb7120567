"""Conflicts and alterations as readers left them: those accepted are marked, those rejected are set aside."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from headwater.decisions import PART, Reviewed, Seen, on_findings, review
from headwater.evidence import cite
from headwater.types import Alteration, Conflict, Decision, FindingKind, Review

__all__ = ["review_alterations", "review_conflicts"]


def review_conflicts(conflicts: Sequence[Conflict], decisions: Sequence[Decision]) -> Reviewed[Conflict]:
    """The conflicts by what readers decided of them, each by the words of its sides; the ids stay."""
    return review(conflicts, on_findings(decisions, FindingKind.CONFLICT), _conflict, _accepted_conflict)


def review_alterations(alterations: Sequence[Alteration], decisions: Sequence[Decision]) -> Reviewed[Alteration]:
    """The alterations by what readers decided of them, each by its two readings and their witnesses; the ids stay."""
    return review(alterations, on_findings(decisions, FindingKind.ALTERATION), _alteration, _accepted_alteration)


def _conflict(conflict: Conflict) -> Seen:
    words = frozenset(span for side in conflict.sides for span in side.spans)
    return Seen(f"{FindingKind.CONFLICT.value}{PART}{conflict.kind.value}", words, conflict.question)


def _accepted_conflict(conflict: Conflict, review: Review) -> Conflict:
    return replace(conflict, accepted=review)


def _alteration(change: Alteration) -> Seen:
    words = frozenset((change.sound, change.altered, *change.support))
    says = cite(change.harm, (change.sound, change.altered))
    return Seen(f"{FindingKind.ALTERATION.value}{PART}{change.kind.value}", words, says)


def _accepted_alteration(change: Alteration, review: Review) -> Alteration:
    return replace(change, accepted=review)
