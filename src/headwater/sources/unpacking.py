"""Bytes as they are unpacked: counted against the budget of their archive, what is damaged told in one line."""

from __future__ import annotations

import io
import lzma
import zlib
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile

from headwater.errors import UnreadableInput
from headwater.sources.items import Budget
from headwater.text.printable import printable

__all__ = ["unpacked"]

# What unpacking raises for bytes that are not what they should be; RuntimeError is zipfile's word for a password and
# for a method that it does not know.
_DAMAGED: Final = (BadZipFile, EOFError, OSError, RuntimeError, ValueError, lzma.LZMAError, zlib.error)


def unpacked(name: str, packed: BinaryIO, budget: Budget, under: BinaryIO | None = None) -> BinaryIO:
    """Return a stream of what `packed` unpacks to, which raises `UnreadableInput` beyond the budget or if damaged.

    `under` is what `packed` reads from, where it does not close that itself.
    """
    return cast("BinaryIO", io.BufferedReader(_Unpacked(name, packed, budget, under)))


class _Unpacked(io.RawIOBase):
    def __init__(self, name: str, packed: BinaryIO, budget: Budget, under: BinaryIO | None) -> None:
        self._name = name
        self._packed = packed
        self._budget = budget
        self._under = under

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]  # BufferedReader hands in a memoryview
        try:
            data = self._packed.read(len(into))
        except _DAMAGED as error:
            said = printable(str(error) or type(error).__name__)
            raise UnreadableInput(self._name, f"is damaged or cut off ({said}); what stands before is kept") from None
        self._budget.take(self._name, len(data))
        into[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        if self._under is not None:
            self._under.close()
        super().close()
