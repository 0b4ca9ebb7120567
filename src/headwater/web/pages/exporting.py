"""Taking away: what the library keeps, and a story's brief in its forms, as files to save."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from headwater.monitor import Library
from headwater.monitor.exporting import WRITERS
from headwater.render import form_for, render
from headwater.web.answers import page
from headwater.web.desk import desk_of
from headwater.web.saving import BRIEF_FILES, saved_as

__all__ = ["ROUTES"]

_PIECE: Final = 1 << 16


def exports(request: Request) -> Response:
    """What there is to take away."""
    known = [name for name in WRITERS if not name.endswith(".parquet") or find_spec("pyarrow")]
    return page(request, "export.html.j2", known=known, counts=desk_of(request).library.counts())


def export(request: Request) -> Response:
    """What the library keeps, as one file. The name is looked up, and never becomes a path."""
    name = next((one for one in WRITERS if one == request.path_params["what"]), None)
    if name is None:
        raise HTTPException(404, f"The library exports {', '.join(WRITERS)}.")
    file = _written(desk_of(request).library, name)
    length = {"Content-Length": str(os.fstat(file.fileno()).st_size)}
    return StreamingResponse(_pieces(file), headers=saved_as(name) | length)


def export_story(request: Request) -> Response:
    """The brief of a story in one of its forms."""
    name = request.path_params["what"]
    if name not in BRIEF_FILES:
        raise HTTPException(404, f"A brief is exported as {', '.join(BRIEF_FILES)}.")
    opened = desk_of(request).opened(request.path_params["story"])
    text = render(opened.as_read(), form_for(name))
    return Response(text.encode(), headers=saved_as(f"{opened.shown.story.id}-{name}"))


def _written(library: Library, name: str) -> BinaryIO:
    """The export, open to be read; its file has no name any more, so that nothing is left of it."""
    with TemporaryDirectory(prefix="headwater-", ignore_cleanup_errors=True) as folder:
        ((path, _),) = library.export(Path(folder) / name)
        return path.open("rb")


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        yield from iter(partial(file.read, _PIECE), b"")


ROUTES: Final = (
    Route("/export", exports, name="exports"),
    Route("/export/{what}", export, name="export"),
    Route("/story/{story}/export/{what}", export_story, name="export_story"),
)
