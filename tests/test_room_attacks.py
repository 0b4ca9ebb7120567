"""Attacks on the reading room that once came through, and some that must never: requests, cookies, texts, uploads."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import anyio
import pytest
import uvicorn
from room_client import Client, asked
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

import headwater
from headwater.testing.articles import make_article
from headwater.web import room
from headwater.web.gate import LOOPBACK, Rules
from headwater.web.patience import Prompt

LONG = "9" * 4_500  # digits; Python makes no number of more than 4,300


@pytest.fixture
def app(room_copy: Path) -> Iterator[Starlette]:
    """A room that may be written to."""
    with headwater.Library(room_copy) as library:
        yield room(library)


@pytest.fixture
def client(app: Starlette) -> Iterator[Client]:
    with asked(app) as client:
        yield client


# --- numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [f"/job/{LONG}", f"/progress/{LONG}", f"/decisions/{LONG}", "/job/-1", "/job/1e9"])
def test_an_absurd_number_in_an_address_is_no_such_page(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [f"/job/{LONG}/stop", f"/decisions/{LONG}/undo"])
def test_an_absurd_number_of_what_is_to_be_changed_is_no_such_page(client: Client, path: str) -> None:
    assert client.post(path).status_code == 404


def test_an_absurd_number_where_a_stream_is_taken_up_again_begins_it_anew(app: Starlette, client: Client) -> None:
    job = app.state.desk.jobs.begin("counting", lambda tell: tell("one"))
    job.future.exception(10)
    for last in (LONG, "-1", "²"):
        assert "data: one" in client.get(f"/progress/{job.number}", headers={"Last-Event-ID": quote(last)}).text


@pytest.mark.parametrize("before", [LONG, "٣" * 1_000, "-1", "x"])
def test_an_absurd_place_in_the_log_shows_the_log_from_its_end(client: Client, before: str) -> None:
    assert client.get("/decisions", params={"before": before}).status_code == 200


@pytest.mark.parametrize("number", ["1" * 5_000, "٣" * 5_000, "500²", "²" * 50])
def test_digits_that_are_no_number_of_ours_keep_no_article_from_being_added(tmp_path: Path, number: str) -> None:
    article = make_article(f"A crane that lifts {number} fell at Tessen harbour on Monday, Ena Harl said. (Fiction.)")
    with headwater.Library(tmp_path / "room.sqlite") as library:
        assert library.add([article]).new == 1


# --- cookies: whatever else is served on this machine can set them ------------------------------------------------


@pytest.mark.parametrize("sent", ["%0aFORGED%0a", "%00", "%1b%5b31m", "x" * 3_000, "%E2%80%AE", "%ff%fe"])
def test_a_forged_cookie_writes_no_more_into_the_log_than_a_name_on_one_line(
    app: Starlette, client: Client, sent: str
) -> None:
    library = app.state.desk.library
    one, other = (kept.article.id for kept in library.story(library.stories()[0].id).articles[:2])
    made = library.not_a_copy(one, other)
    assert client.post(f"/decisions/{made.number}/undo", headers={"Cookie": f"by={sent}"}).status_code == 303
    name = library.decisions()[-1].by
    assert name.isprintable()
    assert len(name) <= 100


@pytest.mark.parametrize("theme", ['"><script>', "dark light", "DARK", "x" * 4_000])
def test_a_forged_look_is_no_look(client: Client, theme: str) -> None:
    page = client.get("/", headers={"Cookie": f"theme={quote(theme)}"})
    assert (page.status_code, "data-theme" in page.text) == (200, False)


# --- addresses to fetch -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "\x01http://stranger.example/../../etc/passwd",  # for urlsplit an address, for the library a path
        "\x1bhttps://stranger.example/",
        "http://stranger.example/\u202egpj.txt",
        "HTTP:///etc/passwd",
        "http:/etc/passwd",
        "file:///etc/passwd",
        "gopher://stranger.example/",
        "http+unix://stranger.example/",
        "/etc/passwd",
        "-",
        "http://[/",
    ],
)
def test_what_is_no_plain_address_is_never_handed_to_the_library(
    app: Starlette, client: Client, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(app.state.desk.jobs, "begin", lambda *_, **__: pytest.fail("work was begun"))
    answer = client.post("/add", data={"addresses": line})
    assert (answer.status_code, "is no address" in answer.text) == (400, True)


# --- texts ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letters", ["(", "a", "\u202e", "1,"])
def test_a_text_of_one_endless_word_makes_no_endless_list(tmp_path: Path, letters: str) -> None:
    with headwater.Library(tmp_path / "room.sqlite") as library, asked(room(library)) as client:
        library.add([make_article(letters * 50_000)])
        (story,) = library.stories()
        assert len(story.title) <= 300
        assert len(client.get("/").text) < 20_000


# --- connections ------------------------------------------------------------------------------------------------


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    await anyio.sleep(0.3 if scope["path"] == "/slow" else 0.0)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@contextmanager
def _impatient() -> Iterator[tuple[str, int]]:
    """A server that waits for a head for a tenth of a second, and at most twice as long."""
    impatient = type("Impatient", (Prompt,), {"patience": 0.1})
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(_answer, http=impatient, ws="none", lifespan="off", log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            server.should_exit = True
            thread.join(30)


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
@pytest.mark.parametrize("before", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
def test_a_connection_on_which_no_whole_head_comes_is_ended(before: bytes, begun: bytes) -> None:
    with _impatient() as place, socket.create_connection(place, timeout=20) as line:
        line.sendall(before + begun)
        told = b"".join(iter(lambda: line.recv(4096), b""))  # ends where the server ends it
        assert told.endswith(b"ok" if before else b"")


def test_an_answer_that_takes_longer_than_a_head_may_is_not_cut_off() -> None:
    with _impatient() as place, socket.create_connection(place, timeout=20) as line:
        line.sendall(b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert b"".join(iter(lambda: line.recv(4096), b"")).endswith(b"ok")


def test_a_token_under_a_name_of_its_own_is_a_cookie_of_that_name_alone(room_library: Path) -> None:
    rules = Rules(LOOPBACK | {"desk-7f3a.localhost"}, token="t" * 43)
    with headwater.Library(room_library, read_only=True) as library, asked(room(library, rules)) as client:
        answer = client.get("/export", params={"token": "t" * 43}, headers={"Host": "desk-7f3a.localhost:8000"})
        assert answer.status_code == 303
        assert "domain" not in answer.headers["set-cookie"].lower()
        assert client.get("/export", headers={"Host": "other.localhost:8000"}).status_code == 421
