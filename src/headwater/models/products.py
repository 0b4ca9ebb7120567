"""Matrix products for spaCy's networks by numpy's BLAS, two to four times as fast as those that come with spaCy.

The wheels of spaCy's own BLAS (blis) for Linux hold kernels for no processor in particular; numpy's BLAS has them.
`blocks` sees to it that a sentence does not read differently beside other sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it says nothing of types

from headwater.models.blocks import together

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from thinc.api import Model

    Floats = npt.NDArray[np.float32]

__all__ = ["FastProducts", "speed_up"]


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
            product = together(left, y if trans2 else y.T)
        if out is None:
            return product
        out[...] = product
        return out


def speed_up(models: Iterable[Model[Any, Any]]) -> None:
    """Give these networks, and no others, the fast products."""
    operations = FastProducts()
    for model in models:
        for node in model.walk():
            node.ops = operations
