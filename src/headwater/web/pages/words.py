"""What a fold of the story page opens: a piece of the page for a script, a page of its own without one."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from headwater.render.folds import index_of
from headwater.web.answers import piece
from headwater.web.desk import desk_of
from headwater.web.leads import leads_of

__all__ = ["ROUTES"]

_GONE: Final = 404
_CHANGED: Final = (
    "The story was read anew since this page was made, and these words are not behind it any more: reload it."
)


def story_words(request: Request) -> Response:
    """The words behind something on the page of a story."""
    opened = desk_of(request).opened(request.path_params["story"])
    part = (opened.composed(index_of) or {}).get(request.path_params["what"])
    if part is None:
        raise HTTPException(_GONE, _CHANGED)
    shown = opened.shown
    return piece(
        request,
        "story-words",
        shown=shown,
        story_id=shown.story.id,
        part=part,
        top=1,
        leads=leads_of(request, shown.story.id),
    )


ROUTES: Final = (Route("/story/{story}/words/{what}", story_words, name="story_words"),)
