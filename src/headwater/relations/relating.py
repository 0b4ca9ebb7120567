"""How two claims stand to each other: comparable at all, then typed comparators, then one word for what they found.

The order is that of casualty recorders who reconcile reports by hand: first whether two reports speak of one thing
(event, role, unit, population, scope), then whether the later one updates the earlier, and only then whether they
conflict. A comparator gives its reason in words and both places; none of them is a likeness.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.relations.categories import compare_categories
from headwater.relations.comparable import why_not_comparable
from headwater.relations.context import Comparator, Compared, Context, Fit, evidence_of
from headwater.relations.dates import compare_dates
from headwater.relations.happenings import compare_events
from headwater.relations.parts import compare_parts
from headwater.relations.places import compare_places
from headwater.relations.polarity import (
    compare_certainty,
    compare_polarity,
    compare_sources,
    denier_of,
    is_denial,
    is_open,
)
from headwater.relations.quantities import compare_quantities
from headwater.types import Claim, ConflictKind, Relation, RelationKind

__all__ = ["COMPARATORS", "compare", "relate"]

COMPARATORS: Final[tuple[Comparator, ...]] = (
    compare_events,
    compare_parts,
    compare_quantities,
    compare_dates,
    compare_places,
    compare_categories,
    compare_polarity,
    compare_certainty,
    compare_sources,
)
"""The typed comparators, in the order in which their answers are told."""

_NO_MEASURE: Final = frozenset({"certainty", "source", "event"})  # they do not make a claim say more of the event


def relate(one: Claim, other: Claim, context: Context, *, aligned: bool = False) -> Relation:
    """How claim `one` stands to claim `other`; who copied whom is not asked, the caller knows.

    `aligned`: the caller holds the two for one statement, so that a day or place that differs is a difference and not
    another event. Changing the two changes only "more specific" and "less specific"; a claim is the same as itself.
    Raises `KeyError` if the document of a claim is not in the context.
    """
    if one == other:
        return Relation(RelationKind.SAME, one.id, other.id, None, "the same claim")
    found = compare(one, other, context)
    reason = why_not_comparable(one, other, context, found, aligned=aligned)
    if reason:
        kind, aspect, note = RelationKind.UNCOMPARABLE, None, reason
    else:
        kind, aspect, note = _judged(one, other, context, found)
    return Relation(kind, one.id, other.id, aspect, note, tuple(evidence_of(each) for each in found))


def compare(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """What each comparator says of the two claims; of claims of two events only that they are."""
    event = compare_events(one, other, context)
    if event[0].fit is Fit.UNRELATED:
        return event
    return event + tuple(found for comparator in COMPARATORS[1:] for found in comparator(one, other, context))


def _judged(
    one: Claim, other: Claim, context: Context, found: Sequence[Compared]
) -> tuple[RelationKind, ConflictKind | None, str]:
    denial = _denial(one, other, context, found)
    if denial:
        return RelationKind.DENIAL, ConflictKind.DENIAL, denial
    apart = [each for each in found if each.fit is Fit.APART]
    if is_open(one) != is_open(other) or (apart and is_open(one)):
        return RelationKind.COMPATIBLE, None, "one of them leaves it open" + (f": {apart[0].note}" if apart else "")
    if apart:
        return RelationKind.CONFLICT, apart[0].aspect, apart[0].note
    later = next((each for each in found if each.fit is Fit.LATER), None)
    if later is not None:
        return RelationKind.UPDATE, later.aspect, later.note
    return _degree(found), None, _said(found)


def _denial(one: Claim, other: Claim, context: Context, found: Sequence[Compared]) -> str:
    """Who denies, if one of the two hands on a denial of what the other says: it opposes it as that one's word."""
    if not any(each.name == "polarity" and each.fit is Fit.APART for each in found):
        return ""
    denying = next((claim for claim in (one, other) if is_denial(claim)), None)
    if denying is None:
        return ""
    who = denier_of(denying)
    name = context.words(who) if who is not None else "somebody"
    return f"{name} denies it; that is their word, not the newsroom's"


def _degree(found: Sequence[Compared]) -> RelationKind:
    """Same, more or less specific, or compatible, by what the comparators of content say together."""
    fits = {each.fit for each in found if each.name not in _NO_MEASURE}
    if Fit.BOTH in fits or {Fit.NARROWER, Fit.WIDER} <= fits:
        return RelationKind.COMPATIBLE
    if Fit.NARROWER in fits:
        return RelationKind.MORE_SPECIFIC
    return RelationKind.LESS_SPECIFIC if Fit.WIDER in fits else RelationKind.SAME


def _said(found: Sequence[Compared]) -> str:
    """What the agreement rests on."""
    told = [each for each in found if each.fit in {Fit.NARROWER, Fit.WIDER, Fit.BOTH} and each.note]
    return "; ".join(f"{each.name}: {each.note}" for each in told[:2])
