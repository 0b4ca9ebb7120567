"""How likely two claims assert the same, as far as they can tell by themselves: a calibrated sum of named measures.

A logistic model (Fellegi and Sunter 1969 is the idea: evidence for and against that two records are one) over the
measures of `measures`; `training/statements` fits the weights and its card tells on what. The chance depends on the two
claims alone, never on the story around them. It proposes; what may stand in one statement is decided in `statements`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from headwater.claims.matching import matches
from headwater.claims.measures import MEASURES, Pair
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
        BASE_RATE: -4.4,
        "same event word": 1.99,
        "event word alike": 2.35,
        "event classes alike": 1.81,
        "other class of event": -2.0,
        "words shared": 0.1,
        "meaning of the clauses": 4.5,
        "same agent": 0.47,
        "same patient": 0.75,
        "same place": 0.64,
        "other agent by name": -1.5,
        "other patient by name": -3.0,
        "other place by name": -1.5,
        "other agent by noun": -0.5,
        "other patient by noun": -2.0,
        "roles exchanged": -3.0,
        "somebody else says so": -2.5,
        "no name shared": -0.33,
        "number shared": 0.4,
        "same days": 0.23,
        "other days": -2.0,
        "one is an opinion": -0.12,
        "one is told by a noun": -0.44,
        "same speaker": 0.22,
        "other speaker": -0.26,
        "event word met nowhere": -0.4,
        "event words opposed": -3.0,
    }
)
"""Log odds for a measure of 1. `training/statements` fits them, and tells which of them are set by hand."""

_Pair = tuple[str, str]


class Likeness:
    """Compares claims by their terms, `bags`; None for `embedder` is the one that ships with headwater."""

    def __init__(self, bags: Sequence[Terms], embedder: Embedder | None = None) -> None:
        self._bags = {bag.claim.id: bag for bag in bags}
        self._matches = matches(term for bag in bags for term in _terms(bag))
        self._embedder = embedder
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}
        self._known: dict[_Pair, float] = {}

    def of(self, left: str, right: str) -> float:
        """The chance, 0 to 1, that the claims of these ids assert the same; symmetric."""
        return self.chances([(left, right)])[_ordered(left, right)]

    def chances(self, pairs: Iterable[_Pair]) -> Mapping[_Pair, float]:
        """The chance of each pair, smaller id first. Asked together they cost less than one by one."""
        asked = sorted({_ordered(*pair) for pair in pairs})
        new = [pair for pair in asked if pair not in self._known]
        plain = {pair: self._pair(pair, 0.0) for pair in new}
        open_ones = [pair for pair, each in plain.items() if each.met >= _LEAST_MET and _odds(each) >= _NEEDED]
        self._embed({claim for pair in open_ones for claim in pair})
        self._known |= dict.fromkeys(new, 0.0)
        self._known |= {pair: _chance(_odds(self._pair(pair, self._cosine(pair)))) for pair in open_ones}
        return {pair: self._known[pair] for pair in asked}

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
            self._vectors |= zip(new, (self._embedder or _own_embedder()).embed(new), strict=True)


def _own_embedder() -> Embedder:
    from headwater.models.minilm import load_embedder

    return load_embedder()


def _terms(bag: Terms) -> Iterator[Term]:
    yield bag.event
    yield from (part.who for part in bag.parts)
    yield from (term for term, _ in bag.terms)


def _ordered(left: str, right: str) -> _Pair:
    return (left, right) if left < right else (right, left)


def _odds(pair: Pair) -> float:
    return sum(part.score for part in _parts(pair))


def _parts(pair: Pair) -> Iterator[Evidence]:
    yield Evidence(BASE_RATE, WEIGHTS[BASE_RATE], "")
    for name, measure in MEASURES.items():
        value = measure(pair)
        if value and WEIGHTS.get(name):
            left, right = pair.one.claim.span, pair.other.claim.span
            yield Evidence(name, WEIGHTS[name] * value, f"{value:.2f}", left, right)


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


_NEEDED: Final = _LEAST - WEIGHTS.get(_MEANING, 0.0)
