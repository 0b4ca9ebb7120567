"""Which full names of a story are spellings of one: agglomerative clustering with vetoes.

Pairs that meet on a sound key are scored and joined from the best down. Two clusters are never joined if any name of
one and any of the other stand side by side in a sentence, or if their given or family names differ.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.entities.aligned import respelt
from headwater.entities.decided import UNTIED, Ties
from headwater.entities.forms import Form
from headwater.text.names import find_aliases, initials
from headwater.text.spelling import FAMILY, fold, same_name, same_title
from headwater.types import Derivation, Document, EntityKind, Span

__all__ = ["Clusters", "join_forms"]

_SAME_ARTICLE: Final = 0.93  # one newsroom writes one name in one way: two near names in one text are two people
_ONE_WORD: Final = 0.93  # a single word must agree almost letter for letter
_APART: Final = 0.75  # full names of one cluster that agree less than this speak against it
_WIDEST: Final = 60  # forms on one sound key beyond which the key tells nothing


class Clusters:
    """Sets of forms, by position, that grow by joining; a root stands for its set.

    `ties` are what readers decided: what is two names by them is never joined.
    """

    def __init__(self, forms: Sequence[Form], together: frozenset[tuple[int, int]], ties: Ties) -> None:
        self.forms = forms
        self._together = together
        self._ties = ties
        self._root = list(range(len(forms)))
        self._members = {position: [position] for position in range(len(forms))}
        for left, right in sorted(ties.kin):
            self.join(left, right)

    def root(self, position: int) -> int:
        """The smallest member of the position's set."""
        while self._root[position] != position:
            position = self._root[position]
        return position

    def members(self, position: int) -> list[int]:
        """All positions of the set, in order."""
        return self._members[self.root(position)]

    def sets(self) -> list[list[int]]:
        """All sets, each in order, in the order of their smallest members."""
        return [self._members[root] for root in sorted(self._members)]

    def decided(self, position: int) -> bool:
        """Whether the form is one name with another because a reader decided something of either."""
        return any(position in pair for pair in self._ties.same | self._ties.kin)

    def strangers(self, position: int) -> set[int]:
        """The forms that a reader decided to be other names than any of the position's set."""
        own = set(self.members(position)) if self._ties.apart else set()
        pairs = (pair for pair in self._ties.apart if not own.isdisjoint(pair))
        return {each for pair in pairs for each in pair} - own

    def join(self, left: int, right: int) -> None:
        """Make one set of two, unless a reader decided otherwise."""
        first, second = sorted((self.root(left), self.root(right)))
        if first != second and self.strangers(first).isdisjoint(self.members(second)):
            self._root[second] = first
            self._members[first] = sorted(self._members[first] + self._members.pop(second))

    def may_join(self, left: int, right: int) -> bool:
        """Whether nothing speaks against one set: no two side by side, no two full names that differ."""
        pairs = itertools.product(self.members(left), self.members(right))
        return all(self._agree(*sorted(pair)) for pair in pairs)

    def parted(self, left: int, right: int) -> bool:
        """Whether any name of one set and any of the other stand side by side, or in one article."""
        pairs = itertools.product(self.members(left), self.members(right))
        return any(
            tuple(sorted(pair)) in self._together or _articles(self.forms[pair[0]]) & _articles(self.forms[pair[1]])
            for pair in pairs
        )

    def _agree(self, left: int, right: int) -> bool:
        if (left, right) in self._together:
            return False
        one, other = self.forms[left], self.forms[right]
        if not (one.full and other.full and one.person and other.person):
            return True
        return same_name(one.name, other.name) >= _APART


def join_forms(
    documents: Sequence[Document], forms: Sequence[Form], derivations: Sequence[Derivation], ties: Ties = UNTIED
) -> Clusters:
    """Clusters of the forms by what readers decided, what the articles say (aliases, acronyms), spelling and place."""
    clusters = Clusters(forms, frozenset(_side_by_side(documents, forms)), ties)
    for left, right in _aliases(documents, forms):
        clusters.join(left, right)
    scored = sorted((-score, pair) for pair, score in _scores(forms))
    for _, (left, right) in scored:
        if clusters.root(left) != clusters.root(right) and clusters.may_join(left, right):
            clusters.join(left, right)
    for left, right in sorted(set(respelt(documents, forms, derivations))):
        if not clusters.parted(left, right):
            clusters.join(left, right)
    _join_acronyms(clusters)
    _join_ownerless(clusters)
    for left, right in sorted(ties.same):  # last, so that a name joined by decision speaks against no spelling
        clusters.join(left, right)
    return clusters


