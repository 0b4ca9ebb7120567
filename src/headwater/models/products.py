"""Matrix products for spaCy's networks by numpy's BLAS, two to four times as fast as those that come with spaCy.

The wheels of spaCy's own BLAS (blis) for Linux hold kernels for no processor in particular. Numpy's BLAS has them, but
what it gives for a row can differ in the last bit with the number of rows and the row's place among them, and then a
sentence could read differently beside other sentences. So rows are multiplied sixteen at a time, the last ones with
rows of zeros for company, in the one layout in which the kernels treat sixteen rows alike (tried on those for Haswell,
Zen, Skylake, Sandy Bridge and Nehalem).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it says nothing of types

if TYPE_CHECKING:
    import numpy.typing as npt
    from thinc.api import Model

    Floats = npt.NDArray[np.float32]

__all__ = ["FastProducts", "speed_up"]

_ROWS: Final = 16


class FastProducts(NumpyOps):  # type: ignore[misc]  # compiled, so untyped
    """Thinc's operations on numpy arrays, with another product of matrices; in one thread, for blocks are small."""

    def __init__(self) -> None:
        super().__init__()
        self._threads = ThreadpoolController()

    def gemm(
        self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """The product x @ y (of the transposed where `trans1`, `trans2`); each row depends on that row of `x` alone."""
        left = x.T if trans1 else x
        with self._threads.limit(limits=1, user_api="blas"):
            product = _by_blocks(left, y if trans2 else y.T)
        if out is None:
            return product
        out[...] = product
        return out


def _by_blocks(rows: Floats, weights: Floats) -> Floats:
    """`rows` @ `weights`.T, sixteen rows at a time."""
    count, width = rows.shape
    whole = np.zeros((-(-count // _ROWS) * _ROWS, width), dtype=rows.dtype)
    whole[:count] = rows
    blocks = whole.reshape(-1, _ROWS, width).transpose(0, 2, 1)
    products = np.matmul(weights, blocks).transpose(0, 2, 1)
    return np.ascontiguousarray(products.reshape(-1, len(weights))[:count])


def speed_up(models: Iterable[Model[Any, Any]]) -> None:
    """Give these networks, and no others, the fast products."""
    operations = FastProducts()
    for model in models:
        for node in model.walk():
            node.ops = operations
