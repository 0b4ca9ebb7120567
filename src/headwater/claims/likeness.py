"""How like two claims are, as far as words can tell: a typed, weighted match of their terms.

Terms of different types never match; words match by lemma, event class or a shared sense of the thesaurus. Likeness
proposes; what may stand in one statement is decided in `statements`.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from headwater.claims.terms import Term, Terms
from headwater.text.events import classes_of, event_class
from headwater.text.thesaurus import meeting_keys, synonyms

__all__ = ["Likeness"]

_SAME_CLASS: Final = 0.8  # "slay" and "kill": one class of event, perhaps another shade
_RARE_CLASS: Final = 0.4  # "burn" and "injure": only in one of their uses
_LEAST_SYNONYM: Final = 0.4  # below this two words share only rare senses, which joins what should stay apart
_SAME_STEM: Final = 0.7  # a country and its people
_STEM: Final = 5  # letters that a name and its adjective must share
_ENDING: Final = 3  # letters that the adjective may be longer
_OTHER_EVENT: Final = 0.6  # what is left of a likeness if the event words have nothing in common
_OTHER_AGENT: Final = 0.5  # ... or if somebody else, known by name, did it
_LEAST_MET: Final = 2  # terms that must be met: one shared word joins nothing


class Likeness:
    """Compares claims of one story. Term matches and weights are worked out once, from all claims together.

    A term weighs the log of claims over claims that have it, as in tf-idf (Spärck Jones 1972), times the weight of
    its place in the claim.
    """

    def __init__(self, bags: Sequence[Terms]) -> None:
        self._bags = {bag.claim: bag for bag in bags}
        self._sets = {bag.claim: frozenset(term for term, _ in bag.terms) for bag in bags}
        counts = Counter(term for bag in bags for term, _ in bag.terms)
        self._weights = {term: math.log(1 + len(bags) / count) for term, count in counts.items()}
        self._matches = _matches({*counts, *(bag.event for bag in bags)})

    def of(self, left: str, right: str) -> float:
        """0 to 1: the harmonic mean of how much of each claim's weight is met in the other, less if events differ."""
        one, other = self._bags[left], self._bags[right]
        if not one.terms or not other.terms or self._met(one, other) < _LEAST_MET:
            return 0.0
        there, back = self._covered(one, other), self._covered(other, one)
        mean = 2 * there * back / (there + back) if there + back else 0.0
        return mean * self._same_event(one, other) * _same_agent(one, other)

    def _best(self, term: Term, claim: str) -> float:
        """How well the claim meets the term, 0 to 1."""
        inside = self._sets[claim]
        return max((value for match, value in self._matches[term].items() if match in inside), default=0.0)

    def _met(self, one: Terms, other: Terms) -> int:
        return sum(self._best(term, other.claim) > 0 for term, _ in one.terms)

    def _covered(self, one: Terms, other: Terms) -> float:
        """The share of `one`'s weight that `other` meets."""
        weights = [(term, self._weights[term] * place) for term, place in one.terms]
        return sum(weight * self._best(term, other.claim) for term, weight in weights) / sum(w for _, w in weights)

    def _same_event(self, one: Terms, other: Terms) -> float:
        """1 if the event words match, less if one is only met among the other's words, least if it is met nowhere."""
        if other.event in self._matches[one.event]:
            return 1.0
        met = self._best(one.event, other.claim) or self._best(other.event, one.claim)
        return (1 + _OTHER_EVENT) / 2 if met else _OTHER_EVENT


def _same_agent(left: Terms, right: Terms) -> float:
    return _OTHER_AGENT if left.agent and right.agent and left.agent != right.agent else 1.0


def _matches(terms: set[Term]) -> dict[Term, dict[Term, float]]:
    """For each term the terms that it may stand for, with how well; only pairs that share a key are compared."""
    found: dict[Term, dict[Term, float]] = {term: {term: 1.0} for term in terms}
    meeting: dict[Hashable, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (term.kind, term.key, term.pos)):
        for key in _keys(term):
            meeting[key].append(term)
    pairs = {pair for together in meeting.values() for pair in itertools.combinations(together, 2)}
    for left, right in pairs:
        value = _match(left, right)
        if value > 0:
            found[left][right] = found[right][left] = value
    return found


def _one_stem(one: str, other: str) -> bool:
    """A place and its people: "drovenia", "drovenian"; entity ids are names in small letters."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short[:-1]) and len(long) - len(short) <= _ENDING


def _keys(term: Term) -> Iterator[Hashable]:
    """What a word can meet another word on: its lemma, its event classes, its senses; a name, on its beginning."""
    if term.kind == "entity":
        yield term.key[:_STEM]
    if term.kind == "word":
        yield term.key
        yield from classes_of(term.key, term.pos)
        yield from meeting_keys(term.key, _LEAST_SYNONYM)


def _match(left: Term, right: Term) -> float:
    """1 for the same word, less for words or names that may say the same, 0 for all else."""
    if left.key == right.key:
        return 1.0
    if left.kind == "entity":
        return _SAME_STEM if _one_stem(left.key, right.key) else 0.0
    classes = _classes(left, right)
    value = synonyms(left.key, right.key)
    return max(classes, value if value >= _LEAST_SYNONYM else 0.0)


def _classes(left: Term, right: Term) -> float:
    """How well two event words match by class: by the class each has most often, or by a rarer one."""
    one, other = event_class(left.key, left.pos), event_class(right.key, right.pos)
    if one and one == other:
        return _SAME_CLASS
    shared = classes_of(left.key, left.pos) & classes_of(right.key, right.pos)
    return _RARE_CLASS if shared & {one, other} else 0.0
