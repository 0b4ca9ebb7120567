"""A stream in which one can go back: for contents at the end of a file, and for readers that go to and fro."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

__all__ = ["seekable"]

_CHUNK: Final = 1 << 20


@contextmanager
def seekable(stream: BinaryIO, *, archived: bool) -> Iterator[BinaryIO]:
    """Give the stream itself, or a copy of it on disk for one that lies in an archive, where going back is dear.

    Raises what reading the stream raises, so the caps of an archive hold for the copy, too.
    """
    if not archived:
        yield stream
        return
    with tempfile.TemporaryFile() as file:
        while chunk := stream.read(_CHUNK):
            file.write(chunk)
        file.seek(0)
        yield cast("BinaryIO", file)
