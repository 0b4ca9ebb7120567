"""What one article tells as two things: in one sentence, on two days, in two numbers, of two who did it.

Whoever writes a report knows what is one event and what is another. Claims that an article keeps apart are never one
statement, and so they part the claims of other articles that are like them (a cannot-link, Wagstaff and Cardie 2000).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.relations import Context
from headwater.relations.quantities import Amount, amounts, intervals_apart
from headwater.text.spans import tokens_in
from headwater.types import Claim, EntityKind, Occasion, Role

__all__ = ["ToldApart"]

_WHO: Final = "agent"


class ToldApart:
    """Which groups of claims some article tells as different things, in the `context` of their story; it remembers."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, str], bool] = {}

    def between(self, ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
        """Whether an article has a claim in each group and keeps the two apart; symmetric."""
        in_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in others:
            in_article[claim.span.article].append(claim)
        return any(self._apart(one, other) for one in ones for other in in_article[one.span.article])

    def _apart(self, one: Claim, other: Claim) -> bool:
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._known:
            self._known[key] = any(_signs(one, other, self._context))
        return self._known[key]


def _signs(one: Claim, other: Claim, context: Context) -> Iterator[bool]:
    yield one.sentence == other.sentence
    yield _on_other_days(one.occasion, other.occasion)
    yield _counted_apart(amounts(one, context), amounts(other, context))
    yield _done_by_two(one, other, context)


def _on_other_days(one: Occasion | None, other: Occasion | None) -> bool:
    """By the days that their own clauses name."""
    if one is None or other is None or not (one.own and other.own):
        return False
    return one.last < other.first or other.last < one.first


def _counted_apart(ones: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Whether all numbers that play one part in both exclude each other: seven hurt here, dozens there."""
    met = [(a, b) for a, b in itertools.product(ones, others) if (a.role or a.part) == (b.role or b.part)]
    return bool(met) and all(intervals_apart(a.quantity, b.quantity) for a, b in met)


def _done_by_two(one: Claim, other: Claim, context: Context) -> bool:
    """Whether names that cannot be one say who did it, in each of the two."""
    here, there = ([role for role in claim.roles if role.name == _WHO] for claim in (one, other))
    return bool(here and there) and all(_are_two(a, b, context) for a, b in itertools.product(here, there))


def _are_two(one: Role, other: Role, context: Context) -> bool:
    """Whether both hold a name and share no word and nobody named; two places may be one government."""
    mine, theirs = _names(one, context), _names(other, context)
    if not mine or not theirs or mine & theirs:
        return False
    known, others = ({entity for _, entity in context.entities.mentions(role.span)} for role in (one, other))
    if not {entity.id for entity in known}.isdisjoint(entity.id for entity in others):
        return False
    return any({entity.kind for entity in each} != {EntityKind.PLACE} for each in (known, others))


def _names(role: Role, context: Context) -> frozenset[str]:
    tokens = context.documents[role.span.article].tokens
    return frozenset(
        tokens[index].lemma.lower() for index in tokens_in(tokens, role.span) if tokens[index].pos == "PROPN"
    )
