"""The article page: the text as published, with layers that a reader switches, and what stands on some of its words."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from headwater.monitor import ShownArticle
from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.layers import article_page, desk_for, excerpt, layers_asked, notes_at, words_at
from headwater.web.answers import page
from headwater.web.desk import Opened, desk_of

__all__ = ["ROUTES"]


def article(request: Request) -> Response:
    """The article, with the layers of the story that was asked for, or of the one it belongs to."""
    asked = request.query_params
    shown, opened = _opened(request)
    on, at = layers_asked(asked.getlist("layers")), words_at(shown.kept.article, asked.get("at", ""))
    made = article_page(shown, _desk(opened, shown), on, at)
    home = one_line(opened.shown.story.title) if opened else ""
    return page(request, "article.html.j2", page=made, opened=opened, home=home)


def words(request: Request) -> Response:
    """What stands on some words, as a piece of the page."""
    shown, opened = _opened(request)
    at = words_at(shown.kept.article, request.path_params["words"])
    desk = _desk(opened, shown)
    notes = notes_at(desk, at) if desk and at else ()
    story = desk.brief.story.id if desk else ""
    return page(
        request,
        "article-notes.html.j2",
        notes=notes,
        at=at,
        words=excerpt(shown.kept.article, at),
        story=story,
        article=shown.kept.article.id,
        layers=request.query_params.get("layers", ""),
    )


def _opened(request: Request) -> tuple[ShownArticle, Opened | None]:
    """The article and its story; where the story that was asked for does not hold it (any more) the one that does."""
    desk = desk_of(request)
    shown = desk.library.article(request.path_params["article"])
    asked = request.query_params.get("story", "")
    opened = desk.opened(asked) if asked else None
    if opened is not None and any(kept.article.id == shown.kept.article.id for kept in opened.shown.articles):
        return shown, opened
    return shown, desk.opened(shown.kept.story) if shown.kept.story else None


def _desk(opened: Opened | None, shown: ShownArticle) -> Desk | None:
    """The desk of the story's brief, None where it was not read."""
    if opened is None or opened.brief is None or shown.kept.article.id not in opened.brief.story.articles:
        return None
    return opened.once(desk_for)


ROUTES: Final = (
    Route("/article/{article}", article, name="article"),
    Route("/article/{article}/words/{words}", words, name="article_words"),
)
