"""How kernels are compiled: cached on disk, without the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from headwater.errors import PartMissing

try:
    from numba import njit
except ImportError as missing:
    raise PartMissing("searching archives needs numba, which is not installed: pip install 'headwater[archive]'") from (
        missing
    )

__all__ = ["compiled"]

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile at the first call with each kind of argument; the machine code is kept for the next process."""
    return cast(F, njit(cache=True, nogil=True)(function))
