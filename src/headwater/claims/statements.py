"""Claims -> groups of claims that assert the same thing.

Along the stemma alignment comes from the passages: what was copied says the same thing until an alteration is shown.
Between lines it comes from likeness. The joining is greedy average linkage, a correlation clustering in the manner of
Bansal et al. 2004: the likest pair first, and two groups join only if their claims are alike on average.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from headwater.claims.likeness import Likeness
from headwater.claims.parting import Parting
from headwater.claims.repeated import first_tellings
from headwater.claims.terms import Term, Terms, terms_of
from headwater.models.base import Embedder
from headwater.relations import Context
from headwater.text.spans import holds
from headwater.types import Claim, DerivationKind, Occasion, Span, Stemma

__all__ = ["Group", "group_claims"]

_JOIN = 0.58  # chance from which claims may assert the same; set on the development stories and the laws
_SLACK = 0.55  # a group may hold some claims that are alike only through the others
_JOIN_IN_PASSAGE = 0.02  # the passage already says that the words correspond
_COPIED = 1.0  # what the stemma aligns counts as the same until shown otherwise
_NOT_COPIED = frozenset({DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT})
_CAPS = {1: 60, 2: 120}  # claims that one term, or two together, may propose to each other: keeps large stories linear

_COMPARED = 40  # claims of one group that are compared to find the typical one; more would not change it

Pair = tuple[str, str]
Scores = dict[Pair, float]


class Group(Struct, frozen=True):
    """Claims that assert the same thing, sorted by id, with how typical each is: its mean likeness to the others."""

    claims: tuple[str, ...]
    typical: Mapping[str, float]


def group_claims(
    claims: Sequence[Claim], stemma: Stemma, context: Context, embedder: Embedder | None = None
) -> tuple[Group, ...]:
    """Groups of claims that assert the same thing, in order of their first members.

    Every claim is in one group. Claims of one sentence never share a group, nor do claims that one article dates apart:
    a sentence does not say a thing twice, and an article does not date it twice. Nor do claims of which who, what,
    whom, where or when excludes each other (`parting`), unless a copied passage aligns them.
    """
    documents = context.documents
    bags = {claim.id: terms_of(claim, documents[claim.span.article], context.entities) for claim in claims}
    first = first_tellings(claims, bags, documents, stemma)
    told = {claim: bags[claim] for claim in sorted(set(first.values()))}
    likeness = Likeness(list(told.values()), embedder)
    scores = {pair: score for pair, score in likeness.chances(_proposed(told), _JOIN).items() if score >= _JOIN}
    copied = set(_along_passages(claims, first, likeness, stemma))
    linked = _linked(claims, first, {**scores, **dict.fromkeys(copied, _COPIED)}, copied, Parting(context))
    return tuple(Group(group, _typical(group, first, likeness)) for group in linked)


def _typical(group: Sequence[str], first: Mapping[str, str], likeness: Likeness) -> dict[str, float]:
    told = sorted({first[claim] for claim in group})
    peers = told[:_COMPARED]
    means = {
        one: sum(likeness.of(one, other) for other in peers if other != one) / max(1, len(peers) - (one in peers))
        for one in told
    }
    return {claim: means[first[claim]] for claim in group}


# --- scoring --------------------------------------------------------------------------------------------------


def _proposed(bags: Mapping[str, Terms]) -> set[Pair]:
    """Pairs of claims that meet on a rare term or on two less rare ones."""
    postings: dict[tuple[Term, ...], list[str]] = defaultdict(list)
    for claim, bag in bags.items():
        terms = sorted((term for term, _ in bag.terms), key=lambda term: (term.kind, term.key, term.pos))
        for key in (*((term,) for term in terms), *itertools.combinations(terms, 2)):
            postings[key].append(claim)
    return {
        pair
        for key, ids in postings.items()
        if len(ids) <= _CAPS[len(key)]
        for pair in itertools.combinations(sorted(ids), 2)
    }


def _along_passages(
    claims: Sequence[Claim], first: Mapping[str, str], likeness: Likeness, stemma: Stemma
) -> Iterator[Pair]:
    """Claims that stand on the two sides of a copied passage and choose each other there, as their first tellings."""
    of_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_article[claim.span.article].append(claim)
    for derivation in stemma.derivations:
        if derivation.kind in _NOT_COPIED:
            continue
        for passage in derivation.sentences:
            left = [first[claim] for claim in _within(of_article[derivation.left], passage.left)]
            right = [first[claim] for claim in _within(of_article[derivation.right], passage.right)]
            yield from _mutual_best(likeness.chances((a, b) for a in left for b in right))


def _within(claims: Sequence[Claim], span: Span) -> list[str]:
    return [claim.id for claim in claims if holds(span, claim.span)]


def _mutual_best(scores: Mapping[Pair, float]) -> Iterator[Pair]:
    """Pairs in which each is the other's best; a lone pair needs no further sign."""
    best: dict[str, tuple[float, Pair]] = {}
    for pair, score in scores.items():
        for claim in pair:
            best[claim] = max(best.get(claim, (-1.0, pair)), (score, pair))
    for pair, score in scores.items():
        chosen = best[pair[0]][1] == pair == best[pair[1]][1]
        if chosen and (score >= _JOIN_IN_PASSAGE or len(scores) == 1):
            yield (pair[0], pair[1]) if pair[0] < pair[1] else (pair[1], pair[0])


# --- joining --------------------------------------------------------------------------------------------------


def _linked(
    claims: Sequence[Claim], first: Mapping[str, str], scores: Scores, copied: AbstractSet[Pair], parting: Parting
) -> tuple[tuple[str, ...], ...]:
    """Greedy average linkage of first tellings over the scored pairs; a pair without a score counts as 0.

    What was `copied` is joined first, and nothing parts it but its own article.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[first[claim.id]].append(claim)
    group_of = {one: frozenset({one}) for one in told}
    for pair, _ in sorted(scores.items(), key=lambda item: (item[0] not in copied, -item[1], item[0])):
        one, other = group_of[pair[0]], group_of[pair[1]]
        if one == other or not _may_join(one, other, told, scores):
            continue
        here, there = ([told[telling][0] for telling in sorted(group)] for group in (one, other))
        if pair in copied or not parting.between(here, there):
            joined = one | other
            group_of.update(dict.fromkeys(joined, joined))
    groups = set(group_of.values())
    return tuple(sorted(tuple(sorted(claim.id for one in group for claim in told[one])) for group in groups))


def _may_join(one: frozenset[str], other: frozenset[str], told: Mapping[str, Sequence[Claim]], scores: Scores) -> bool:
    pairs = [(a, b) if a < b else (b, a) for a in one for b in other]
    if sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs) < _JOIN * _SLACK:
        return False
    here, there = ([claim for first in group for claim in told[first]] for group in (one, other))
    return not _told_apart(here, there)


def _told_apart(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether an article tells the two as different things: in one sentence, or on days of their own that differ."""
    in_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in other:
        in_article[claim.span.article].append(claim)
    return any(
        a.sentence == b.sentence or _on_other_days(a.occasion, b.occasion)
        for a in one
        for b in in_article[a.span.article]
    )


def _on_other_days(one: Occasion | None, other: Occasion | None) -> bool:
    """By the days that their own clauses name."""
    if one is None or other is None or not (one.own and other.own):
        return False
    return one.last < other.first or other.last < one.first
