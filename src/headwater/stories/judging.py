"""Do two articles tell of one event: log-odds as a sum of named parts, one article beside many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.stories.likeness import MEASURES, Item, measure
from headwater.stories.nearness import NEARNESS
from headwater.stories.weights import Weights
from headwater.types import Evidence

__all__ = ["MOST", "STRANGERS", "Judged", "judge"]

Floats = npt.NDArray[np.float64]

STRANGERS: Final = -4.0
"""The log-odds, in nats, of two articles that share too little to be compared."""

MOST: Final = 6.0
"""The log-odds, in nats, beyond which nothing is said."""

_LIFT: Final = 3.0  # nats by which nearness in meaning can raise what all else says: alone it joins nothing
_TOLD: Final = 4  # parts that are shown


class Judged:
    """One article beside others, in their order: log-odds in nats that both tell of one event."""

    def __init__(self, others: Sequence[Item], names: Sequence[str], measures: Floats, weights: Weights) -> None:
        """Weigh the measures, of which `names` are the columns."""
        self._others, self._names, self._base_rate = others, names, weights.base_rate
        self._parts = measures * np.array([weights.worth.get(name, 0.0) for name in names])
        self.scores: Floats = np.clip(self._parts.sum(axis=1) + weights.base_rate, STRANGERS, MOST)

    def evidence(self, number: int) -> tuple[Evidence, ...]:
        """What speaks most for or against the other article of that number, in nats, and all else in one part."""
        parts = self._parts[number]
        telling = sorted(range(len(parts)), key=lambda at: (-abs(parts[at]), at))[:_TOLD]
        beside = f"beside {self._others[number].article}"
        rest = float(self._base_rate + parts.sum() - parts[telling].sum())
        told = (Evidence(self._names[at], float(parts[at]), beside) for at in telling if parts[at])
        return (*told, Evidence("all else", rest, "smaller parts and the base rate"))


def judge(mine: Item, others: Sequence[Item], weights: Weights, near: Floats | None = None) -> Judged:
    """Compare an article with others; `near` is their nearness in meaning where that is known.

    Without others there is nothing to judge: `scores` is empty.
    """
    measures = measure(mine, others) if others else np.zeros((0, len(MEASURES)))
    plain = Judged(others, MEASURES, measures, weights)
    if near is None:
        return plain
    judged = Judged(others, (*MEASURES, NEARNESS), np.column_stack([measures, near]), weights.near or weights)
    judged.scores = np.minimum(judged.scores, plain.scores + _LIFT)
    return judged
