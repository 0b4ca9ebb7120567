"""The front page: the stories, the newest first, with what an editor asks of them; and having several of them read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.errors import HeadwaterError, LibraryReadOnly, OptionError
from headwater.library import Reading, StoryRow
from headwater.monitor import Found, Library
from headwater.render.characters import one_line
from headwater.render.front import PAGE, Asked, by_reading, filters_of, front_view, query_of, read_asked, terms
from headwater.web.answers import is_piece, page
from headwater.web.desk import Desk, desk_of
from headwater.web.forms import form_of
from headwater.web.jobs import Job, Tell

__all__ = ["ROUTES"]

_MOST_READ: Final = 12  # stories that are read at one request: a minute or so, after which the list tells more
_FOUND: Final = 8  # articles whose words are shown beside the stories
_COPIES: Final = 5  # of a story, beside the one that is shown, that a search may find before another story
_READING: Final = "Reading the stories"
_PUSHED: Final = "HX-Push-Url"  # what the browser is to show as the address


def front(request: Request) -> Response:
    """The stories that are asked for. A form sends its empty fields too: the address is to have what was filled in."""
    asked = read_asked(request.query_params)
    tidy = f"{request.app.url_path_for('front')}{query_of(asked)}"
    if is_piece(request):
        shown = _shown(request, asked)
        shown.headers[_PUSHED] = tidy
        return shown
    return RedirectResponse(tidy, 303) if "" in request.query_params.values() else _shown(request, asked)


def _shown(request: Request, asked: Asked) -> Response:
    """The page; what cannot be asked is told beside the form."""
    desk = desk_of(request)
    names, job = desk.catalogue.names(), _going(desk)
    try:
        rows = desk.library.stories(**filters_of(asked, PAGE + 1))
        found = _found(desk.library, asked, rows)
    except OptionError as wrong:
        view = front_view(asked, names, (), wrong=str(wrong))
        return page(request, "front.html.j2", 400, view=view, most=_MOST_READ, job=job)
    loosen = () if rows else _loosen(desk.library, asked)
    view = front_view(asked, names, rows, found, loosen)
    return page(request, "front.html.j2", view=view, most=_MOST_READ, job=job)


def read_some(request: Request) -> Response:
    """Begin to read the first stories of what is asked for that were not read, or changed since; and go back there."""
    desk = desk_of(request)
    if desk.library.read_only:
        raise LibraryReadOnly("This library may only be read; what is read here could not be kept.")
    with form_of(request) as form:
        asked = read_asked({name: form.one(name) for name in Asked.__struct_fields__})
    rows = desk.library.stories(**filters_of(asked, PAGE))
    unread = [row for row in rows if row.reading is not Reading.CURRENT][:_MOST_READ]
    if unread:
        desk.jobs.begin(_READING, lambda tell: _read(desk, unread, tell))
    return RedirectResponse(f"{request.app.url_path_for('front')}{query_of(asked)}", 303)


def _found(library: Library, asked: Asked, rows: Sequence[StoryRow]) -> tuple[Found, ...]:
    """The articles that the words of a first page are found in, the best of each story.

    A search knows nothing of readings: where the stories are chosen by those, their articles alone are shown.
    """
    if not asked.q or asked.after:
        return ()
    since, until = asked.since or None, asked.until or None
    found = library.search(asked.q, since=since, until=until, outlet=asked.outlet, limit=_FOUND * _COPIES)
    if by_reading(asked):
        shown = {row.id for row in rows}
        found = tuple(one for one in found if one.hit.story in shown)
    best = {one.hit.story or one.hit.article: one for one in reversed(found)}
    return tuple(one for one in found if best[one.hit.story or one.hit.article] is one)[:_FOUND]


def _loosen(library: Library, asked: Asked) -> tuple[str, ...]:
    """The filters without one of which there would be stories."""
    return tuple(words for words, without in terms(asked) if library.stories(**filters_of(without, 1)))


def _read(desk: Desk, rows: Sequence[StoryRow], tell: Tell) -> int:
    """Read stories one after the other; one that cannot be read keeps no other from it."""
    troubles: list[HeadwaterError] = []
    for number, row in enumerate(rows, 1):
        if desk.jobs.closed():
            break
        tell(f"{number} of {len(rows)}: {one_line(row.title)}")
        try:
            desk.library.brief(row.id)
        except HeadwaterError as trouble:
            troubles.append(trouble)
    if len(troubles) == len(rows):
        raise troubles[-1]
    return len(rows) - len(troubles)


def _going(desk: Desk) -> Job | None:
    """The reading of several stories that waits or goes on."""
    job = desk.jobs.last(_READING)
    return None if job is None or job.done else job


ROUTES: Final = (
    Route("/", front, name="front"),
    Route("/read", read_some, methods=["POST"], name="read_some"),
)
