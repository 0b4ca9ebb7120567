"""What a browser remembers of its reader for a year: the look, the name under which decisions are made.

Browsers do not tell the ports of a machine apart when they keep cookies (RFC 6265, 8.5), so that whatever else is
served on this machine can set ours: what comes back is read as strictly as if it came in a form.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from headwater.render.characters import one_line

__all__ = ["forget", "remember", "remembered"]

_YEAR: Final = 365 * 24 * 3600
_LONGEST: Final = 100  # code points


def remember(answer: Response, name: str, value: str) -> None:
    """Have the browser keep a value, for this room's pages alone and out of reach of scripts."""
    answer.set_cookie(name, quote(value), max_age=_YEAR, path="/", httponly=True, samesite="strict")


def remembered(request: Request, name: str) -> str:
    """What the browser keeps under the name, on one line and not long; '' where it keeps nothing."""
    return one_line(unquote(request.cookies.get(name, "")))[:_LONGEST]


def forget(answer: Response, name: str) -> None:
    """Have the browser drop what it kept under the name."""
    answer.delete_cookie(name, path="/", httponly=True, samesite="strict")
