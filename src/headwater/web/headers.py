"""What every answer bears beside its body: a policy under which nothing runs or loads but our own files.

After Content Security Policy 3, Fetch (Cross-Origin-Resource-Policy) and HTML (Cross-Origin-Opener-Policy).
"""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["ALWAYS", "POLICY", "Headers"]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

ALWAYS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": under it browsers send a form's Origin as null, even to where the form came from (Fetch, 3.2).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}

_NEVER: Final = "no-store"
_FOREVER: Final = "private, max-age=31536000, immutable"
_ASK: Final = "no-cache"
_FILES: Final = "/static/"
_SHEETS: Final = ".css"


class Headers:
    """Puts the headers on every answer, also on refusals and on errors, over whatever a page has set."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(ALWAYS)
                headers["Cache-Control"] = _kept_for(scope, message["status"])
            await send(message)

        await self._app(scope, receive, sent)


def _kept_for(scope: Scope, status: int) -> str:
    """How long a browser may keep an answer: our own files under their version for good, a page not at all."""
    ours = scope["path"].startswith(_FILES) or scope["path"].endswith(_SHEETS)
    if status >= 400 or not ours:
        return _NEVER
    return _FOREVER if scope["query_string"].startswith(b"v=") else _ASK
