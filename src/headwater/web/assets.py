"""The files that pages load, each under an address that changes with what is in it, so that a browser may keep it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from headwater.render.html import sheet

__all__ = ["ROUTES", "SHEETS", "stamped"]

_STATIC: Final = Path(str(files("headwater.web"))) / "static"
_SHARED: Final = Path(str(files("headwater.render")))

SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "style": ("style.css", "pictures.css"),
    "comparison_style": ("comparison.css",),
}
"""The sheets that the room shares with the pages that are files, by the name of their address."""


def stamped(address: str, name: str, path: str = "") -> str:
    """The address with the version of what it leads to behind it; without one where that is no file of ours.

    `name` is what the address is called, `path` what is asked of "static".
    """
    parts = [_STATIC / path] if name == "static" else [_SHARED / part for part in SHEETS.get(name, ())]
    try:
        versions = [_version(part, part.stat().st_mtime_ns) for part in parts]
    except OSError:  # a template names what is not there: the address answers so
        return address
    return f"{address}?v={''.join(versions)}" if versions else address


@lru_cache(256)
def _version(path: Path, _: int) -> str:
    """A number of the file's bytes; its time is asked first, so that a file that is edited is read again."""
    return f"{zlib.crc32(path.read_bytes()):08x}"


def _shared(parts: Sequence[str], _: Request) -> Response:
    """A sheet that is shared, of all its parts."""
    return Response("".join(sheet(part) for part in parts), media_type="text/css")


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/style.css", partial(_shared, SHEETS["style"]), name="style"),
    Route("/comparison.css", partial(_shared, SHEETS["comparison_style"]), name="comparison_style"),
    Mount("/static", StaticFiles(packages=[("headwater.web", "static")]), name="static"),
)
