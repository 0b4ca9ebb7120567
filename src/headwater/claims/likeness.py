"""How likely two claims assert the same, as far as they can tell by themselves: a sum of named measures.

A logistic model (Fellegi and Sunter 1969 is the idea: evidence for and against that two records are one) over the
measures of `measures`; `training/statements` fits the weights, and its card tells on what and how well calibrated they
are. The chance depends on the two claims alone, never on the story around them. It proposes; what may stand in one
statement is decided in `parting` and `statements`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from headwater.claims.matching import matches
from headwater.claims.measures import MEASURES, Pair
from headwater.claims.phrases import shipped_embedder
from headwater.claims.terms import Term, Terms
from headwater.models.base import Embedder
from headwater.types import Evidence

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["BASE_RATE", "WEIGHTS", "Likeness"]

BASE_RATE: Final = "any two claims of a story"
_MEANING: Final = "meaning of the clauses"
_LEAST_MET: Final = 1  # terms that must be met: claims that share no word are not compared
_LEAST: Final = -3.0  # log odds below which nothing is made of a pair, so that its meaning need not be looked at
_DIGITS: Final = 2  # of a cosine: what the last bit of a machine says decides nothing

WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        BASE_RATE: -3.84,
        "same event word": 2.45,
        "event word alike": 2.21,
        "event classes alike": 1.39,
        "other class of event": -0.95,
        "event words opposed": -0.29,
        "few words": -0.59,
        "meaning of the clauses": 4.09,
        "same agent": 0.43,
        "same patient": 0.54,
        "same place": 0.78,
        "other agent by name": -0.34,
        "other patient by name": -0.76,
        "other agent by noun": -0.29,
        "other patient by noun": -0.2,
        "somebody else says so": -0.91,
        "no name shared": -0.58,
        "number shared": 0.41,
        "same days": 0.09,
        "other days": -0.07,
        "one is told by a noun": -0.23,
        "other speaker": -0.06,
    }
)
"""Log odds for a measure of 1, as `training/statements/fit.py` prints them; none is set by hand."""

_Pair = tuple[str, str]


class Likeness:
    """Compares claims by their terms, `bags`; None for `embedder` is the one that ships with headwater."""

    def __init__(self, bags: Sequence[Terms], embedder: Embedder | None = None) -> None:
        self._bags = {bag.claim.id: bag for bag in bags}
        self._matches = matches(term for bag in bags for term in _terms(bag))
        self._embedder = embedder
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}
        self._known: dict[_Pair, float] = {}
        self._plainly: dict[_Pair, float] = {}  # log odds without the meaning

    def of(self, left: str, right: str) -> float:
        """The chance, 0 to 1, that the claims of these ids assert the same; symmetric."""
        return self.chances([(left, right)])[_ordered(left, right)]

    def chances(self, pairs: Iterable[_Pair], least: float = 0.0) -> Mapping[_Pair, float]:
        """The chance of each pair, smaller id first, where it may reach `least`; of the others those already known.

        Asked together they cost less than one by one: clauses are looked at for their meaning together, and only those
        of pairs whose meaning can matter.
        """
        asked = sorted({_ordered(*pair) for pair in pairs})
        new = [pair for pair in asked if pair not in self._known]
        plain = {pair: self._plain(pair) for pair in new if pair not in self._plainly}
        self._plainly |= plain
        reached = [pair for pair in new if _may_reach(self._plainly[pair], least)]
        open_ones = [pair for pair in reached if self._plainly[pair] >= _NEEDED]
        self._embed({claim for pair in open_ones for claim in pair})
        self._known |= dict.fromkeys(reached, 0.0)
        self._known |= {pair: _chance(_odds(self._pair(pair, self._cosine(pair)))) for pair in open_ones}
        return {pair: self._known[pair] for pair in asked if pair in self._known}

    def _plain(self, pair: _Pair) -> float:
        """The log odds without the meaning; none at all of claims that share too little."""
        each = self._pair(pair, 0.0)
        return _odds(each) if each.met >= _LEAST_MET else -math.inf

    def evidence(self, left: str, right: str) -> tuple[Evidence, ...]:
        """What speaks for and against the two, in nats, the base rate first; its sum is the log of the odds."""
        pair = _ordered(left, right)
        self._embed(set(pair))
        return tuple(_parts(self._pair(pair, self._cosine(pair))))

    def _pair(self, pair: _Pair, cosine: float) -> Pair:
        return Pair(self._bags[pair[0]], self._bags[pair[1]], self._matches, cosine)

    def _cosine(self, pair: _Pair) -> float:
        one, other = (self._vectors[self._bags[claim].words] for claim in pair)
        return round(float(one @ other), _DIGITS)

    def _embed(self, claims: Iterable[str]) -> None:
        new = sorted({self._bags[claim].words for claim in claims} - self._vectors.keys())
        if new:
            self._vectors |= zip(new, (self._embedder or shipped_embedder()).embed(new), strict=True)


def _terms(bag: Terms) -> Iterator[Term]:
    yield bag.event
    yield from (part.who for part in bag.parts)
    yield from (term for term, _ in bag.terms)


def _ordered(left: str, right: str) -> _Pair:
    return (left, right) if left < right else (right, left)


def _odds(pair: Pair) -> float:
    return sum((weight * measure(pair) for weight, measure in _WEIGHED.values()), WEIGHTS[BASE_RATE])


def _parts(pair: Pair) -> Iterator[Evidence]:
    yield Evidence(BASE_RATE, WEIGHTS[BASE_RATE], "")
    left, right = pair.one.claim.span, pair.other.claim.span
    for name, (weight, measure) in _WEIGHED.items():
        value = measure(pair)
        if value:
            yield Evidence(name, weight * value, f"{value:.2f}", left, right)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _may_reach(plain: float, least: float) -> bool:
    """Whether a pair of these log odds can have the chance, or a hair less, if its clauses mean the same."""
    return least <= 0 or plain + max(0.0, WEIGHTS.get(_MEANING, 0.0)) >= math.log(least / (1 - least)) - _HAIR


_NEEDED: Final = _LEAST - WEIGHTS.get(_MEANING, 0.0)
_HAIR: Final = 1e-6  # sums are not the same to the last bit in every order
_WEIGHED: Final = {name: (WEIGHTS[name], measure) for name, measure in MEASURES.items() if WEIGHTS.get(name)}
