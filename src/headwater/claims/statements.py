"""Claims -> groups of claims that assert the same thing.

Along the stemma alignment comes from the passages: what was copied says the same thing until an alteration is shown.
Between lines it comes from likeness. The joining is greedy linkage, a correlation clustering in the manner of Bansal et
al. 2004: the likest pair first, and two groups join only if their articles are alike in it on average.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from headwater.claims.likeness import Likeness
from headwater.claims.parting import Parting
from headwater.claims.repeated import first_tellings
from headwater.claims.terms import Term, Terms, terms_of
from headwater.claims.told_apart import ToldApart
from headwater.models.base import Embedder
from headwater.relations import Context
from headwater.text.spans import holds
from headwater.types import Claim, DerivationKind, Span, Stemma

__all__ = ["Group", "group_claims"]

_JOIN = 0.58  # chance from which two claims may bring their groups together
_ALIKE = 0.34  # mean chance from which groups join; some are alike only through the others. Set on both gold stories
_FAINT = 0.05  # chances below this count as none: nothing is asked of what the clauses mean
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

    Every claim is in one group. Claims that an article tells as two things (`told_apart`) never share a group, nor do
    those that are known to tell of different events (`Context.apart`). Nor do claims of which who, what, whom, where or
    when excludes each other (`parting`), unless a copied passage aligns them.
    """
    documents = context.documents
    bags = {claim.id: terms_of(claim, documents[claim.span.article], context.entities) for claim in claims}
    first = first_tellings(claims, bags, documents, stemma, context.apart)
    told = {claim: bags[claim] for claim in sorted(set(first.values()))}
    likeness = Likeness(list(told.values()), embedder)
    scores = {pair: score for pair, score in likeness.chances(_proposed(told), _FAINT).items() if score >= _FAINT}
    copied = set(_along_passages(claims, first, likeness, stemma))
    linked = _linked(claims, first, {**scores, **dict.fromkeys(copied, _COPIED)}, copied, _Barred(context))
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
    sides = [
        (passage.left, passage.right)
        for derivation in stemma.derivations
        if derivation.kind not in _NOT_COPIED
        for passage in derivation.sentences
    ]
    told = {span: _within(of_article[span.article], span, first) for span in {span for both in sides for span in both}}
    asked = sorted({(told[left], told[right]) for left, right in sides})
    chances = likeness.chances(pair for each in asked for pair in _ordered(*each))
    for each in asked:
        yield from _mutual_best({pair: chances[pair] for pair in sorted(set(_ordered(*each)))})


def _within(claims: Sequence[Claim], span: Span, first: Mapping[str, str]) -> tuple[str, ...]:
    """The first tellings of the claims in a span."""
    return tuple(first[claim.id] for claim in claims if holds(span, claim.span))


def _ordered(left: Iterable[str], right: Iterable[str]) -> Iterator[Pair]:
    """Every pair of one with another, the smaller id first."""
    return ((one, other) if one < other else (other, one) for one, other in itertools.product(left, right))


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


class _Barred:
    """What keeps groups apart however alike they are."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told_apart = ToldApart(context)
        self._parting = Parting(context)

    def between(self, ones: Sequence[Sequence[Claim]], others: Sequence[Sequence[Claim]], copied: bool) -> bool:
        """Of groups given as the claims of each telling, the first telling first; `copied` if a passage aligns them."""
        here, there = [*itertools.chain(*ones)], [*itertools.chain(*others)]
        if self._told_apart.between(here, there) or self._of_other_events(here, there):
            return True
        return not copied and bool(self._parting.between([one[0] for one in ones], [other[0] for other in others]))

    def _of_other_events(self, ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
        known = bool(self._context.apart)
        return known and any(self._context.are_apart(one, other) for one, other in itertools.product(ones, others))


def _linked(
    claims: Sequence[Claim], first: Mapping[str, str], scores: Scores, copied: AbstractSet[Pair], barred: _Barred
) -> tuple[tuple[str, ...], ...]:
    """Greedy linkage of first tellings over the scored pairs, the likest first; a pair without a score counts as 0.

    What was `copied` is joined first, and nothing parts it but its own article.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[first[claim.id]].append(claim)
    group_of = {one: frozenset({one}) for one in told}
    seeds = {pair: score for pair, score in scores.items() if score >= _JOIN}
    for pair, _ in sorted(seeds.items(), key=lambda item: (item[0] not in copied, -item[1], item[0])):
        one, other = group_of[pair[0]], group_of[pair[1]]
        if one == other or _likeness(one, other, told, scores) < _ALIKE:
            continue
        here, there = ([told[telling] for telling in sorted(group)] for group in (one, other))
        if not barred.between(here, there, pair in copied):
            joined = one | other
            group_of.update(dict.fromkeys(joined, joined))
    groups = set(group_of.values())
    return tuple(sorted(tuple(sorted(claim.id for one in group for claim in told[one])) for group in groups))


def _likeness(one: frozenset[str], other: frozenset[str], told: Mapping[str, Sequence[Claim]], scores: Scores) -> float:
    """The mean, over pairs of articles, of the chance of their likest claims.

    An article that comes back to a thing three times, with other details each time, weighs no more than one that tells
    it once.
    """
    best: dict[Pair, float] = defaultdict(float)
    for a, b in itertools.product(sorted(one), sorted(other)):
        articles = (told[a][0].span.article, told[b][0].span.article)
        best[articles] = max(best[articles], scores.get((a, b) if a < b else (b, a), 0.0))
    return sum(best.values()) / len(best)
