"""How far a figure could lie on other draws of the same kind: the percentile bootstrap (Efron 1979)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final
from zlib import crc32

__all__ = ["RESAMPLES", "interval"]

RESAMPLES: Final = 400
_TAIL: Final = 0.025  # on each side: a 95 % interval


def interval(
    name: str, units: Sequence[Any], statistic: Callable[[Sequence[Any]], float], resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The 95 % interval of `statistic(units)` over draws of as many units with replacement.

    The draws are seeded by `name`, so that a figure has one interval. Units should be what varies in the world
    (articles, not words), or the interval comes out too narrow. Of fewer than two units nothing can be said: the
    interval is then the value itself.
    """
    if len(units) < 2:
        value = statistic(units)
        return value, value
    draws = Random(crc32(name.encode()))  # noqa: S311  # chance for statistics, not for secrets
    values = sorted(statistic(draws.choices(units, k=len(units))) for _ in range(resamples))
    last = len(values) - 1
    return values[round(_TAIL * last)], values[round((1 - _TAIL) * last)]
