"""The compare page: two to four articles side by side, or which of a story's articles are to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.library import Kept
from headwater.monitor.likeliest import likeliest_first
from headwater.render.comparison.choices import choices_of
from headwater.types import Brief, Span
from headwater.web.answers import page
from headwater.web.compared import SIDES, Asked
from headwater.web.desk import Desk, Opened, desk_of

__all__ = ["ROUTES"]

_FEWEST: Final = 2


def compare(request: Request) -> Response:
    """The comparison that the address asks for; work that makes it; or, with fewer than two articles, the choice."""
    ticked = request.query_params.getlist("article")
    asked, desk = Asked.of(request.query_params), desk_of(request)
    kept = [desk.library.article(name).kept for name in (ticked or asked.articles)]
    ids = tuple(dict.fromkeys(one.article.id for one in kept))
    story = kept[0].story if kept else asked.story
    opened = desk.opened(story) if story else None
    asked = asked._replace(articles=ids, story=opened.shown.story.id if opened else "")
    if opened is None or not _FEWEST <= len(ids) <= len(SIDES):
        return _choice(request, opened, asked, told=bool(ticked))
    if ticked:
        stemma = opened.brief.stemma if opened.brief else None
        ordered = likeliest_first((one.article for one in kept), stemma)
        asked = asked._replace(articles=tuple(dict.fromkeys(one.id for one in ordered)))
        return RedirectResponse(f"{request.app.url_path_for('compare')}?{asked.query}", 303)
    return _compared(request, desk, opened, asked, kept)


def _choice(request: Request, opened: Opened | None, asked: Asked, *, told: bool) -> Response:
    """A story's articles to tick."""
    choices = choices_of([one.article for one in opened.shown.articles] if opened else [], asked.articles)
    return page(request, "compare-choice.html.j2", opened=opened, choices=choices, told=told)


def _compared(request: Request, desk: Desk, opened: Opened, asked: Asked, kept: Sequence[Kept]) -> Response:
    """The comparison, or the work that makes it. Its page comes back to itself when that is done."""
    state: Hashable = opened.shown.made_of or opened.shown.generation
    view = desk.compared.view(asked.articles, state)
    job = None if view else desk.compared.job(asked.articles, state, again="again" in request.query_params)
    names = choices_of([one.article for one in kept], ())
    if view is None:
        return page(request, "compare-work.html.j2", opened=opened, asked=asked, names=names, job=job)
    pair = asked.chosen(view)
    told = opened.once(_alterations) or frozenset()
    return page(request, "compare.html.j2", opened=opened, asked=asked, view=view, pair=pair, told=told, names=names)


def _alterations(brief: Brief) -> frozenset[tuple[Span, Span]]:
    """The words of the alterations that the brief tells, on which a reader can decide: both readings, either first."""
    pairs = [(one.sound, one.altered) for one in brief.alterations]
    return frozenset((*pairs, *((altered, sound) for sound, altered in pairs)))


ROUTES: Final = (Route("/compare", compare, name="compare"),)
