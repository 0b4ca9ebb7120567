"""How tests ask the reading room: in this process, or over a loopback port as a browser would.

`library_made(folder)` makes the library of the example once; `asked(app)` asks an application without a server;
`served(app)` runs one. The fixtures `room_library` and `room_copy` (tests/conftest.py) hand out the library.
"""

from __future__ import annotations

import asyncio
import fcntl
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
import uvicorn
from starlette.types import ASGIApp

import headwater
from headwater.examples import HARBOUR

__all__ = ["BASE", "Client", "asked", "library_copied", "library_made", "made_once", "served"]

BASE: Final = "http://127.0.0.1:8000"
_PATIENCE: Final = 30.0  # seconds for a server to start and to end on a busy machine


def made_once(folder: Path, name: str, fill: Callable[[Path], None]) -> Path:
    """The file of a library that whoever asks first fills.

    The workers of pytest-xdist have the folder in common; the lock keeps all but the first waiting.
    """
    made, part = folder / f"{name}.sqlite", folder / f"{name}.part.sqlite"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            fill(part)
            part.rename(made)  # closed, so its log is in it
    return made


def library_made(folder: Path) -> Path:
    """The file of a library with the example's seven reports and their brief."""
    return made_once(folder, "room", _example)


def _example(file: Path) -> None:
    with headwater.Library(file) as library:
        library.add([HARBOUR / "articles"])
        library.brief(library.stories()[0].id)


def library_copied(made: Path, target: Path) -> Path:
    """A copy of a library that nobody has open, for a test that writes."""
    return Path(shutil.copy(made, target))


class Client:
    """A browser's manners without a browser: the right Host, and with a POST the Origin of the room itself.

    A header that is given as an empty text is left out. Redirects are not followed. Cookies are kept.
    """

    def __init__(self, app: ASGIApp, base: str = BASE) -> None:
        self._runner = asyncio.Runner()
        self._base = base
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=("127.0.0.1", 50_000))
        self._client = httpx.AsyncClient(transport=transport, base_url=base)

    def get(self, path: str, *, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        """GET a path."""
        return self.ask("GET", path, headers=headers, **more)

    def post(self, path: str, *, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        """POST to a path, as a form of the room would: `data` are its fields, `files` its files."""
        own = {"Origin": self._base, "Sec-Fetch-Site": "same-origin"}
        return self.ask("POST", path, headers={**own, **(headers or {})}, **more)

    def ask(self, method: str, path: str, *, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        """Ask in any way."""
        sent = {name: value for name, value in (headers or {}).items() if value}
        return self._runner.run(self._client.request(method, path, headers=sent, **more))

    def close(self) -> None:
        """Let go of the loop."""
        self._runner.run(self._client.aclose())
        self._runner.close()


@contextmanager
def asked(app: ASGIApp, base: str = BASE) -> Iterator[Client]:
    """A client that asks the application in this process."""
    client = Client(app, base)
    try:
        yield client
    finally:
        client.close()


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """A server over the application on a free loopback port, in a thread; its address without a slash at the end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            _wait_for(server, thread)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the server of the test did not start")
        time.sleep(0.01)
