"""Products of matrices by numpy's BLAS in which each row depends on that row alone.

What BLAS gives for a row can differ in the last bit with the number of rows and the row's place among them; then a
sentence could read differently beside other sentences. So rows are multiplied sixteen at a time, the last ones with
rows of zeros for company, in the one layout in which the kernels treat sixteen rows alike (tried on those for Haswell,
Zen, Skylake, Sandy Bridge and Nehalem).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["by_blocks"]

_ROWS: Final = 16


def by_blocks(rows: Floats, weights: Floats) -> Floats:
    """`rows` @ `weights`.T, sixteen rows at a time."""
    count, width = rows.shape
    whole = np.zeros((-(-count // _ROWS) * _ROWS, width), dtype=rows.dtype)
    whole[:count] = rows
    blocks = whole.reshape(-1, _ROWS, width).transpose(0, 2, 1)
    products = np.matmul(weights, blocks).transpose(0, 2, 1)
    return np.ascontiguousarray(products.reshape(-1, len(weights))[:count])
