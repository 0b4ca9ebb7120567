"""What a claim answers to the question of a conflict: its day, place, kind, yes or no; and what excludes what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.relations import Context, Fit
from headwater.relations.avowals import avowal
from headwater.relations.categories import exclusive_kinds, kinds_in
from headwater.relations.context import Comparator
from headwater.relations.dates import compare_dates, only_date
from headwater.relations.headlines import headline_of
from headwater.relations.parts import compare_parts
from headwater.relations.places import compare_places, places_of
from headwater.relations.polarity import compare_polarity, is_open
from headwater.relations.quantities import amounts, compare_quantities, shown
from headwater.text.dates import NARROWED
from headwater.text.spans import holds
from headwater.types import Certainty, Claim, ConflictKind, Span

__all__ = ["Answer", "answers", "excludes"]


class Answer(NamedTuple):
    """What one claim says: the value in words, the words that give it, and why they are weak evidence, '' if not."""

    shown: str
    span: Span
    claim: Claim
    weak: str


Told = Sequence[tuple[str, Span]]


def answers(claim: Claim, kind: ConflictKind, family: str, context: Context) -> tuple[Answer, ...]:
    """What the claim answers to a question of that kind, of categories to that of the family; nothing if it is open."""
    if is_open(claim):
        return ()
    told = _kinds(claim, family, context) if kind is ConflictKind.CATEGORY else _TELLERS[kind](claim, context)
    weak = _weakness(claim, context)
    return tuple(Answer(value, span, claim, weak) for value, span in told)


def _weakness(claim: Claim, context: Context) -> str:
    """Why the claim is weaker evidence than a plain sentence of the body, '' if it is not."""
    if claim.certainty is Certainty.PROBABLE:
        return "told as probable"
    headline = headline_of(context.documents[claim.span.article])
    return "told in a headline" if headline is not None and holds(headline, claim.span) else ""


def excludes(one: Answer, other: Answer, kind: ConflictKind, context: Context) -> bool:
    """Whether the two answers to a question of that kind cannot both hold."""
    if kind is ConflictKind.CATEGORY:
        return bool(exclusive_kinds(one.shown, other.shown))
    found = _COMPARATORS[kind](one.claim, other.claim, context)
    return any(each.fit is Fit.APART for each in found)


def _day(claim: Claim, context: Context) -> Told:
    """The value, and which part of it is meant: "2019 (end)"."""
    date = only_date(claim)
    if date is None:
        return ()
    return ((f"{date.value} ({date.modifier})" if date.modifier in NARROWED else date.value, claim.span),)


def _place(claim: Claim, context: Context) -> Told:
    return tuple((place.name, claim.span) for place in places_of(claim, context)[:1])


def _kinds(claim: Claim, family: str, context: Context) -> Told:
    """The one kind that the claim asserts; of several ("rockets and drones") none is an answer."""
    kinds = kinds_in(claim, context).get(family, ())
    return ((kinds[0].word, kinds[0].span),) if len(kinds) == 1 and not claim.negated else ()


def _number(claim: Claim, context: Context) -> Told:
    return tuple((shown(amount.quantity), amount.quantity.span) for amount in amounts(claim, context))


def _polarity(claim: Claim, context: Context) -> Told:
    return (("no" if claim.negated else "yes", claim.span),)


def _denial(claim: Claim, context: Context) -> Told:
    taken = avowal(claim)
    denied = taken < 0 if taken else claim.negated
    return (("denied" if denied else "claimed" if taken else "asserted", claim.span),)


def _roles(claim: Claim, context: Context) -> Told:
    agents = [role for role in claim.roles if role.name == "agent"]
    return tuple((context.words(role.span), claim.span) for role in agents[:1])


_TELLERS: Final[Mapping[ConflictKind, Callable[[Claim, Context], Told]]] = {
    ConflictKind.DATE: _day,
    ConflictKind.PLACE: _place,
    ConflictKind.QUANTITY: _number,
    ConflictKind.POLARITY: _polarity,
    ConflictKind.DENIAL: _denial,
    ConflictKind.ROLE: _roles,
}
_COMPARATORS: Final[Mapping[ConflictKind, Comparator]] = {
    ConflictKind.DATE: compare_dates,
    ConflictKind.PLACE: compare_places,
    ConflictKind.QUANTITY: compare_quantities,
    ConflictKind.POLARITY: compare_polarity,
    ConflictKind.DENIAL: compare_polarity,
    ConflictKind.ROLE: compare_parts,
}
