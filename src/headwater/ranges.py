"""How far a count may be off: the shortest range around it that holds the true number nine times in ten.

What may or may not be one more, each with its chance and taken one by one, gives the chance of every number (a Poisson
binomial). From the number that is held for best, the range grows by turns to the side where more of the chances are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["off_by"]

_HOLDS: Final = 0.9  # of all chances


def off_by(chances: Iterable[float], best: int) -> tuple[int, int]:
    """How far the range goes below and above `best`, where each of the chances, 0 to 1, is that of one more."""
    spread = _spread(chances)
    low = high = best
    while spread[low : high + 1].sum() < _HOLDS:
        below = spread[low - 1] if low else -1.0
        above = spread[high + 1] if high + 1 < len(spread) else -1.0
        low, high = (low - 1, high) if below >= above else (low, high + 1)
    return best - low, high - best


def _spread(chances: Iterable[float]) -> npt.NDArray[np.float64]:
    """The chances of 0, of 1, of 2 ... more."""
    found = np.ones(1)
    for chance in sorted(chances):  # so that the order of additions decides nothing
        found = np.convolve(found, (1 - chance, chance))
    return found
