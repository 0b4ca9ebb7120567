"""Features as numbers: each template mixes some columns into a row of the table of weights (Weinberger et al. 2009)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from headwater.models.attribution.columns import Codes, Numbers

__all__ = ["rows"]

_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(29)


def rows(templates: Sequence[Sequence[Codes | Numbers]], bits: int) -> Numbers:
    """For each template and each item its row among 2 ** bits; shape (templates, items).

    A template is the columns it joins, all of one length; templates differ by their place in the sequence.
    """
    mixed = np.stack([_mixed(number, columns) for number, columns in enumerate(templates)])
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)


def _mixed(number: int, columns: Sequence[Codes | Numbers]) -> Codes:
    mixed = np.full(len(columns[0]), (number + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF, np.uint64)
    for column in columns:
        mixed = (mixed ^ column.view(np.uint64)) * _PRIME
        mixed ^= mixed >> _HALF
    return mixed * _PRIME
