"""Permalinks: an address names words, and leads to what stands on them as the story is read today."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.render.permalinks import anchor_at
from headwater.text.cited_words import read_words
from headwater.web.desk import desk_of
from headwater.web.leads import leads_of

__all__ = ["ROUTES"]


def at(request: Request) -> Response:
    """To what stands on the words in the story; where nothing of that kind does any more, to the words themselves."""
    words = read_words(request.path_params["words"])
    opened = desk_of(request).opened(request.path_params["story"])
    kind = request.query_params.get("kind", "")
    anchor = anchor_at(opened.view, kind, words) if opened.view is not None else ""
    story = opened.shown.story.id
    if not anchor:
        return RedirectResponse(leads_of(request, story).span(words), status_code=303)
    address = request.app.url_path_for("story", story=story)
    return RedirectResponse(f"{address}?open={quote(anchor, safe='')}#{anchor}", status_code=303)


ROUTES: Final = (Route("/story/{story}/at/{words}", at, name="at"),)
