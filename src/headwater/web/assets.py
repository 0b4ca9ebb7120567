"""The files that pages load, each under an address that changes with what is in it, so that a browser may keep it."""

from __future__ import annotations

import zlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

__all__ = ["stamped"]

_STATIC: Final = Path(str(files("headwater.web"))) / "static"
_STYLE: Final = Path(str(files("headwater.render"))) / "style.css"


def stamped(address: str, name: str) -> str:
    """The address of a file in `static`, or with no name of the shared style sheet, with its version behind it."""
    path = _STATIC / name if name else _STYLE
    try:
        return f"{address}?v={_version(path, path.stat().st_mtime_ns)}"
    except OSError:  # a template names what is not there: the address answers so
        return address


@lru_cache(256)
def _version(path: Path, _: int) -> str:
    """A number of the file's bytes; its time is asked first, so that a file that is edited is read again."""
    return f"{zlib.crc32(path.read_bytes()):08x}"
