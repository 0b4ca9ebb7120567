"""The gate: whom the room answers, what it refuses and in which words, and what every answer bears."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_client import BASE, Client, asked, served
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

import headwater
from headwater.errors import LibraryLocked, LibraryNewer, NotInLibrary, OptionError, PartMissing
from headwater.web import room
from headwater.web.answers import Unexpected
from headwater.web.bodies import FORM_BYTES, Bodies
from headwater.web.gate import LOOPBACK, Gate, Rules
from headwater.web.headers import ALWAYS

TOKEN = "a-token-of-this-test-alone-0123456789abcdefghij"  # noqa: S105  # opens nothing


@pytest.fixture
def library(room_library: Path) -> Iterator[headwater.Library]:
    with headwater.Library(room_library, read_only=True) as opened:
        yield opened


@pytest.fixture
def client(library: headwater.Library) -> Iterator[Client]:
    with asked(room(library)) as client:
        yield client


@pytest.fixture
def guarded(library: headwater.Library) -> Iterator[Client]:
    """A room that others can ask too."""
    rules = Rules(LOOPBACK | {"desk.example"}, any_number=True, token=TOKEN)
    with asked(room(library, rules)) as client:
        yield client


# --- names (DNS rebinding) --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "localhost.:1", "127.0.0.1"]
)
def test_the_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "rebound.example",
        "rebound.example:8000",
        "127.0.0.1.rebound.example",
        "localhost.rebound.example:8000",
        "localhost@rebound.example",
        "10.0.0.7:8000",
        "127.0.0.1:8000@rebound.example",
        "127.0.0.1:80:80",
        "[::1",
        ":8000",
    ],
)
def test_a_strangers_name_that_leads_here_is_answered_with_nothing_of_the_room(client: Client, host: str) -> None:
    for path in ("/", "/static/room.css", "/export/articles.jsonl", "/no-such-page"):
        answer = client.get(path, headers={"Host": host})
        assert (answer.status_code, "--allow-host" in answer.text) == (421, True)
    assert client.post("/add", headers={"Host": host, "Origin": f"http://{host}"}).status_code == 421


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_no_name_but_those_that_are_known_is_let_in(host: str) -> None:
    async def never(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError(host)

    name = host.lower().removesuffix(".").strip("[]")
    if name.rpartition(":")[0] in LOOPBACK or name in LOOPBACK or any(known in name for known in LOOPBACK):
        return
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", host.encode())], "query_string": b""}
    refusal = Gate(never, Rules())._refusal(Request(scope))
    assert refusal is not None
    assert refusal.status_code == 421


def test_names_that_were_allowed_and_numbers_are_answered_where_others_can_ask(guarded: Client) -> None:
    for host in ("desk.example", "192.168.3.4:8000", "[fd00::1]:8000"):
        assert guarded.get("/", headers={"Host": host}).status_code == 403  # the token, not the name
    assert guarded.get("/", headers={"Host": "other.example"}).status_code == 421


# --- origins (CSRF) ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "https://stranger.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://stranger.example", "Sec-Fetch-Site": ""},
        {"Origin": "null", "Sec-Fetch-Site": ""},
        {"Origin": "", "Sec-Fetch-Site": ""},
        {"Origin": "http://127.0.0.1:9000", "Sec-Fetch-Site": "same-site"},  # another program of this machine
        {"Origin": "http://127.0.0.1:9000", "Sec-Fetch-Site": ""},
        {"Origin": f"{BASE}.stranger.example", "Sec-Fetch-Site": ""},
        {"Origin": BASE, "Sec-Fetch-Site": "cross-site"},
        {"Origin": "", "Referer": f"{BASE}/add", "Sec-Fetch-Site": ""},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_is_changed_by_what_was_not_sent_from_the_room(
    client: Client, method: str, sent: dict[str, str]
) -> None:
    answer = client.ask(method, "/add", headers=sent)
    assert (answer.status_code, "nothing was changed" in answer.text) == (403, True)
    assert "access-control-allow-origin" not in answer.headers


def test_a_form_of_the_room_is_let_in_also_behind_a_server_that_speaks_tls(client: Client) -> None:
    for origin in (BASE, BASE.replace("http:", "https:")):
        assert "may only be read" in client.post("/add", headers={"Origin": origin}).text


@pytest.mark.parametrize("destination", ["image", "script", "iframe", "object", "embed", "style", "empty"])
def test_another_sites_page_can_load_nothing_of_the_room(client: Client, destination: str) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": destination}
    framed = {**sent, "Sec-Fetch-Mode": "navigate"}
    assert client.get("/", headers=sent).status_code == 403
    assert client.get("/", headers=framed).status_code == 403


def test_a_link_from_elsewhere_leads_into_the_room(client: Client) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/", headers=sent).status_code == 200


# --- the token --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/static/room.css", "/style.css", "/export/articles.jsonl", "/add", "/nowhere"])
def test_without_the_token_nothing_is_answered(guarded: Client, path: str) -> None:
    for brought in ({}, {"Cookie": "headwater-8000=guess"}, {"Cookie": f"headwater-80={TOKEN}"}):
        answer = guarded.get(path, headers=brought)
        assert (answer.status_code, "token" in answer.text) == (403, True)
    assert guarded.post(path, data={"text": "x"}).status_code == 403


def test_the_token_in_the_address_becomes_a_cookie_and_the_address_is_clean_again(guarded: Client) -> None:
    answer = guarded.get(f"/story/a%20b?x=1&token={TOKEN}&y=%26")
    assert (answer.status_code, answer.headers["location"]) == (303, "/story/a%20b?x=1&y=%26")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("headwater-8000=", "HttpOnly", "SameSite=strict", "Path=/"))
    assert guarded.get("/").status_code == 200  # the client keeps cookies


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], f"{TOKEN}x", "é", "\0"])
def test_another_token_is_refused_and_no_cookie_given(guarded: Client, token: str) -> None:
    answer = guarded.get("/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_clean_address_never_leads_to_another_host(guarded: Client) -> None:
    for path in ("//stranger.example/", "/\\stranger.example/", "/%2F%2Fstranger.example"):
        answer = guarded.get(f"{BASE}{path}?token={TOKEN}")
        where = answer.headers.get("location", "/")
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))


def test_a_link_with_the_token_from_another_site_leads_on_from_a_page_of_ours(guarded: Client) -> None:
    answer = guarded.get(f"/?token={TOKEN}", headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, 'content="0;url=/"' in answer.text) == (200, True)
    assert "set-cookie" in answer.headers


def test_the_log_tells_what_was_asked_but_no_token_and_no_search(
    guarded: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "headwater.web"):
        guarded.get(f"/?token={TOKEN}&query=secret-words")
    assert "GET / 303" in caplog.text
    assert TOKEN not in caplog.text
    assert "secret-words" not in caplog.text


# --- how much ---------------------------------------------------------------------------------------------------


def test_an_address_that_is_too_long_is_refused(client: Client) -> None:
    answer = client.get("/", params={"query": "x" * 8_000})
    assert (answer.status_code, "longer than 8,000 bytes" in answer.text) == (414, True)


def test_a_body_that_tells_that_it_is_too_long_is_refused_unread(client: Client) -> None:
    answer = client.post("/story/x/read", content=b"x" * (FORM_BYTES + 1))
    assert (answer.status_code, "more than 1 MB" in answer.text) == (413, True)


def test_a_body_that_hides_its_length_is_cut_off_where_it_is_too_long() -> None:
    taken = 0

    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal taken
        async for piece in Request(scope, receive).stream():
            taken += len(piece)

    async def piece() -> Message:
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": True}

    async def sent(_: Message) -> None: ...

    scope = {"type": "http", "method": "POST", "path": "/decide", "headers": [(b"transfer-encoding", b"chunked")]}
    with pytest.raises(HTTPException) as refused:
        asyncio.run(Bodies(reading)(scope, piece, sent))
    assert refused.value.status_code == 413
    assert taken <= FORM_BYTES


def test_a_reader_who_leaves_while_sending_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Message] = []

    async def left() -> Message:
        return {"type": "http.disconnect"}

    async def sent(message: Message) -> None:
        told.append(message)

    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        await Request(scope, receive).body()

    asyncio.run(Unexpected(reading)({"type": "http", "method": "POST", "path": "/", "headers": []}, left, sent))
    assert (told, caplog.text) == ([], "")


def test_a_form_of_too_many_fields_is_refused_in_one_line(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, asked(room(library)) as client:
        many = {f"field{number}": "x" for number in range(300)}
        for sent in ({"data": many}, {"data": many, "files": [("files", ("a.txt", b"x"))]}):
            answer = client.post("/add", **sent)
            assert (answer.status_code, "Too many fields" in answer.text) == (400, True)


def test_a_large_body_is_answered_by_a_real_server_and_the_next_request_too(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, served(room(library)) as base:
        head = {"Origin": base, "Content-Type": "application/x-www-form-urlencoded"}
        answer = httpx.post(f"{base}/story/x/read", content=b"x" * (FORM_BYTES + 1), headers=head)
        assert answer.status_code == 413
        assert httpx.get(base).status_code == 200


def test_a_request_without_a_host_or_with_two_is_not_answered(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, served(room(library)) as base:
        where = httpx.URL(base)
        for hosts in (b"", b"Host: localhost\r\nHost: stranger.example\r\n", b"Host: stranger.example\r\n"):
            with socket.create_connection((where.host, where.port or 80)) as line:
                line.sendall(b"GET / HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n")
                answer = b"".join(iter(lambda: line.recv(65536), b""))
            assert answer.split(b" ")[1] in {b"400", b"421"}
            assert b"story-" not in answer


# --- what every answer bears ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/", "/add", "/nowhere", "/static/nothing.js", "/static/room.css", "/job/1", "/story/x"]
)
def test_every_answer_bears_the_policy(client: Client, path: str) -> None:
    answer = client.get(path)
    assert ALWAYS.items() <= {name.title(): value for name, value in answer.headers.items()}.items() | {
        (name, answer.headers[name]) for name in ALWAYS
    }
    refused = client.get(path, headers={"Host": "stranger.example"})
    assert all(refused.headers[name] == value for name, value in ALWAYS.items())


def test_the_policy_lets_nothing_run_or_load_but_our_own_files(client: Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_pages_are_not_kept_and_our_files_are_kept_under_their_version(client: Client) -> None:
    page = client.get("/")
    assert page.headers["cache-control"] == "no-store"
    sheet = page.text.partition('href="/static/room.css')[2].partition('"')[0]
    assert sheet.startswith("?v=")
    assert "immutable" in client.get(f"/static/room.css{sheet}").headers["cache-control"]
    assert client.get("/static/room.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/nothing.css").headers["cache-control"] == "no-store"


# --- problems ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "status", "says"),
    [
        ("GET", "/nowhere", 404, "no such page"),
        ("GET", "/story/no-such-story", 404, "no story is called"),
        ("POST", "/", 405, "cannot be asked in that way"),
        ("DELETE", "/add", 405, "cannot be asked in that way"),
        ("GET", "/job/99", 404, "no such work"),
        ("GET", "/progress/99", 404, "no such work"),
        ("GET", "/export/everything", 404, "articles.jsonl"),
    ],
)
def test_a_problem_is_a_page_of_the_room_that_says_what_is_wrong(
    client: Client, method: str, path: str, status: int, says: str
) -> None:
    answer = client.ask(method, path, headers={"Origin": BASE})
    assert (answer.status_code, says in answer.text) == (status, True)
    assert "<h1" in answer.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotInLibrary("no such story"), 404),
        (OptionError("no such day"), 400),
        (LibraryLocked("another is writing"), 503),
        (LibraryNewer("written by a newer one"), 500),
        (PartMissing("needs pyarrow"), 501),
    ],
)
def test_what_is_raised_on_purpose_is_told_in_its_words(
    library: headwater.Library, error: Exception, status: int
) -> None:
    def fails(_: Request) -> Response:
        raise error

    app = room(library)
    app.router.routes.insert(0, Route("/fails", fails))
    with asked(app) as client:
        answer = client.get("/fails")
        assert (answer.status_code, str(error) in answer.text) == (status, True)


def test_an_error_that_nobody_foresaw_is_one_line_on_the_page_and_told_to_the_log(
    library: headwater.Library, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: Request) -> Response:
        raise RuntimeError("secret of the machine")

    app = room(library)
    app.router.routes.insert(0, Route("/fails", fails))
    with asked(app) as client:
        answer = client.get("/fails")
        assert (answer.status_code, "nobody foresaw" in answer.text) == (500, True)
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert answer.headers["content-security-policy"]
    assert "secret of the machine" in caplog.text


# --- no path ----------------------------------------------------------------------------------------------------

PATHS = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "/etc/passwd",
    "\\..\\..",
    "%00",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_part_of_an_address_reaches_the_file_system(client: Client, path: str) -> None:
    for where in ("/static/", "/story/", "/article/", "/export/", "/job/", "/progress/", "/"):
        answer = client.get(f"{BASE}{where}{path}")
        assert answer.status_code in {400, 404}, (where, path)
        assert "root:" not in answer.text
