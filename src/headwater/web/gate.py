"""The gate before the room: who may ask, by what name, from where, how much.

The room holds what a reader collected and decided, so nobody else's page may read or change it through the reader's
browser. Three attacks are met. *DNS rebinding*: a page's own name is made to lead to this machine; the Host that the
browser then sends is that name, and only known names are answered. *Cross-site requests*: whatever changes something
needs an Origin that is the room itself (Fetch; Sec-Fetch-Site after Fetch Metadata), and what is not a link that a
reader follows is not given to another site's page at all. *Others on the network*: where the room listens to more
than this machine, every request needs the token that was told to whoever started it.
"""

from __future__ import annotations

import hmac
import ipaddress
import logging
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOOPBACK", "Gate", "Rules"]

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

_READING: Final = frozenset({"GET", "HEAD"})
_LONGEST_ADDRESS: Final = 8_000  # bytes; four articles compared need some hundreds
_LOG: Final = logging.getLogger("headwater.web.asked")


class Rules(Struct, frozen=True):
    """Whom the room answers: by which names, whether by any number of an interface, and with which token, if any."""

    hosts: frozenset[str] = LOOPBACK
    any_number: bool = False
    token: str = ""


class Gate:
    """Lets a request in or refuses it in one line that says what to do. Tells every request to the log, but no token.

    Refusals are plain lines, because whoever is not let in gets nothing of the room, not even its style.
    """

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a refusal, or as the application does."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            send = _told(scope, send)
            refusal = self._refusal(Request(scope))
            await (refusal or self._app)(scope, receive, send)
        else:  # a web socket; the room has none
            await send({"type": "websocket.close", "code": 1008})

    def _refusal(self, request: Request) -> Response | None:
        """Why a request is not let in, None where it is. The name comes first: it says whether to trust the rest."""
        return self._by_name(request) or self._by_length(request) or self._by_token(request) or self._by_origin(request)

    def _by_name(self, request: Request) -> Response | None:
        host = _name_of(request.headers.get("host", ""))
        if host in self._rules.hosts or (self._rules.any_number and _is_number(host)):
            return None
        return _refused(
            421,
            "This room does not answer to that name. Open it by the address that `headwater serve` told, "
            "or, if the name is this machine's, start it with --allow-host and the name.",
        )

    def _by_length(self, request: Request) -> Response | None:
        if len(request.scope.get("raw_path", b"")) + len(request.scope["query_string"]) <= _LONGEST_ADDRESS:
            return None
        return _refused(414, f"The address is longer than {_LONGEST_ADDRESS:,} bytes; ask for less at once.")

    def _by_token(self, request: Request) -> Response | None:
        if not self._rules.token:
            return None
        if "token" in request.query_params:
            return self._introduced(request)
        if self._is_token(request.cookies.get(_cookie(request), "")):
            return None
        return _refused(403, "This room needs its token: open the whole address that `headwater serve` told, once.")

    def _introduced(self, request: Request) -> Response:
        """The token, brought in the address, becomes a cookie, and the address is clean again."""
        if not self._is_token(request.query_params["token"]):
            return _refused(403, "That is not the token of this room; each `headwater serve` makes a new one.")
        clean = _without_token(request)
        answer: Response = RedirectResponse(clean, 303)
        if request.headers.get("sec-fetch-site", "none") in {"cross-site", "same-site"}:
            answer = _onwards(clean)
        answer.set_cookie(_cookie(request), self._rules.token, path="/", httponly=True, samesite="strict")
        return answer

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._rules.token.encode())

    def _by_origin(self, request: Request) -> Response | None:
        site = request.headers.get("sec-fetch-site", "same-origin")
        if request.method in _READING:
            if site in {"same-origin", "none"} or _is_link(request):
                return None
            return _refused(403, "Another site's page asked for this; open it in the room itself.")
        if site in {"same-origin", "none"} and _is_own(request):
            return None
        return _refused(
            403, "This was not sent from a page of this room, so nothing was changed. Do it in the room itself."
        )


def _name_of(host: str) -> str:
    """The name or number in a Host header, without port and brackets; '' for what is none."""
    name, colon, port = host.strip().lower().rpartition(":")
    if not colon or not port.isdecimal():
        name = host.strip().lower()
    return name.removeprefix("[").removesuffix("]").removesuffix(".")


def _is_number(host: str) -> bool:
    """Whether it is the number of an interface: no name service stands behind it, so it cannot be rebound."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_own(request: Request) -> bool:
    """Whether the Origin is the room itself, under the name that was asked; a proxy before it may speak TLS."""
    host = request.headers.get("host", "").lower()
    return request.headers.get("origin", "").lower() in {f"http://{host}", f"https://{host}"}


def _is_link(request: Request) -> bool:
    """Whether a reader followed a link from elsewhere into a window of the browser."""
    where = request.headers
    return where.get("sec-fetch-mode") == "navigate" and where.get("sec-fetch-dest") == "document"


def _cookie(request: Request) -> str:
    """Cookies do not tell ports apart, so that two rooms on a machine need two names."""
    _, _, port = request.headers.get("host", "").rpartition(":")
    return f"headwater-{port if port.isdecimal() else 80}"


def _without_token(request: Request) -> str:
    """The path that was asked, from the root of this room: two slashes would lead to another host."""
    rest = [(name, value) for name, value in parse_qsl(request.url.query) if name != "token"]
    path = "/" + quote(request.scope["path"].lstrip("/\\"))
    return f"{path}?{urlencode(rest)}" if rest else path


def _onwards(path: str) -> Response:
    """A page that leads on: a strict cookie is not sent along a redirect that began at another site."""
    shown = path.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return HTMLResponse(f'<!DOCTYPE html><meta http-equiv="refresh" content="0;url={shown}"><a href="{shown}">Open</a>')


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(f"{words}\n", status)


def _told(scope: Scope, send: Send) -> Send:
    """Tell the log how a request was answered. The query is left out: the token may be in it, and what was searched."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            _LOG.info("%s %s %s", scope["method"], quote(scope["path"]), message["status"])
        await send(message)

    return sent
