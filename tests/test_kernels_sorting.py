"""Sorting by bits is a stable sort by those bits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.kernels.sorting import sorted_by_bits

KEYS = st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 8), max_size=50)


def _sorted(keys: list[int], low: int, high: int) -> list[int]:
    array = np.array(keys, dtype=np.uint64)
    return sorted_by_bits(array, np.empty_like(array), low, high).tolist()  # type: ignore[no-any-return]  # numpy types tolist as Any


@given(KEYS, st.integers(0, 63), st.integers(1, 64))
def test_it_sorts_by_the_bits_and_leaves_the_order_of_the_rest(keys: list[int], low: int, bits: int) -> None:
    high = min(64, low + bits)
    assert _sorted(keys, low, high) == sorted(keys, key=lambda key: key >> low & (1 << (high - low)) - 1)


@pytest.mark.parametrize("spread", [1, 2**20, 2**40])
def test_many_numbers_are_dealt_out_first_and_come_out_sorted(spread: int) -> None:
    keys = (np.random.default_rng(1).integers(0, 2**23, 300_000) * spread).astype(np.uint64)
    found = sorted_by_bits(keys.copy(), np.empty_like(keys), 0, 64)
    np.testing.assert_array_equal(found, np.sort(keys))
