"""Do two articles tell of one event: log-odds as a sum of named parts, one article beside many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.stories.likeness import MEASURES, Item, measure
from headwater.stories.weights import BASE_RATE, WEIGHTS
from headwater.types import Evidence

__all__ = ["MOST", "STRANGERS", "Judged", "judge"]

STRANGERS: Final = -4.0
"""The log-odds, in nats, of two articles that share too little to be compared."""

MOST: Final = 6.0
"""The log-odds, in nats, beyond which nothing is said."""

_COLUMNS: Final = np.array([WEIGHTS[name] for name in MEASURES])
_WORDING: Final = MEASURES.index("wording")
_TOLD: Final = 4  # parts that are shown
_BASE_NAME: Final = "base rate"


class Judged:
    """One article beside others, in their order: log-odds in nats, and how much of their wording is shared, 0 to 1."""

    def __init__(self, others: Sequence[Item], measures: npt.NDArray[np.float64]) -> None:
        """Weigh the measures."""
        self.others = others
        self.wording: npt.NDArray[np.float64] = measures[:, _WORDING]
        self._parts = measures * _COLUMNS
        self.scores: npt.NDArray[np.float64] = np.clip(self._parts.sum(axis=1) + BASE_RATE, STRANGERS, MOST)

    def evidence(self, number: int) -> tuple[Evidence, ...]:
        """What speaks most for or against the other article of that number, in nats, and the base rate."""
        parts = self._parts[number]
        telling = sorted(range(len(parts)), key=lambda at: (-abs(parts[at]), at))[:_TOLD]
        beside = f"beside {self.others[number].article}"
        return (
            *(Evidence(MEASURES[at], float(parts[at]), beside) for at in telling if parts[at]),
            Evidence(_BASE_NAME, float(BASE_RATE + parts.sum() - parts[telling].sum()), "all else"),
        )


def judge(mine: Item, others: Sequence[Item]) -> Judged:
    """Compare an article with others. Without others there is nothing to judge: `scores` is empty."""
    return Judged(others, measure(mine, others) if others else np.zeros((0, len(MEASURES))))
