"""Reads the word lists that ship inside the package, `headwater/data`.

The only place where a kernel touches a file. Modules call it from a cached loader: importing them reads nothing.
"""

from __future__ import annotations

import gzip
from importlib.resources import files

__all__ = ["packaged_rows", "packaged_text"]


def packaged_text(name: str) -> str:
    """The text of the data file `name`, decompressed if the name ends in ".gz".

    Raises `FileNotFoundError` if the package does not hold the file.
    """
    raw = files("headwater").joinpath("data", name).read_bytes()
    return (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")


def packaged_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated data file, without comments (#) and empty lines. Raises as `packaged_text`."""
    lines = packaged_text(name).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
