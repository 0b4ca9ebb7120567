"""Columns of words: one row a word, in arrays that all articles share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

__all__ = ["Columns", "GrowingColumns"]

_GROWTH: Final = 1.2


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The hash of each word, its place and length in code points, and its flags (see `text.kernels.tokens`)."""

    hashes: npt.NDArray[np.uint32]
    starts: npt.NDArray[np.uint32]
    lengths: npt.NDArray[np.uint8]
    flags: npt.NDArray[np.uint8]

    @classmethod
    def room(cls, rows: int) -> Self:
        """Columns of so many rows, not filled."""
        hashes, starts = np.empty(rows, dtype=np.uint32), np.empty(rows, dtype=np.uint32)
        return cls(hashes, starts, np.empty(rows, dtype=np.uint8), np.empty(rows, dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.hashes)

    def part(self, start: int, stop: int) -> Self:
        """A view of some rows."""
        rows = slice(start, stop)
        return type(self)(self.hashes[rows], self.starts[rows], self.lengths[rows], self.flags[rows])

    def copy(self) -> Self:
        """The rows in arrays of their own."""
        return type(self)(self.hashes.copy(), self.starts.copy(), self.lengths.copy(), self.flags.copy())

    @property
    def nbytes(self) -> int:
        """Bytes that the columns take."""
        return sum(column.nbytes for column in (self.hashes, self.starts, self.lengths, self.flags))


class GrowingColumns:
    """Columns that rows are added to. They grow where they lie, so that they are never held twice."""

    def __init__(self) -> None:
        self._columns = Columns.room(0)
        self._rows = 0

    def extend(self, more: Columns) -> None:
        """Add rows."""
        rows = self._rows + len(more)
        if rows > len(self._columns):
            self._resize(int(rows * _GROWTH) + 1024)
        for name in Columns.__slots__:
            getattr(self._columns, name)[self._rows : rows] = getattr(more, name)
        self._rows = rows

    def taken(self) -> Columns:
        """The columns, cut to their rows."""
        self._resize(self._rows)
        return self._columns

    def _resize(self, rows: int) -> None:
        for name in Columns.__slots__:
            getattr(self._columns, name).resize(rows, refcheck=False)
