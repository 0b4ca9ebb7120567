"""The story page: the brief, live; where there is none yet, what is known without reading."""

from __future__ import annotations

from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.render.library.unread import days_of
from headwater.render.pictures import pictures_of
from headwater.web.answers import page, piece
from headwater.web.changed import changed_at
from headwater.web.desk import desk_of
from headwater.web.leads import leads_of
from headwater.web.saving import BRIEF_FILES

__all__ = ["ROUTES"]


def story(request: Request) -> Response:
    """The brief of a story; where there is none yet, what is known of it without reading."""
    desk = desk_of(request)
    opened = desk.opened(request.path_params["story"])
    shown = opened.shown
    about = partial(
        page,
        request,
        shown=shown,
        story_id=shown.story.id,
        job=desk.job_of(shown.story.id),
        changed=changed_at(request),
        leads=leads_of(request, shown.story.id),
    )
    if opened.view is None:
        return about("story-unread.html.j2", days=days_of(shown.articles))
    pictures, wanted = opened.once(pictures_of), request.query_params.get("open", "")
    return about("story-room.html.j2", view=opened.view, pictures=pictures, wanted=wanted, files=BRIEF_FILES)


def read(request: Request) -> Response:
    """Have a story read, and go to it."""
    desk = desk_of(request)
    name = desk.library.called(request.path_params["story"])
    address = str(request.app.url_path_for("story", story=name))
    desk.reading(name, address)
    return RedirectResponse(address, status_code=303)


def affair(request: Request) -> Response:
    """Other stories of the running affair, as a piece of the page: they take a while to find."""
    library = desk_of(request).library
    story = library.called(request.path_params["story"])
    return piece(request, "story-affair", story_id=story, linked=library.affair(story))


ROUTES: Final = (
    Route("/story/{story}", story, name="story"),
    Route("/story/{story}/affair", affair, name="affair"),
    Route("/story/{story}/read", read, methods=["POST"], name="read"),
)
