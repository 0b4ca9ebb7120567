"""Addresses through the command line. The only server is on this machine's loopback; all texts are invented."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cli_texts import FIRE, FIRE_AGAIN
from conftest import Command

from headwater.sources import network

PARAGRAPHS = "".join(f"<p>{part}</p>" for part in FIRE_AGAIN.split("\n\n"))
PAGE = f"<!doctype html><html><body><article><h1>Six dead</h1>{PARAGRAPHS}</article></body></html>"


class Site(BaseHTTPRequestHandler):
    """A page, a picture, a redirect to the page, an answer of 200 MB, and one that never comes."""

    def do_GET(self) -> None:
        with contextlib.suppress(OSError):  # the client goes away in the middle: that is the point of some tests
            if self.path == "/slow":
                time.sleep(1)
            elif self.path == "/large":
                self.begin(200, "text/plain", 200_000_000)
                for _ in range(200):
                    self.wfile.write(b"x" * 1_000_000)
            elif self.path == "/away":
                self.begin(302, "text/plain", 0, Location=f"http://{self.headers['Host']}/page")
            elif self.path == "/picture":
                self.begin(200, "image/png", 4)
                self.wfile.write(b"\x89PNG")
            else:
                self.begin(200 if self.path == "/page" else 404, "text/html", len(PAGE.encode()))
                self.wfile.write(PAGE.encode())

    def begin(self, status: int, kind: str, length: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(FIRE, encoding="utf-8")
    return path


def test_an_address_is_an_article_like_any_other(headwater_command: Command, site: str, fire: Path) -> None:
    ran = headwater_command("brief", f"{site}/page", fire, "--allow-private")
    assert (ran.code, ran.err) == (0, "")
    assert "2 articles" in ran.out
    assert f"{site}/page" in ran.out


def test_addresses_may_come_from_a_list(headwater_command: Command, site: str) -> None:
    ran = headwater_command("brief", "-", "--allow-private", stdin=f"{site}/page\n{site}/page#top\n")
    assert ran.code == 0
    assert "1 article, 1 line of reporting" in ran.out


@pytest.mark.parametrize(
    ("path", "options", "words"),
    [
        ("/slow", ("--allow-private", "--timeout", "0.3"), "did not answer in full within 0.3 seconds"),
        ("/large", ("--allow-private",), "is larger than 10,000,000 bytes; it was cut off there"),
        ("/picture", ("--allow-private",), "is image/png, not a page or text"),
        ("/nothing", ("--allow-private",), "answered 404 Not Found"),
        ("/page", (), "leads to the private address 127.0.0.1"),
    ],
)
def test_an_address_that_fails_is_named_and_the_rest_goes_on(
    headwater_command: Command, site: str, fire: Path, path: str, options: tuple[str, ...], words: str
) -> None:
    ran = headwater_command("brief", f"{site}{path}", fire, *options)
    assert ran.code == 3
    assert ran.err.startswith(f"headwater: left out {site}{path}: ")
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "1 article, 1 line of reporting" in ran.out


def test_a_refused_connection_is_named(headwater_command: Command, fire: Path) -> None:
    with socket.socket() as held:  # bound but not listening, so that nobody else can listen there
        held.bind(("127.0.0.1", 0))
        ran = headwater_command("brief", f"http://127.0.0.1:{held.getsockname()[1]}/", fire, "--allow-private")
    assert ran.code == 3
    assert "could not be reached" in ran.err


def test_a_redirect_into_a_private_network_is_refused_unless_allowed(
    headwater_command: Command, site: str, fire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host passes for public; the redirect leads to the loopback and is judged anew."""
    answers = iter([True, False])
    monkeypatch.setattr(network, "is_public", lambda _: next(answers))
    ran = headwater_command("brief", f"{site}/away", fire)
    assert ran.code == 3
    assert "leads to the private address 127.0.0.1; allow private addresses if you mean it" in ran.err
    assert next(answers, None) is None
    assert headwater_command("brief", f"{site}/away", fire, "--allow-private").code == 0


@pytest.mark.parametrize("url", ["ftp://courier.example/a", "http://", "http://[", "file:///etc/hostname"])
def test_what_is_no_web_address_is_not_fetched(headwater_command: Command, fire: Path, url: str) -> None:
    ran = headwater_command("brief", url, fire)
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1
