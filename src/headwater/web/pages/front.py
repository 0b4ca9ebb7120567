"""The front page: the stories, the newest first."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from headwater.web.answers import page
from headwater.web.desk import desk_of

__all__ = ["ROUTES"]


def front(request: Request) -> Response:
    """The newest stories."""
    return page(request, "front.html.j2", stories=desk_of(request).library.stories())


ROUTES: Final = (Route("/", front, name="front"),)
