"""Review: what a reader decides in the room, what it changed at once, the log of decisions, and undoing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.decisions import undone
from headwater.errors import LibraryReadOnly, NotInLibrary, OptionError
from headwater.render.asking import (
    asked_alteration,
    asked_conflict,
    asked_figure,
    asked_line,
    asked_name,
    asked_pair,
    asked_statement,
)
from headwater.render.changing import decision_row
from headwater.render.characters import one_line
from headwater.render.naming import Naming
from headwater.text.cited_words import read_words
from headwater.types import Brief, Decision
from headwater.web.answers import is_piece, page, piece
from headwater.web.changed import articles_named, changed_of, decision_of, stories_of
from headwater.web.cookies import remember, remembered
from headwater.web.deciding import decided_by
from headwater.web.desk import Desk, desk_of
from headwater.web.forms import form_of
from headwater.web.leads import leads_of
from headwater.web.numbers import read_number
from headwater.web.ways import way_back

__all__ = ["ROUTES"]

_ROWS: Final = 100  # decisions of the log on one page
_STORIES: Final = 60  # that are offered to be merged with
_WORDS: Final = 60  # that an address may point at
_ON_WORDS: Final[Mapping[str, Callable[..., object]]] = {
    "conflict": asked_conflict,
    "alteration": asked_alteration,
    "statement": asked_statement,
    "name": asked_name,
}


def review(request: Request) -> Response:
    """The form by which something can be decided: a piece of a page, or a page of its own."""
    what, asked = request.path_params["what"], request.query_params
    desk = desk_of(request)
    if desk.library.read_only:
        raise LibraryReadOnly("the library may only be read here, so that nothing can be decided")
    articles = asked.getlist("article")[:2]
    story = asked.get("story", "") or next((each.id for each in desk.library.homes(articles)), "")
    opened = desk.opened(desk.library.called(story))
    brief = opened.as_read()
    desk.warm(opened.shown.story.id)
    return piece(
        request,
        "review-form",
        what=what,
        asked=_asked(what, request, brief),
        story=opened.shown.story,
        leads=leads_of(request, opened.shown.story.id),
        back=_asking_page(request, opened.shown.story.id),
        by=remembered(request, "by"),
    )


def _told_in_place(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """The endpoint, but what is wrong with a form that htmx sent is told in the form, which stays as it is."""

    @wraps(answer)
    def answered(request: Request) -> Response:
        try:
            return answer(request)
        except (OptionError, NotInLibrary) as error:
            if not is_piece(request):
                raise
            told = page(request, "review-problem.html.j2", 400, words=one_line(str(error)))
            told.headers.update({"HX-Retarget": "find .problem", "HX-Reswap": "innerHTML"})
            return told

    return answered


@_told_in_place
def decide(request: Request) -> Response:
    """Make a decision, have the story read again, and say so: in a piece of a page, or on the page it came from."""
    desk = desk_of(request)
    with form_of(request) as form:
        story, before = _before(desk, form.one("story"), [*form.all("left"), *form.all("right")])
        decision = decided_by(desk.library, form)
        back, by = way_back(request, form.one("back")), form.one("by")
    answer = _made(request, decision, story, before, back)
    remember(answer, "by", by)
    return answer


@_told_in_place
def undo(request: Request) -> Response:
    """Take a decision back, likewise."""
    desk = desk_of(request)
    former = decision_of(desk.library, request.path_params["number"])
    story, before = _before(desk, next((each.id for each in stories_of(desk.library, former)), ""), ())
    with form_of(request) as form:
        back = way_back(request, form.one("back"))
    decision = desk.library.undo(former.number, by=remembered(request, "by"))
    return _made(request, decision, story, before, back)


def decision(request: Request) -> Response:
    """One decision and what it changed: a piece of a page, or a page of its own."""
    changed = changed_of(request, request.path_params["number"])
    return piece(request, "review-changed", changed=changed, leads=changed.leads, here=is_piece(request))


def decisions(request: Request) -> Response:
    """The log of decisions, the last first."""
    library = desk_of(request).library
    log = library.decisions()[::-1]
    before = read_number(request.query_params.get("before", ""))
    shown = [each for each in log if before is None or each.number < before][:_ROWS]
    known, gone = articles_named(library, shown), undone(log)
    rows = [(decision_row(each, known, gone), stories_of(library, each)) for each in shown]
    older = shown[-1].number if shown and shown[-1] != log[-1] else 0
    return page(request, "decisions.html.j2", rows=rows, older=older, total=len(log))


def _asked(what: str, request: Request, brief: Brief) -> object:
    """What the form shows. Raises `HTTPException` (404) for what nobody can decide on."""
    asked = request.query_params
    if what in _ON_WORDS:
        words = [read_words(name) for name in asked.getlist("at")[:_WORDS]]
        if not words:
            raise OptionError("the address says no words; follow a link of the room")
        return _ON_WORDS[what](brief, words)
    if what == "figure":
        return asked_figure(brief, asked.get("label", ""))
    if what in ("copy", "pair"):
        return asked_pair(brief, *[*asked.getlist("article"), "", ""][:2])
    if what == "line":
        return asked_line(brief, asked.get("article", ""))
    if what == "article" and asked.get("article", "") in {article.id for article in brief.articles}:
        return {asked["article"]: Naming(brief).label(asked["article"])}
    if what == "story":
        return desk_of(request).library.stories(limit=_STORIES)
    raise HTTPException(404, "There is nothing of that kind to decide on.")


def _before(desk: Desk, story: str, articles: list[str] | tuple[str, ...]) -> tuple[str, Brief | None]:
    """The story that a decision is made in and its brief as it stood before; '' where no story is meant."""
    name = desk.library.called(story) if story else next((each.id for each in desk.library.homes(articles)), "")
    return name, desk.opened(name).brief if name else None


def _made(request: Request, decision: Decision, story: str, before: Brief | None, back: str) -> Response:
    """The answer to a decision that was made, with the story of it being read again."""
    if story:
        name = desk_of(request).library.called(story)
        desk_of(request).rereading(decision.number, name, before, _with_decided(back, decision.number))
    if is_piece(request):
        changed = changed_of(request, decision.number)
        return page(request, "review-changed.html.j2", changed=changed, leads=changed.leads, here=True, made=True)
    return RedirectResponse(_with_decided(back, decision.number), status_code=303)


def _with_decided(address: str, number: int) -> str:
    """The address of a page that is to say what a decision changed."""
    path, _, rest = address.partition("#")
    path, _, query = path.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("decided=")]
    return f"{path}?{'&'.join([*kept, f'decided={number}'])}{'#' + rest if rest else ''}"


def _asking_page(request: Request, story: str) -> str:
    """The page that a reader asks from, as htmx says it; the story's where nothing does."""
    address = request.headers.get("hx-current-url", "").partition("://")[2]
    path = f"/{address.partition('/')[2]}".partition("#")[0]
    return path if address else str(request.app.url_path_for("story", story=story))


ROUTES: Final = (
    Route("/review/{what}", review, name="review"),
    Route("/decide", decide, methods=["POST"], name="decide"),
    Route("/decisions", decisions, name="decisions"),
    Route("/decisions/{number:number}", decision, name="decision"),
    Route("/decisions/{number:number}/undo", undo, methods=["POST"], name="undo"),
)
