"""Claims of which readers decided that they tell of different events, and what such a decision came to."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.decisions.pairs import Pair
from headwater.decisions.words import listed
from headwater.text.cited_words import read_words
from headwater.text.spans import holds
from headwater.types import Claim, Decided, Decision, DecisionKind, Span, Statement

__all__ = ["Parted", "claims_on", "events_decided", "events_told"]

_ONE_CLAIM: Final = "the words of both sides are of one claim, which tells of one event"


class Parted(NamedTuple):
    """The pairs of claims (ids, smaller first) of different events, and by decision the claims of its two sides."""

    pairs: frozenset[Pair]
    sides: Mapping[Decision, tuple[frozenset[str], frozenset[str]]]


def events_decided(decisions: Iterable[Decision], claims: Sequence[Claim]) -> Parted:
    """Which claims tell of different events: all on the words of one side with all on those of the other."""
    sides = {
        each: (_ids(each.left, claims), _ids(each.right, claims))
        for each in decisions
        if each.kind is DecisionKind.OTHER_EVENT
    }
    pairs = (pair for left, right in sides.values() for pair in itertools.product(left, right))
    return Parted(frozenset((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]), sides)


def claims_on(words: Span, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that words are of: of just these words, else those that they are in, else those that are in them."""
    here = [claim for claim in claims if claim.span.article == words.article]
    exact = [claim for claim in here if claim.span == words]
    around = [claim for claim in here if holds(claim.span, words)]
    return tuple(exact or around or [claim for claim in here if holds(words, claim.span)])


def _ids(names: Sequence[str], claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(claim.id for name in names for claim in claims_on(read_words(name), claims))


def events_told(
    decision: Decision, words: str, parted: Parted, claims: Sequence[Claim], statements: Sequence[Statement]
) -> Decided:
    """The decision with what it changed: in which statements the claims of its sides stand now."""
    left, right = parted.sides[decision]
    if not left or not right:
        gone = [side for side, found in ((decision.left, left), (decision.right, right)) if not found]
        return Decided(
            decision, False, words, (f"no claim stands on {listed(name for side in gone for name in side)}",)
        )
    if left == right and len(left) == 1:
        return Decided(decision, False, words, (_ONE_CLAIM,))
    spans = tuple(sorted(claim.span for claim in claims if claim.id in left | right))
    mine, theirs = (_held(side, statements) for side in (left, right))
    return Decided(
        decision,
        True,
        words,
        (f"no statement has both: {_said(len(mine))} of the one, {_said(len(theirs))} of the other",),
        spans,
    )


def _held(side: Collection[str], statements: Sequence[Statement]) -> list[Statement]:
    return [each for each in statements if not set(side).isdisjoint(each.claims)]


def _said(count: int) -> str:
    return "one statement" if count == 1 else f"{count} statements"
