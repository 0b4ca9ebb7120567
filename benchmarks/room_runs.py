"""The measured requests of `benchmarks.room`, in a process of their own: `python -m benchmarks.room_runs LIBRARY`."""

from __future__ import annotations

import asyncio
import gzip
import re
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.json import encode

__all__ = ["Asked", "asked"]

Runs = Callable[[Coroutine[Any, Any, bytes]], bytes]
_AGAIN: Final = 9  # times that a page is asked for again; the middle one counts
_LOADED: Final = re.compile(rb"""<(?:script|link rel="stylesheet")[^>]*(?:src|href)="([^"]+)""")
_FOLD: Final = re.compile(rb'class="fetch"><a href="([^"]+/words/[^"]+)"')


class Asked(Struct, frozen=True):
    """What a request took: seconds of CPU and on the clock (0: not timed), bytes as they are and gzipped."""

    what: str
    cpu: float
    wall: float
    size: int
    zipped: int


def asked(library: Path) -> Iterator[Asked]:
    """Every measured request, in the order of the table."""
    started = time.process_time(), time.perf_counter()
    with asyncio.Runner() as runner:
        yield from _asked(library, runner.run, started)


def _asked(
    library: Path, run: Callable[[Coroutine[Any, Any, bytes]], bytes], started: tuple[float, float]
) -> Iterator[Asked]:
    from headwater.monitor import Library
    from headwater.web import room

    with Library(library, read_only=True) as opened:
        path = f"/story/{opened.stories(limit=1)[0].id}"
        yield _timed("story page, first request of a fresh process", lambda: run(_get(room(opened), path)), started)[0]
        yield _middle("story page, first opening of a kept brief", lambda: run(_get(room(opened), path)))
        yield _middle("outline of a map, wide and narrow", _outlines)
        app = room(opened)
        page = run(_get(app, path))
        yield _middle("story page again", lambda: run(_get(app, path)))
        fold = _FOLD.findall(page)[0].decode()
        yield _timed("words of a fold, first", lambda: run(_get(app, fold)))[0]
        yield _middle("words of a fold", lambda: run(_get(app, fold)))
        loaded = [run(_get(app, link.decode())) for link in sorted(set(_LOADED.findall(page)))]
        yield _sized("style sheets and scripts", loaded)
        yield _sized("story page with all it loads", [page, *loaded])
        yield _middle("the same bytes from plain Starlette", lambda: run(_get(_plain(page), "/")))
        yield _brief_html(opened)


def _outlines() -> bytes:
    """What a map takes, of which the invented story has none: its places are on no map."""
    from headwater.render.pictures.outline import Frame, outline_in

    made = (outline_in(Frame(8.0, 47.0, width, round(0.62 * width), width / 9)) for width in (620, 350))
    return "".join(one.land + one.coast + one.border for one in made).encode()


def _brief_html(library: object) -> Asked:
    from headwater.monitor import Library
    from headwater.render import render

    assert isinstance(library, Library)  # noqa: S101  # ours
    brief = library.brief(library.stories(limit=1)[0].id)
    return _middle("brief.html of the same story", lambda: render(brief, "html").encode())


def _plain(page: bytes) -> object:
    """An application that has nothing to do."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    def whole(_: Request) -> Response:
        return Response(page, media_type="text/html")

    return Starlette(routes=[Route("/", whole)])


async def _get(app: object, path: str) -> bytes:
    """Ask an application for a page, as a browser on this machine does. It has to have it."""
    import httpx

    transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 50_000))  # type: ignore[arg-type]  # an ASGI application
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        return (await client.get(path)).raise_for_status().content


def _timed(what: str, work: Callable[[], bytes], started: tuple[float, float] | None = None) -> tuple[Asked, bytes]:
    cpu, wall = started or (time.process_time(), time.perf_counter())
    made = work()
    return _told(what, time.process_time() - cpu, time.perf_counter() - wall, made), made


def _middle(what: str, work: Callable[[], bytes]) -> Asked:
    """The run of middle CPU time."""
    return sorted((_timed(what, work)[0] for _ in range(_AGAIN)), key=lambda each: each.cpu)[_AGAIN // 2]


def _sized(what: str, parts: list[bytes]) -> Asked:
    return Asked(what, 0.0, 0.0, sum(map(len, parts)), sum(len(gzip.compress(part)) for part in parts))


def _told(what: str, cpu: float, wall: float, made: bytes) -> Asked:
    return Asked(what, cpu, wall, len(made), len(gzip.compress(made)))


if __name__ == "__main__":
    sys.stdout.buffer.write(encode(tuple(asked(Path(sys.argv[1])))))
