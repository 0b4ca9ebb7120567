"""What a browser remembers of its reader for a year: the look, the name under which decisions are made."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

__all__ = ["forget", "remember"]

_YEAR: Final = 365 * 24 * 3600


def remember(answer: Response, name: str, value: str) -> None:
    """Have the browser keep a value, for this room's pages alone and out of reach of scripts."""
    answer.set_cookie(name, value, max_age=_YEAR, path="/", httponly=True, samesite="strict")


def forget(answer: Response, name: str) -> None:
    """Have the browser drop what it kept under the name."""
    answer.delete_cookie(name, path="/", httponly=True, samesite="strict")
