"""The reading room's table of contents: every page and the gate before them, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware

from headwater.monitor import Library
from headwater.web import assets
from headwater.web.answers import PROBLEMS, Unexpected
from headwater.web.bodies import Bodies
from headwater.web.desk import Desk
from headwater.web.gate import Gate, Rules
from headwater.web.headers import Headers
from headwater.web.pages import (
    adding,
    article,
    compare,
    exporting,
    figures,
    front,
    looks,
    permalinks,
    progress,
    review,
    story,
    words,
)

__all__ = ["room"]

_PAGES: Final = (
    front, adding, article, compare, progress, story, words, figures, review, permalinks, looks, exporting,
)  # fmt: skip


def room(library: Library, rules: Rules | None = None) -> Starlette:
    """The room over a library, as an ASGI application. The library stays open when it ends.

    `rules` say whom it answers: without them whoever asks from this machine. Where the library may only be read,
    it shows everything and changes nothing.
    """
    desk = Desk(library)

    @asynccontextmanager
    async def opened(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    gates = [Middleware(Headers), Middleware(Gate, rules or Rules()), Middleware(Unexpected), Middleware(Bodies)]
    routes = [route for part in (*_PAGES, assets) for route in part.ROUTES]
    app = Starlette(routes=routes, middleware=gates, exception_handlers=PROBLEMS, lifespan=opened)
    app.state.desk = desk
    return app
