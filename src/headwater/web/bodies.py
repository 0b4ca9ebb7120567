"""What is sent to the room: capped while it comes in, and given up where it comes too slowly."""

from __future__ import annotations

from typing import Final

import anyio
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.web.answers import problem

__all__ = ["ADDED_BYTES", "FORM_BYTES", "Bodies"]

FORM_BYTES: Final = 1_000_000
"""Of a form; a decision has some hundred."""

ADDED_BYTES: Final = 200_000_000
"""Of what is added at once, on the page for it."""

_PATIENCE: Final = 30.0  # seconds between two pieces of a body
_ADDING: Final = "/add"


class Bodies:
    """Ends the reading of a body that is too long or too slow, with 413 or 408, before it fills memory or disk.

    The length that a request tells is looked at first; what it does not tell is counted.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, which gets what comes in through the count."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = ADDED_BYTES if scope["path"] == _ADDING else FORM_BYTES
        if _announced(scope) > most:
            trouble = _too_long(most)
            await problem(Request(scope), trouble.status_code, trouble.detail)(scope, receive, send)
        else:
            await self._app(scope, _counted(receive, most), send)


def _announced(scope: Scope) -> int:
    """The length that a request tells before its body comes; 0 where it tells none."""
    told = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(told) if told.isdigit() else 0


def _counted(receive: Receive, most: int) -> Receive:
    came, over = 0, False

    async def piece() -> Message:
        nonlocal came, over
        if over:  # what comes now is that the reader leaves, which may take its time
            return await receive()
        message = await _soon(receive)
        came += len(message.get("body", b""))
        over = not message.get("more_body", False)
        if came > most:
            raise _too_long(most)
        return message

    return piece


async def _soon(receive: Receive) -> Message:
    try:
        with anyio.fail_after(_PATIENCE):
            return await receive()
    except TimeoutError:
        raise HTTPException(408, f"Nothing came for {_PATIENCE:g} seconds; send it again.") from None


def _too_long(most: int) -> HTTPException:
    return HTTPException(413, f"That is more than {most // 1_000_000:,} MB; add it in parts, or with headwater add.")
