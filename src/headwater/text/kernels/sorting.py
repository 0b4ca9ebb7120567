"""Sorting 64-bit numbers by some of their bits: several times as fast as comparing them, and stable.

The numbers are dealt out by their highest bits into parts that fit a core's own cache, and each part is sorted digit by
digit, the least one first (radix sort).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.compiled import compiled

__all__ = ["sorted_by_bits"]

Keys = npt.NDArray[np.uint64]

_PART: Final = 1 << 15  # numbers, a quarter of a megabyte
_PARTED: Final = 10  # bits that they are dealt out by at most
_DIGIT: Final = 11  # bits: as many places to write to as a core keeps in reach
_ONE: Final = np.uint64(1)


@compiled
def _scattered(keys: Keys, into: Keys, low: int, bits: int) -> Keys:
    """`keys` in the order of so many bits, those alike in the order they are in; gives where each digit ends."""
    shift, mask = np.uint64(low), np.uint64((1 << bits) - 1)
    places = np.zeros((1 << bits) + 1, dtype=np.uint64)
    for key in keys:
        places[((key >> shift) & mask) + _ONE] += _ONE
    for digit in range(1, len(places)):
        places[digit] += places[digit - 1]
    for key in keys:
        digit = (key >> shift) & mask
        into[places[digit]] = key
        places[digit] += _ONE
    return places


@compiled
def _by_digits(keys: Keys, spare: Keys, low: int, bits: int) -> None:
    """Sort by `bits` from `low` up, in as few passes as will do; an odd number of them ends in `spare`."""
    passes = -(-bits // _DIGIT)
    for number in range(passes):
        start, stop = bits * number // passes, bits * (number + 1) // passes
        _scattered(keys, spare, low + start, stop - start)
        keys, spare = spare, keys


@compiled
def sorted_by_bits(keys: Keys, spare: Keys, low: int, high: int) -> Keys:
    """`keys` in the order of their bits from `low` to below `high`; the order of those alike in them stays.

    `spare` is as long; the result is one of the two, and the other is left in disorder.
    """
    parted = 0
    while parted < min(_PARTED, high - low) and len(keys) >> parted > _PART:
        parted += 1
    bits, start = high - low - parted, 0
    if parted:
        ends = _scattered(keys, spare, high - parted, parted)
        keys, spare = spare, keys
    else:
        ends = np.full(2, len(keys), dtype=np.uint64)
    for part in range(len(ends) - 1):
        stop = int(ends[part])
        _by_digits(keys[start:stop], spare[start:stop], low, bits)
        start = stop
    return spare if -(-bits // _DIGIT) % 2 else keys
