"""How rare a word is in English news at large, from a small hashed table, so that order of arrival hardly matters.

Rarity is inverse document frequency in nats (Spärck Jones 1972): minus the log of the chance that a report of 300 words
holds the word. Two tables are asked and the rarer answer taken, as in a count-min sketch (Cormode and Muthukrishnan
2005), so that a rare word seldom passes for a common one. `training/stories/background.py` writes them.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.words import digest

__all__ = ["BUCKETS", "RAREST", "STEPS", "buckets", "rarity"]

BUCKETS: Final = 1 << 17
"""Cells of a table."""

STEPS: Final = 20.0
"""Steps of a cell in one nat."""

RAREST: Final = 10.0
"""The rarity, in nats, of what the tables do not hold."""


def buckets(key: str) -> tuple[int, int]:
    """The cells of a key in the two tables."""
    hashed = digest(key)
    return hashed % BUCKETS, (hashed >> 32) % BUCKETS


@functools.lru_cache(maxsize=400_000)
def rarity(key: str) -> float:
    """How rare a key (`terms.word_key`, `terms.name_key`) is, in nats, from 0 to `RAREST`."""
    first, second = buckets(key)
    return min(RAREST, max(_tables()[0][first], _tables()[1][second]) / STEPS)


@functools.cache
def _tables() -> tuple[list[int], list[int]]:
    path = files("headwater").joinpath("data", "background.npz")
    with path.open("rb") as opened, np.load(opened) as arrays:
        tables: npt.NDArray[np.uint8] = arrays["tables"]
    return tables[0].tolist(), tables[1].tolist()
