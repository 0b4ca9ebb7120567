"""Products of matrices by numpy's BLAS in which each row depends on that row alone.

What BLAS gives for a row can differ in the last bit with the number of rows and the row's place among them; then a
sentence could read differently beside other sentences. So rows are multiplied sixteen at a time, the last ones with
rows of zeros for company, in the one layout in which the kernels treat sixteen rows alike (tried on those for Haswell,
Zen, Skylake, Sandy Bridge and Nehalem). Some kernels treat all rows of a large product alike, whatever their number;
there the rows go in together, which gives the same to the last bit and takes a quarter less time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]  # it says nothing of types

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["by_blocks", "together"]

_ROWS: Final = 16
_ALIKE: Final = frozenset({"SkylakeX", "Sandybridge", "Nehalem"})  # tried: products of 4 to 2,048 rows, step by step
_LARGE: Final = 62_500  # weights from which sixteen rows are past the kernels for small products: 100³ steps


def together(rows: Floats, weights: Floats) -> Floats:
    """`rows` @ `weights`.T in one product where each row depends on that row alone even so, else `by_blocks`."""
    if weights.size < _LARGE or not _all_alike():
        return by_blocks(rows, weights)
    products: Floats = _whole(rows) @ weights.T
    return products[: len(rows)]


@cache
def _all_alike() -> bool:
    """Whether numpy's BLAS has here the kernels that treat all rows of a large product alike."""
    kernels = {each.get("architecture") for each in threadpool_info() if each["user_api"] == "blas"}
    return bool(kernels) and kernels <= _ALIKE


def by_blocks(rows: Floats, weights: Floats) -> Floats:
    """`rows` @ `weights`.T, sixteen rows at a time."""
    blocks = _whole(rows).reshape(-1, _ROWS, rows.shape[1]).transpose(0, 2, 1)
    products = np.matmul(weights, blocks).transpose(0, 2, 1)
    return np.ascontiguousarray(products.reshape(-1, len(weights))[: len(rows)])


def _whole(rows: Floats) -> Floats:
    """The rows and as many of zeros as make blocks of sixteen."""
    count, width = rows.shape
    whole = np.zeros((-(-count // _ROWS) * _ROWS, width), dtype=rows.dtype)
    whole[:count] = rows
    return whole