def _positions(forms: Sequence[Form]) -> Mapping[Span, int]:
    return {mention.span: position for position, form in enumerate(forms) for mention in form.mentions}


def _side_by_side(documents: Sequence[Document], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pairs of different full names in one sentence: whoever writes two names there means two people."""
    by_article: dict[str, list[tuple[int, int]]] = {}
    for position, form in enumerate(forms):
        if form.full:
            for mention in form.mentions:
                by_article.setdefault(mention.span.article, []).append((mention.span.start, position))
    for document in documents:
        places = sorted(by_article.get(document.article.id, []))
        at = 0
        for sentence in document.sentences:
            inside = set()
            while at < len(places) and places[at][0] < sentence.span.end:
                inside.add(places[at][1])
                at += 1
            yield from itertools.combinations(sorted(inside), 2)


def _aliases(documents: Sequence[Document], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    positions = _positions(forms)
    for document in documents:
        for left, right in find_aliases(document.article, document.names):
            one, other = positions.get(left.span), positions.get(right.span)
            if one is not None and other is not None:
                yield one, other


def _scores(forms: Sequence[Form]) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs that share a sound key and agree well enough, with how well."""
    for left, right in sorted(_candidates(forms)):
        one, other = forms[left], forms[right]
        score = _score(one, other)
        shared = _articles(one) & _articles(other)
        needed = _ONE_WORD if not (one.full and other.full) else _SAME_ARTICLE if shared else FAMILY
        if score >= needed and not (shared and not one.full):
            yield (left, right), score


def _candidates(forms: Sequence[Form]) -> set[tuple[int, int]]:
    blocks: dict[str, list[int]] = {}
    for position, form in enumerate(forms):
        if form.full or (form.kind is EntityKind.PLACE and form.units):
            for block in sorted(form.blocks()):
                blocks.setdefault(block, []).append(position)
    groups = (members for members in blocks.values() if len(members) <= _WIDEST)
    return {pair for members in groups for pair in itertools.combinations(members, 2)}


def _score(one: Form, other: Form) -> float:
    """How well two names agree: as people if both are, word by word if not."""
    if one.full != other.full or (one.kind is not other.kind and not one.full):
        return 0.0
    return same_name(one.name, other.name) if one.person and other.person else same_title(one.name, other.name)


def _articles(form: Form) -> set[str]:
    return {mention.span.article for mention in form.mentions}


def _join_acronyms(clusters: Clusters) -> None:
    """An acronym goes to the one body whose initials it is, if there is only one in the story."""
    bodies: dict[str, set[int]] = {}
    for position, form in enumerate(clusters.forms):
        if form.kind in (EntityKind.ORGANISATION, EntityKind.PLACE):
            for key in initials(form.name):
                bodies.setdefault(key, set()).add(position)
    for position, form in enumerate(clusters.forms):
        if not form.acronym or form.kind is not EntityKind.ORGANISATION or len(clusters.members(position)) > 1:
            continue
        roots = {clusters.root(body) for body in bodies.get(fold(form.name), ())}
        if len(roots) == 1:
            clusters.join(position, roots.pop())


def _join_ownerless(clusters: Clusters) -> None:
    """Give "Foreign Ministry" without a country to the one country whose ministry the story has."""
    owned: dict[str, list[int]] = {}
    for position, form in enumerate(clusters.forms):
        name, at, _ = form.key.partition("@")
        if name and at:
            owned.setdefault(name, []).append(position)
    for positions in owned.values():
        ownerless = [position for position in positions if clusters.forms[position].key.endswith("@")]
        if len(positions) == 2 and ownerless:
            clusters.join(*positions)
