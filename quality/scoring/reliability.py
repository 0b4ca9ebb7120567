"""Whether stated chances come true: for each band of the chance, how often it held (reliability; Murphy 1973).

The calibration error is the mean distance between what was said and what came, over the bands (Naeini et al. 2015).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import exp
from typing import Final, NamedTuple

__all__ = ["Stated", "calibration_error", "chance_of", "reliability"]

_BANDS: Final = 10
_MOST: Final = 700.0  # log-odds beyond which `exp` overflows


class Stated(NamedTuple):
    """A chance that was stated, from 0 to 1, whether it held, and what the case weighs."""

    chance: float
    held: bool
    weight: float = 1.0


def chance_of(log_odds: float) -> float:
    """The chance that natural log-odds mean."""
    return 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, log_odds))))


def calibration_error(cases: Iterable[Stated], bands: int = _BANDS) -> float:
    """How far stated chances lie from what came, over `bands` bands of equal width, by weight; 0 without cases."""
    held = _banded(cases, bands)
    whole = sum(case.weight for band in held.values() for case in band)
    gaps = (abs(sum(case.weight * (case.chance - case.held) for case in band)) for band in held.values())
    return sum(gaps) / whole if whole else 0.0


def reliability(cases: Iterable[Stated]) -> Iterator[str]:
    """One line for each band of a tenth that holds cases: its cases, the mean chance stated, the share that held."""
    for band, held in sorted(_banded(cases, _BANDS).items()):
        weight = sum(case.weight for case in held)
        said = sum(case.chance * case.weight for case in held) / weight
        came = sum(case.weight for case in held if case.held) / weight
        first, last = band / _BANDS, (band + 1) / _BANDS
        yield f"said {first:.1f} to {last:.1f}: {len(held)} cases, mean {said:.3f}, held {came:.3f}"


def _banded(cases: Iterable[Stated], bands: int) -> dict[int, list[Stated]]:
    banded: dict[int, list[Stated]] = defaultdict(list)
    for case in cases:
        banded[min(bands - 1, int(case.chance * bands))].append(case)
    return banded
