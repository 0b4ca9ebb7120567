"""What was sent to be added, for as long as it takes: in a private folder, under names of our own making.

What a browser calls a file is told to readers and is never part of a path.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from headwater.sources.inputs import FileInput, is_known
from headwater.sources.items import suffix_of
from headwater.text.printable import printable

__all__ = ["Spool", "spooling"]

_PIECE: Final = 1_000_000  # bytes copied at once
_LONGEST_NAME: Final = 120


class Spool:
    """A folder of the moment, which nobody else may look into, and what was put there in order."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="headwater-"))
        self.inputs: list[FileInput] = []

    def put(self, name: str, file: BinaryIO) -> None:
        """Keep a file. Of its name only the suffix of a known kind counts, which says how it is read."""
        suffix = suffix_of(name) if is_known(name) else ""
        with self._next(suffix, name).open("xb") as kept:
            shutil.copyfileobj(file, kept, _PIECE)

    def put_record(self, name: str, record: Mapping[str, str]) -> None:
        """Keep an article that was written into a form, as `headwater.sources.records` reads one."""
        self._next(".json", name).write_bytes(msgspec.json.encode(record))

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _next(self, suffix: str, name: str) -> Path:
        path = self.folder / f"{len(self.inputs) + 1:05}{suffix}"
        shown = printable(name, _LONGEST_NAME)
        self.inputs.append(FileInput(path, shown, shown))
        return path


@contextmanager
def spooling() -> Iterator[Spool]:
    """A spool that is there for whoever takes it over, and is removed where it cannot be filled."""
    spool = Spool()
    try:
        yield spool
    except BaseException:
        spool.close()
        raise
