"""The room on an address of this machine: where it listens, whom it answers there, and the server that runs it."""

from __future__ import annotations

import errno
import ipaddress
import secrets
import signal
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn
from msgspec import Struct
from starlette.applications import Starlette

from headwater.errors import OptionError
from headwater.text.printable import printable
from headwater.web.gate import LOOPBACK, Rules
from headwater.web.patience import Prompt

__all__ = ["Place", "listening", "place_of", "run"]

_TOKEN_BYTES: Final = 32
_AT_ONCE: Final = 200  # connections; a page that waits for progress holds one
_KEPT_ALIVE: Final = 15  # seconds that an idle connection is held
_GRACE: Final = 3  # seconds that answers have to end
_LONGEST_HEAD: Final = 32_768  # bytes of a request's lines before its body


class Place(Struct, frozen=True):
    """Where the room is: the address to open, with its token where there is one, and whom it answers."""

    address: str
    rules: Rules


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one. Raises `OptionError` in one line where it cannot."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(where[:2], family=family)
    except (OSError, OverflowError, UnicodeError) as failure:
        raise OptionError(_unheard(host, port, failure)) from failure


def _unheard(host: str, port: int, failure: Exception) -> str:
    number = getattr(failure, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another headwater serve; choose another with --port, or 0 for any"
    if number == errno.EACCES:
        return f"port {port} may not be used by you; choose one above 1023 with --port"
    return f"cannot listen on {printable(host, 80)} port {port}: it is no address of this machine"


def place_of(heard: socket.socket, allowed: Iterable[str] = (), *, token: bool = False) -> Place:
    """Where a socket listens and whom the room there answers.

    Where others than this machine can ask, or `token`, only whoever knows a new secret. `allowed` are names that the
    machine is called by besides its numbers.
    """
    host, port = heard.getsockname()[:2]
    number = ipaddress.ip_address(host.partition("%")[0])
    secret = secrets.token_urlsafe(_TOKEN_BYTES) if token or not number.is_loopback else ""
    hosts = LOOPBACK | {str(number)} | {name.lower().removesuffix(".") for name in allowed}
    shown = "127.0.0.1" if number.is_unspecified else f"[{number}]" if number.version == 6 else str(number)
    query = f"?token={secret}" if secret else ""
    return Place(f"http://{shown}:{port}/{query}", Rules(hosts, any_number=number.is_unspecified, token=secret))


def run(app: Starlette, heard: socket.socket) -> None:
    """Serve until Ctrl-C or a request to end; then what goes on is ended in good order."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,  # it would tell tokens; the gate tells what was asked
        http=Prompt,
        ws="none",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=_KEPT_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
    )
    with _ended_quietly():
        uvicorn.Server(config).run(sockets=[heard])


@contextmanager
def _ended_quietly() -> Iterator[None]:
    """Take the end that the keyboard or the system asks for as an end, so that whoever called can tidy up."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
