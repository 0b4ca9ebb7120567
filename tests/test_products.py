"""Matrix products for the parser: right, and of each row by itself."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import Linear, NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it says nothing of types

from headwater.models.blocks import by_blocks, together
from headwater.models.products import FastProducts, speed_up

OPERATIONS = FastProducts()


def _rows(count: int, width: int, seed: int = 7) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((count, width)).astype(np.float32)


@pytest.mark.parametrize("rows", [0, 1, 15, 16, 17, 100])
@pytest.mark.parametrize(("trans1", "trans2"), [(False, False), (False, True), (True, False), (True, True)])
def test_products_are_those_of_numpy(rows: int, trans1: bool, trans2: bool) -> None:
    left, right = _rows(rows, 9), _rows(9, 5)
    found = OPERATIONS.gemm(left.T if trans1 else left, right.T if trans2 else right, trans1=trans1, trans2=trans2)
    np.testing.assert_allclose(found, left @ right, atol=1e-4)


@given(st.integers(1, 70), st.integers(0, 60), st.sampled_from([(288, 288), (96, 50), (64, 106), (96, 384)]))
def test_a_row_gives_the_same_bits_whatever_stands_around_it(count: int, before: int, shape: tuple[int, int]) -> None:
    width, height = shape
    row, weights = _rows(1, width), _rows(height, width, 3)
    among = np.concatenate((_rows(before, width, 1), row, _rows(count, width, 2)))
    alone = OPERATIONS.gemm(row, weights, trans2=True)
    assert OPERATIONS.gemm(among, weights, trans2=True)[before].tobytes() == alone[0].tobytes()


@given(st.integers(1, 200), st.sampled_from([(288, 288), (96, 50), (96, 384), (384, 384), (384, 1536), (1536, 384)]))
def test_rows_that_go_in_together_give_the_bits_of_blocks(count: int, shape: tuple[int, int]) -> None:
    rows, weights = _rows(count, shape[0]), _rows(shape[1], shape[0], 3)
    with ThreadpoolController().limit(limits=1, user_api="blas"):
        assert together(rows, weights).tobytes() == by_blocks(rows, weights).tobytes()


def test_a_product_goes_where_it_is_told_to() -> None:
    out = np.ones((3, 5), dtype=np.float32)
    assert OPERATIONS.gemm(_rows(3, 9), _rows(9, 5), out=out) is out
    np.testing.assert_allclose(out, _rows(3, 9) @ _rows(9, 5), atol=1e-4)


def test_only_the_networks_given_are_sped_up() -> None:
    mine, other = Linear(2, 2), Linear(2, 2)
    speed_up([mine])
    assert isinstance(mine.ops, FastProducts)
    assert type(other.ops) is NumpyOps
