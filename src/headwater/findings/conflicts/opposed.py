"""Pairs of claims of different lines that oppose each other: proposed by what they share, decided by `relations`."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from headwater.origins import Origins
from headwater.relations import Context, relate
from headwater.relations.avowals import avowal
from headwater.relations.categories import excluding, kinds_in
from headwater.relations.parts import PARTS
from headwater.text.events import classes_of
from headwater.types import Claim, ClaimKind, ConflictKind, Figure, Relation, RelationKind, Span, Statement

__all__ = ["Opposed", "opposed_claims", "proposed"]

_CROWD: Final = 60  # claims of one key that are compared; a key that more share says little
_OPPOSING: Final = frozenset({RelationKind.CONFLICT, RelationKind.DENIAL})
_TYING: Final = frozenset({*PARTS, "number", "date", "place"})
_LOOSELY: Final = 0.5  # evidence above it is agreement, not mere possibility
_FIRM: Final = 2  # agreements from which claims of two statements speak of one thing


class Opposed(NamedTuple):
    """Two claims of different lines, the smaller id first, and how they oppose each other."""

    one: Claim
    other: Claim
    relation: Relation
    family: str  # of the kinds that exclude each other, '' unless the relation is of categories


def opposed_claims(
    met: Sequence[tuple[Claim, Claim]],
    home: Mapping[str, str],
    figures: Sequence[Figure],
    origins: Origins,
    context: Context,
) -> tuple[Opposed, ...]:
    """The pairs that oppose each other, of those `met` (`proposed` gives them); `home` is the statement of each claim.

    What lies in one line is never compared: a difference along a copy edge is an alteration. Opinions oppose nothing.
    """
    counted = {value.quantity.span for figure in figures for value in figure.values}
    line = {
        claim.id: origins.line(claim.span) for claim in {claim.id: claim for pair in met for claim in pair}.values()
    }
    found = []
    for one, other in met:
        if line[one.id] == line[other.id] or ClaimKind.OPINION in {one.kind, other.kind}:
            continue
        together = home.get(one.id) == home.get(other.id)
        relation = relate(one, other, context, aligned=together)
        if _is_judged_elsewhere(one, other, relation, counted):
            continue
        if relation.kind in _OPPOSING and _is_firm(one, other, relation, context, together=together):
            found.append(Opposed(one, other, relation, _family(one, other, relation, context)))
    return tuple(found)


def _is_judged_elsewhere(one: Claim, other: Claim, relation: Relation, counted: AbstractSet[Span]) -> bool:
    """Numbers of a figure, which compares all its lines; numbers of two kinds of event; what two people think of it."""
    if relation.aspect is ConflictKind.QUANTITY:
        spans = {span for part in relation.evidence if part.name == "number" for span in (part.left, part.right)}
        same_event = one.event == other.event or one.event_class == other.event_class != ""
        return not spans.isdisjoint(counted) or not same_event
    return relation.aspect is ConflictKind.POLARITY and _is_of_views(one, other)


def _is_of_views(one: Claim, other: Claim) -> bool:
    """What two people think of it, or one speaker's words in two readings."""
    if not one.attribution or not other.attribution:
        return False
    speaker = one.attribution[-1].speaker
    return not one.event_class or (speaker != "" and speaker == other.attribution[-1].speaker)


def _family(one: Claim, other: Claim, relation: Relation, context: Context) -> str:
    """The family of kinds that the two answer differently."""
    if relation.aspect is not ConflictKind.CATEGORY:
        return ""
    here, there = kinds_in(one, context), kinds_in(other, context)
    return next(family for family in sorted(here.keys() & there.keys()) if excluding(here[family], there[family]))


def _is_firm(one: Claim, other: Claim, relation: Relation, context: Context, *, together: bool) -> bool:
    """Whether the claims agree in enough to speak of one thing: those of one statement do, unless by opposites.

    Opposites ("opened", "closed") need who and whom; who avows a deed needs only his name.
    """
    if relation.aspect is ConflictKind.POLARITY and one.event != other.event:
        return sum(part.score > _LOOSELY and part.name in PARTS for part in relation.evidence) >= _FIRM
    told = [part for part in relation.evidence if part.left is not None and part.right is not None]
    agreeing = sum(part.score > 0 and part.name in _TYING for part in told)
    agreeing += relation.aspect is ConflictKind.CATEGORY  # kinds of one family answer one question
    agreeing += context.are_of_one_event(one, other)
    return together or agreeing >= _FIRM or bool(avowal(one) and avowal(other))


def proposed(
    statements: Sequence[Statement], claims: Mapping[str, Claim], context: Context
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that may be compared, smaller id first: of one statement, or met on a key that few share."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for statement in statements:
        groups["statement", statement.id].extend(statement.claims)
    for claim in claims.values():
        for key in _keys(claim, context):
            groups[key].append(claim.id)
    pairs = {
        pair
        for group in groups.values()
        if len(group) <= _CROWD
        for pair in itertools.combinations(sorted(set(group)), 2)
    }
    return ((claims[one], claims[other]) for one, other in sorted(pairs))


def _keys(claim: Claim, context: Context) -> set[Hashable]:
    """What a claim may be met on: its event with a part, two parts, a name, a family of kinds, an avowal's agent."""
    parts = sorted({role.entity or role.lemma for role in claim.roles if role.name in PARTS} - {""})
    events = {claim.event, *classes_of(claim.event, "VERB"), *([claim.event_class] if claim.event_class else [])}
    keys: set[Hashable] = {(event, part) for event in events for part in parts}
    keys.update(itertools.combinations(parts, 2))
    keys.update(("named", role.entity) for role in claim.roles if role.name in PARTS and role.entity)
    keys.update(("kinds", family) for family in kinds_in(claim, context))
    if avowal(claim):
        keys.update(("avowal", part) for part in parts)
    happening = context.happenings.get(claim.id)
    return keys | ({("happening", happening)} if happening is not None else set())
