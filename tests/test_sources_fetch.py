"""Addresses: what is fetched, what is refused, and in which words. Servers here are on this machine's loopback only."""

import contextlib
import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from headwater.errors import FetchError, PrivateAddress
from headwater.settings import Settings
from headwater.sources import gather
from headwater.sources.fetch import fetch
from headwater.sources.network import is_public
from headwater.types import Basis, Known

NEWS = (
    "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors. "
)
PAGE = f"<!doctype html><html><body><article><p>{NEWS}</p><p>{NEWS * 2}</p></article></body></html>"
MEGABYTE = b"x" * 1_000_000


PAGES: dict[str, tuple[bytes, dict[str, str]]] = {
    "/plan.html": (PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"}),
    "/latin": (f"{NEWS} “naïve”".encode("cp1252"), {"Content-Type": "text/plain; charset=iso-8859-1"}),
    "/gzip": (gzip.compress(NEWS.encode()), {"Content-Type": "text/plain", "Content-Encoding": "gzip"}),
    "/bomb": (gzip.compress(b"x" * 50_000_000), {"Content-Type": "text/plain", "Content-Encoding": "gzip"}),
    "/table": (f"text,title\n{NEWS},Plan\n".encode(), {"Content-Type": "text/csv"}),
    "/thrice": (
        gzip.compress(gzip.compress(gzip.compress(b"x" * 5_000_000))),
        {"Content-Type": "text/plain", "Content-Encoding": "gzip, gzip, gzip"},
    ),
    "/record": (f'{{"text": "{NEWS}", "outlet": "Courier"}}'.encode(), {"Content-Type": "application/json"}),
    "/picture": (b"\x89PNG", {"Content-Type": "image/png"}),
}
SEEN: list[dict[str, str]] = []


class Handler(BaseHTTPRequestHandler):
    """A small site with one of everything."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        SEEN.append(dict(self.headers))
        if self.path in PAGES:
            body, headers = PAGES[self.path]
            self.answer(200, body, **headers)
        elif self.path.startswith("/to/"):
            there = self.path.removeprefix("/to/").replace("%2F", "/")
            self.answer(302, b"", Location=there, **{"Set-Cookie": "a=b"})
        elif self.path == "/round":
            self.answer(302, b"", Location="/round")
        elif self.path == "/endless":
            self.endless(MEGABYTE, 0.0)
        elif self.path == "/drip":
            self.endless(b"x", 0.05)
        elif self.path == "/slow-head":
            self.slow_head()
        else:
            self.answer(404, b"gone")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def endless(self, chunk: bytes, pause: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "200000000")
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(200):
                self.wfile.write(chunk)
                time.sleep(pause)
        self.close_connection = True

    def slow_head(self) -> None:
        with contextlib.suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 100:
                self.wfile.write(bytes([byte]))
                time.sleep(0.05)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


HERE = Settings(allow_private=True, timeout=5)


def test_a_page_is_fetched_and_its_address_is_known(site: str) -> None:
    (article,) = gather([f"{site}/plan.html"], HERE).articles
    assert article.id == "plan"
    assert article.url == Known(f"{site}/plan.html", Basis.FILE)
    assert article.outlet == Known("127.0.0.1", Basis.URL)
    assert NEWS.strip() in article.text


def test_the_request_says_who_asks_and_carries_no_cookie_over_a_redirect(site: str) -> None:
    SEEN.clear()
    (article,) = gather([f"{site}/to//plan.html"], HERE).articles
    assert article.url == Known(f"{site}/plan.html", Basis.FILE)
    assert len(SEEN) == 2
    assert all(headers["User-Agent"].startswith("headwater/") for headers in SEEN)
    assert all("Cookie" not in headers for headers in SEEN)


def test_the_password_of_an_address_is_sent_nowhere(site: str) -> None:
    SEEN.clear()
    there = site.replace("http://", "http:%2F%2Fada:secret@")
    for address in (f"{site}/to/{there}/plan.html", f"{site.replace('http://', 'http://ada:secret@')}/plan.html"):
        assert gather([address], HERE).articles
    assert all("Authorization" not in headers for headers in SEEN)


def test_text_and_records_are_read_by_their_declared_type_and_charset(site: str) -> None:
    paths = ("/latin", "/gzip", "/record", "/table")
    latin, packed, record, row = (gather([f"{site}{path}"], HERE).articles[0] for path in paths)
    assert row.title == Known("Plan", Basis.FILE)
    assert latin.text.endswith("“naïve”")
    assert packed.text == NEWS
    assert record.outlet == Known("Courier", Basis.FILE)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nothing", "answered 404 Not Found"),
        ("/picture", "is image/png, not a page or text"),
        ("/thrice", "is packed more than once"),
        ("/round", "redirects more than 5 times"),
        ("/to/ftp:%2F%2Fexample.org%2Fa", "only http and https are fetched"),
        ("/to/file:%2F%2F%2Fetc%2Fpasswd", "only http and https are fetched"),
    ],
)
def test_what_cannot_be_had_is_told_in_one_line(site: str, path: str, words: str) -> None:
    gathered = gather([f"{site}{path}"], HERE)
    (failure,) = gathered.failures
    assert isinstance(failure, FetchError)
    assert words in failure.reason
    assert failure.name == f"{site}{path}"


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_a_huge_answer_is_cut_off(site: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match="larger than 2,000,000 bytes; it was cut off there"):
        fetch(f"{site}{path}", Settings(allow_private=True, timeout=5, max_bytes=2_000_000))
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("path", ["/drip", "/slow-head"])
def test_a_server_that_drips_is_left_when_the_time_is_up(site: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match=r"did not answer in full within 0\.4 seconds"):
        fetch(f"{site}{path}", Settings(allow_private=True, timeout=0.4))
    assert time.monotonic() - started < 2


def test_a_private_address_is_refused_unless_allowed(site: str) -> None:
    (failure,) = gather([f"{site}/plan.html"], Settings()).failures
    assert isinstance(failure, PrivateAddress)
    assert "leads to the private address 127.0.0.1" in failure.reason


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://127.1/",
    ],
)
def test_private_places_are_refused_however_they_are_written(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(url, Settings(timeout=2))
    assert isinstance(refused.value, PrivateAddress) or "could not be reached" in refused.value.reason


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host looks public to the resolver's judge; the redirect leads to the loopback and is judged again."""
    port = site.rsplit(":", 1)[1]
    judged: list[str] = []

    def is_first_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        judged.append(str(address))
        return len(judged) == 1

    monkeypatch.setattr("headwater.sources.network.is_public", is_first_public)
    with pytest.raises(PrivateAddress, match="private address 127"):
        fetch(f"{site}/to/http:%2F%2F127.0.0.1:{port}%2Fplan.html", Settings())
    assert len(judged) == 2


def test_the_connection_goes_to_the_address_that_was_judged(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves differently the second time gains nothing: it is resolved once."""
    asked: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    real = socket.getaddrinfo
    monkeypatch.setattr("headwater.sources.network.socket.getaddrinfo", resolve)
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: resolve(host, *a[:1]) if host[0].isalpha() else real(host, *a, **k)
    )
    assert fetch(f"{site.replace('127.0.0.1', 'courier.example')}/plan.html", HERE).data == PAGE.encode()
    assert asked == ["courier.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, not to bind
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("3fff::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses_are_told_from_all_others(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "http://", "http://[", "http://exa mple/", "javascript://x", "http://x:99999/"]
)
def test_an_address_that_is_none_is_told_in_one_line(url: str) -> None:
    (failure,) = gather([url], Settings(timeout=2)).failures
    assert isinstance(failure, FetchError)
    assert "\n" not in str(failure)


def test_a_refused_connection_is_told() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/"
        with pytest.raises(FetchError, match="could not be reached"):
            fetch(url, HERE)


def test_a_site_that_cannot_show_a_sound_certificate_is_not_trusted(site: str) -> None:
    with pytest.raises(FetchError, match="could not be"):
        fetch(site.replace("http://", "https://"), HERE)


def test_a_transport_of_the_users_own_can_stand_in() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text=NEWS, headers={"Content-Type": "text/plain"}))
    assert fetch("http://courier.example/a", Settings(), lambda *_: transport).data == NEWS.encode()


def test_the_same_address_twice_is_taken_once(site: str) -> None:
    gathered = gather([f"{site}/plan.html", f"{site}/plan.html#top"], HERE)
    assert len(gathered.articles) == 1
    assert gathered.failures == ()
