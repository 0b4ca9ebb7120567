"""What the room answers with: pages from templates, with everything escaped, and problems in one clear line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from headwater.errors import HeadwaterError, NotInLibrary, OptionError
from headwater.render.characters import one_line
from headwater.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["PROBLEMS", "environment", "page"]

_MISSING: Final = 404
_BAD: Final = 400
_TROUBLE: Final = 500


def page(request: Request, template: str, status: int = 200, **shown: object) -> Response:
    """A page or a piece of one. A template gets what it is `shown`, `request`, `link` (to our files) and `version`."""
    made = environment().get_template(template)
    return HTMLResponse(made.render(request=request, link=_link(request), version=VERSION, **shown), status)


def _link(request: Request) -> Callable[..., str]:
    """Paths of pages by name: `link("story", story=id)`. Always from the root, never with a host."""

    def link(name: str, /, **parts: Any) -> str:
        return str(request.app.url_path_for(name, **parts))

    return link


@cache
def environment() -> Environment:
    """The room's templates, and behind them those that it shares with a brief's page, with escaping on."""
    from jinja2 import ChoiceLoader, PackageLoader

    from headwater.render.html import environment as shared

    return shared().overlay(loader=ChoiceLoader([PackageLoader("headwater.web"), PackageLoader("headwater.render")]))


def _problem(request: Request, error: Exception) -> Response:
    status, words = _told(error)
    return page(request, "problem.html.j2", status, number=status, words=one_line(words))


def _told(error: Exception) -> tuple[int, str]:
    """The status and the words of an error."""
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    if isinstance(error, NotInLibrary):
        return _MISSING, str(error)
    return (_BAD if isinstance(error, OptionError) else _TROUBLE), str(error)


PROBLEMS: Final[Mapping[Any, Callable[[Request, Exception], Response]]] = {
    HTTPException: _problem,
    HeadwaterError: _problem,
}
"""How Starlette is to answer where a page raises."""
