"""What the room answers with: pages from templates, with everything escaped, and problems in one clear line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.errors import (
    HeadwaterError,
    InputError,
    LibraryFull,
    LibraryLocked,
    LibraryReadOnly,
    ModelMissing,
    NotInLibrary,
    OptionError,
    PartMissing,
)
from headwater.render.characters import one_line
from headwater.version import VERSION
from headwater.web.assets import stamped

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["PROBLEMS", "Unexpected", "environment", "is_piece", "page", "piece", "problem"]

_LOG: Final = logging.getLogger("headwater.web")
_TROUBLE: Final = 500
_STATUS: Final[tuple[tuple[type[HeadwaterError], int], ...]] = (
    (NotInLibrary, 404),
    (LibraryReadOnly, 403),
    (LibraryLocked, 503),
    (LibraryFull, 507),
    (ModelMissing, 501),
    (PartMissing, 501),
    (OptionError, 400),
    (InputError, 400),
    (HeadwaterError, _TROUBLE),
)
"""The status of each kind of error; the first that fits."""

_SAID: Final = {
    404: "There is no such page in this room.",
    405: "This address cannot be asked in that way; go there from a page of the room.",
}
_UNEXPECTED: Final = (
    "Something went wrong that nobody foresaw; nothing was changed by it. "
    "The terminal in which headwater serve runs has the details."
)


def page(request: Request, template: str, status: int = 200, **shown: object) -> Response:
    """A page or a piece of one.

    A template gets what it is `shown`, `request`, `link` (to our files), `version`, and `read_only`: whether nothing
    can be changed, so that no form needs to be offered.
    """
    made = environment().get_template(template)
    known = {"request": request, "link": _link(request), "version": VERSION, "read_only": _is_read_only(request)}
    return HTMLResponse(made.render(known | shown), status)


def is_piece(request: Request) -> bool:
    """Whether a script asks for a piece of a page that stands already (htmx says so)."""
    return "hx-request" in request.headers


def piece(request: Request, name: str, **shown: Any) -> Response:
    """The piece NAME.html.j2 for a script, and without one the page of its own, NAME-page.html.j2."""
    return page(request, f"{name}.html.j2" if is_piece(request) else f"{name}-page.html.j2", **shown)


def problem(request: Request, status: int, words: str) -> Response:
    """A page that says in one line what went wrong."""
    return page(request, "problem.html.j2", status, number=status, words=one_line(words))


def _link(request: Request) -> Callable[..., str]:
    """Paths of pages by name: `link("story", story=id)`. Always from the root, never with a host."""

    def link(name: str, /, **parts: Any) -> str:
        path = str(request.app.url_path_for(name, **parts))
        return stamped(path, name, str(parts.get("path", "")))

    return link


def _is_read_only(request: Request) -> bool:
    return bool(request.app.state.desk.library.read_only)


@cache
def environment() -> Environment:
    """The room's templates, and behind them those that it shares with a brief's page, with escaping on."""
    from jinja2 import ChoiceLoader, PackageLoader

    from headwater.render.html import environment as shared

    return shared().overlay(loader=ChoiceLoader([PackageLoader("headwater.web"), PackageLoader("headwater.render")]))


def _of_http(request: Request, error: HTTPException) -> Response:
    answer = problem(request, error.status_code, _words(error))
    answer.headers.update(error.headers or {})
    return answer


def _words(error: HTTPException) -> str:
    """What was said on purpose, or for Starlette's own refusals words of ours."""
    from http import HTTPStatus

    said = error.detail != HTTPStatus(error.status_code).phrase
    return error.detail if said else _SAID.get(error.status_code, error.detail)


def _of_ours(request: Request, error: HeadwaterError) -> Response:
    return problem(request, next(status for kind, status in _STATUS if isinstance(error, kind)), str(error))


PROBLEMS: Final[Mapping[Any, Callable[..., Response]]] = {HTTPException: _of_http, HeadwaterError: _of_ours}
"""How Starlette is to answer where a page raises."""


class Unexpected:
    """Answers in one line where a page raises what nobody foresaw, and tells the log where it happened."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or with the page of status 500."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except ClientDisconnect:  # nobody is there to be answered
            return
        except Exception:
            _LOG.exception("a defect in headwater %s, please report it", VERSION)
            if begun:  # too late for a page: the connection is cut, so that nobody takes the half for the whole
                raise
            await problem(Request(scope), _TROUBLE, _UNEXPECTED)(scope, receive, send)
