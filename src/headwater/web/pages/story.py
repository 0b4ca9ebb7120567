"""The story page: the brief, live."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.web.answers import page
from headwater.web.desk import desk_of

__all__ = ["ROUTES"]


def story(request: Request) -> Response:
    """The brief of a story; where there is none yet, what is known of it without reading."""
    opened = desk_of(request).opened(request.path_params["story"])
    return page(request, "story-room.html.j2", shown=opened.shown, view=opened.view)


def read(request: Request) -> Response:
    """Have a story read, and go to it."""
    story = request.path_params["story"]
    desk_of(request).reading(story)
    return RedirectResponse(request.app.url_path_for("story", story=story), status_code=303)


ROUTES: Final = (
    Route("/story/{story}", story, name="story"),
    Route("/story/{story}/read", read, methods=["POST"], name="read"),
)
