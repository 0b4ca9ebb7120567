"""Reports that do not go with a claim: what they say is compared with it, claim by claim, as reports are compared.

The relations of claims (comparable at all, then typed comparators) tell where a report excludes or denies what the
draft says, in words of its own. Where other lines bear the claim out, that is a dispute among the reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.checking.bearing import Bearing, share_of, words_at
from headwater.checking.counting import Backing
from headwater.checking.denials import denied_otherwise, is_denied
from headwater.checking.differences import Otherwise
from headwater.relations import Context, relate
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.spans import meets
from headwater.types import Aspect, Claim, ConflictKind, Quantity, Relation, RelationKind, Span

__all__ = ["contradicted_by", "denied_by", "disputed_by"]

_CONTRARY: Final = frozenset({RelationKind.CONFLICT, RelationKind.DENIAL})
_ASPECTS: Final[Mapping[ConflictKind | None, Aspect]] = {
    ConflictKind.QUANTITY: Aspect.NUMBER,
    ConflictKind.DATE: Aspect.DATE,
    ConflictKind.PLACE: Aspect.PLACE,
    ConflictKind.CATEGORY: Aspect.WHAT,
    ConflictKind.POLARITY: Aspect.POLARITY,
    ConflictKind.DENIAL: Aspect.POLARITY,
}

_ALIKE: Final = 0.5  # of the claim's weight that a sentence must have to tell of the same


def contradicted_by(
    claims: Sequence[Claim], bearing: Bearing, backing: Backing, context: Context
) -> Iterator[Otherwise]:
    """What sentences like the claim say that excludes or denies one of the draft's `claims` in it, each span once."""
    told: set[Span] = set()
    for one, other, relation in _related(claims, bearing, backing, context):
        if relation.kind in _CONTRARY and other.span not in told:
            told.add(other.span)
            yield Otherwise(_ASPECTS.get(relation.aspect, Aspect.WHAT), one.span, other.span, relation.note)


def _related(
    claims: Sequence[Claim], bearing: Bearing, backing: Backing, context: Context
) -> Iterator[tuple[Claim, Claim, Relation]]:
    """Each of the draft's claims with each claim of the sentences like it, and how they lie to each other."""
    sentences = (bearing.reports.sentences[number].span for number in sorted(bearing.near))
    others = (other for sentence in sentences for other in backing.claims_in(sentence))
    return ((one, other, relate(one, other, context)) for other in others for one in claims)


def denied_by(bearing: Bearing) -> Iterator[Otherwise]:
    """Sentences that say it was done where the claim says that it was not, or the other way round."""
    claim = bearing.claim
    for deed, number, there in denied_otherwise(bearing):
        side = bearing.side(number)
        denies = is_denied(claim, deed)
        words = words_at(side, bearing.reports.sentences[number].span)
        harm = f"the draft denies what a report asserts: “{words}”" if denies else f"a report denies it: “{words}”"
        yield Otherwise(Aspect.POLARITY, claim.span(deed, deed), side.span(there, there), harm)


def disputed_by(bearing: Bearing, backing: Backing) -> Iterator[Otherwise]:
    """Numbers that other sentences, which tell of the same, give for what the claim counts; each number once.

    They stand on another line, or in another article of the same line: then one of the copies was altered. Only a
    number that excludes the claim's is a dispute: "at least 12" goes with 14.
    """
    claim = bearing.claim
    own = {backing.line(bearing.reports.sentences[number].span) for number in bearing.base}
    told: set[Span] = set()
    for number in sorted(bearing.near):
        span = bearing.reports.sentences[number].span
        if share_of(bearing, number) < _ALIKE:
            continue
        for quantity, other in _excluding(claim, bearing.side(number)):
            if other.span not in told:
                told.add(other.span)
                who = "another article of the line" if backing.line(span) in own else "another line"
                words = words_at(bearing.side(number), other.span)
                harm = f"{who} has “{words}” for “{words_at(claim, quantity.span)}”"
                yield Otherwise(Aspect.NUMBER, quantity.span, other.span, harm)


def _excluding(claim: Side, side: Side) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers of one unit, each the only one of its unit on its side, that cannot both hold."""
    for one in claim.quantities:
        if one.modifier in ("ordinal", "age", "compound") or not _is_word(claim, one):
            continue
        if any(each.stated == one.stated is not None for each in side.quantities):
            continue  # the sentence gives this number, too
        others = [each for each in side.quantities if (each.unit, each.per) == (one.unit, one.per) and one.unit]
        alone = sum(each.unit == one.unit for each in claim.quantities) == 1 and len(others) == 1
        if alone and _disagree(one, others[0]):
            yield one, others[0]


def _disagree(one: Quantity, other: Quantity) -> bool:
    """No number satisfies both, or both state one in the same way and it is not the same."""
    if one.high < other.low or other.high < one.low:
        return True
    stated = one.stated is not None and other.stated is not None and one.stated != other.stated
    return stated and one.modifier == other.modifier and one.modifier in ("", "less than", "about", "nearly")


def _is_word(claim: Side, quantity: Quantity) -> bool:
    article = claim.document.article.id
    return any(
        kind is WordKind.NUMBER and meets(Span(article, token.start, token.end), quantity.span)
        for kind, token in zip(claim.kinds, claim.tokens, strict=True)
    )
