"""The compare page: two to four articles side by side, or which of a story's articles are to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Final, NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.library import Kept
from headwater.monitor.likeliest import likeliest_first
from headwater.render import form_for, render
from headwater.render.comparison.choices import choices_of
from headwater.types import Brief, Span
from headwater.web.answers import page
from headwater.web.compared import SIDES, Asked
from headwater.web.desk import Desk, Opened, desk_of
from headwater.web.saving import COMPARISON_FILES, saved_as

__all__ = ["ROUTES"]

_FEWEST: Final = 2


class _Meant(NamedTuple):
    """What an address asks, with whole ids; the story of the articles, if they have one; the articles as kept."""

    asked: Asked
    opened: Opened | None
    kept: Sequence[Kept]


def compare(request: Request) -> Response:
    """The comparison that the address asks for; work that makes it; or, with fewer than two articles, the choice."""
    ticked = request.query_params.getlist("article")
    asked, opened, kept = _meant(request, ticked)
    if opened is None or not _FEWEST <= len(asked.articles) <= len(SIDES):
        return _choice(request, opened, asked, told=bool(ticked))
    if ticked:
        stemma = opened.brief.stemma if opened.brief else None
        ordered = likeliest_first((one.article for one in kept), stemma)
        asked = asked._replace(articles=tuple(dict.fromkeys(one.id for one in ordered)))
        return RedirectResponse(f"{request.app.url_path_for('compare')}?{asked.query}", 303)
    return _compared(request, desk_of(request), opened, asked, kept)


def save(request: Request) -> Response:
    """The comparison of the two whose evidence is asked for, in one of its forms, as a file."""
    name = request.path_params["what"]
    if name not in COMPARISON_FILES:
        raise HTTPException(404, f"A comparison is exported as {', '.join(COMPARISON_FILES)}.")
    asked, opened, _ = _meant(request)
    made = desk_of(request).compared.made(asked.articles, _state(opened)) if opened else None
    if made is None:
        raise HTTPException(409, "These texts have not been set side by side as they stand now; compare them first.")
    pair = made.about(asked)
    called = "-".join((*(article.id for article in pair.articles), name))
    return Response(render(pair, form_for(name)).encode(), headers=saved_as(called))


def _meant(request: Request, ticked: Sequence[str] = ()) -> _Meant:
    """What the address asks; `ticked` are articles that it names in no order. Raises as `Library.article`."""
    asked, desk = Asked.of(request.query_params), desk_of(request)
    kept = [desk.library.article(name).kept for name in (ticked or asked.articles)]
    story = kept[0].story if kept else asked.story
    opened = desk.opened(story) if story else None
    ids = tuple(dict.fromkeys(one.article.id for one in kept))
    return _Meant(asked._replace(articles=ids, story=opened.shown.story.id if opened else ""), opened, kept)


def _state(opened: Opened) -> Hashable:
    """What a comparison is made of besides its articles."""
    return opened.shown.made_of or opened.shown.generation


def _choice(request: Request, opened: Opened | None, asked: Asked, *, told: bool) -> Response:
    """A story's articles to tick."""
    choices = choices_of([one.article for one in opened.shown.articles] if opened else [], asked.articles)
    return page(request, "compare-choice.html.j2", opened=opened, choices=choices, told=told)


def _compared(request: Request, desk: Desk, opened: Opened, asked: Asked, kept: Sequence[Kept]) -> Response:
    """The comparison, or the work that makes it. Its page comes back to itself when that is done."""
    state = _state(opened)
    made = desk.compared.made(asked.articles, state)
    shown = partial(page, request, opened=opened, asked=asked, names=choices_of([one.article for one in kept], ()))
    if made is None:
        return shown("compare-work.html.j2", job=desk.compared.job(asked.articles, state, again=_is_again(request)))
    told = opened.once(_alterations) or frozenset()
    return shown("compare.html.j2", view=made.view, pair=asked.chosen(made.view), told=told, files=COMPARISON_FILES)


def _is_again(request: Request) -> bool:
    """Whether a comparison that failed is to be tried again."""
    return "again" in request.query_params


def _alterations(brief: Brief) -> frozenset[tuple[Span, Span]]:
    """The words of the alterations that the brief tells, on which a reader can decide: both readings, either first."""
    pairs = [(one.sound, one.altered) for one in brief.alterations]
    return frozenset((*pairs, *((altered, sound) for sound, altered in pairs)))


ROUTES: Final = (
    Route("/compare", compare, name="compare"),
    Route("/compare/export/{what}", save, name="export_comparison"),
)
