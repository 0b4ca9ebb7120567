"""`headwater serve`: the room on a port of this machine, what it tells, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from conftest import Command

from headwater.cli.serve import _open
from headwater.errors import OptionError
from headwater.examples import HARBOUR
from headwater.web.serving import listening, place_of

_PATIENCE = 90.0


@contextmanager
def serving(*arguments: object, folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address that a running `headwater serve` told, and its process."""
    command = [sys.executable, "-m", "headwater", "serve", "--port", "0", *map(str, arguments)]
    environment = os.environ | {"HEADWATER_CONFIG": os.devnull, "TMPDIR": str(folder)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)  # noqa: S603  # our own interpreter
    watchdog = threading.Timer(_PATIENCE, process.kill)
    watchdog.start()
    try:
        assert process.stdout is not None
        told = "".join(iter(process.stdout.readline, "Ctrl-C closes it.\n"))
        found = re.search(r"http://\S+", told)
        assert found, told
        yield found[0], process
    finally:
        process.kill()
        process.communicate()
        watchdog.cancel()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_reports_are_served_until_ctrl_c_and_nothing_is_left_of_them(ending: signal.Signals, tmp_path: Path) -> None:
    with serving(HARBOUR / "articles" / "northgate.md", folder=tmp_path) as (address, process):
        assert "1 article" in httpx.get(address).text
        assert len(list(tmp_path.glob("headwater-*"))) == 1
        process.send_signal(ending)
        _, complaints = process.communicate(timeout=_PATIENCE)
        assert (process.returncode, complaints) == (0, "")
        assert not list(tmp_path.glob("headwater-*"))


def test_with_a_token_the_whole_address_opens_the_room_and_the_log_never_tells_it(
    room_copy: Path, tmp_path: Path
) -> None:
    with serving("--library", room_copy, "--token", "--verbose", "--read-only", folder=tmp_path) as (address, process):
        base, _, token = address.partition("?token=")
        assert httpx.get(base).status_code == 403
        with httpx.Client(follow_redirects=True) as browser:
            page = browser.get(address)
            assert (page.status_code, str(page.url)) == (200, base)
            refused = browser.post(f"{base}add", data={"text": "x"}, headers={"Origin": base.rstrip("/")})
            assert (refused.status_code, "may only be read" in refused.text) == (403, True)
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=_PATIENCE)
        assert "GET / 200" in log
        assert len(token) > 40
        assert token not in log


def test_a_port_in_use_is_told_in_one_line(headwater_command: Command, room_library: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = headwater_command("serve", "--library", room_library, "--port", port)
    assert ran.code == 2
    assert ran.err.startswith(f"headwater: port {port} is in use")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("host", ["203.0.113.9", "a" * 300, "127.0.0.1.5", "..", "\0"])
def test_an_address_that_is_not_this_machines_is_told(host: str) -> None:
    with pytest.raises(OptionError, match="cannot listen on"):
        listening(host, 0)


def test_reports_and_a_library_are_not_served_at_once(headwater_command: Command, room_library: Path) -> None:
    ran = headwater_command("serve", HARBOUR / "articles", "--library", room_library, "--port", 0)
    assert (ran.code, "serve takes reports, or a library" in ran.err) == (2, True)


def test_reports_of_which_none_can_be_used_leave_nothing_to_show(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    ran = headwater_command("serve", tmp_path / "empty.txt", "--port", 0)
    assert (ran.code, "nothing to show" in ran.err) == (1, True)


@pytest.mark.parametrize(("desktop", "opens"), [("", False), (":0", True)])
def test_the_browser_is_opened_only_on_a_desktop(
    desktop: str, opens: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def opening(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("webbrowser.open", opening)
    monkeypatch.setenv("DISPLAY", desktop)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    _open("http://127.0.0.1:1/")
    assert asked == ["http://127.0.0.1:1/"] * opens
    assert ("open the address yourself" in capsys.readouterr().err) is not opens


def test_an_address_of_the_newer_kind_is_told_as_browsers_want_it() -> None:
    try:
        heard = listening("::1", 0)
    except OptionError:
        pytest.skip("this machine has no IPv6")
    with heard:
        place = place_of(heard)
    assert re.fullmatch(r"http://\[::1\]:\d+/", place.address)
    assert place.rules.token == ""


def test_on_this_machine_alone_no_token_is_needed_and_only_its_names_are_answered() -> None:
    with listening("127.0.0.1", 0) as heard:
        place = place_of(heard)
    assert (place.rules.token, place.rules.any_number) == ("", False)
    assert place.rules.hosts == {"localhost", "127.0.0.1", "::1"}
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", place.address)


def test_where_others_can_ask_there_is_a_new_token_each_time_and_names_are_those_that_were_allowed() -> None:
    with listening("0.0.0.0", 0) as heard:  # noqa: S104  # nobody is answered there
        places = [place_of(heard, ["Desk.Example."]) for _ in range(2)]
    assert len({place.rules.token for place in places}) == 2
    assert all(len(place.rules.token) >= 43 for place in places)  # 32 bytes in base 64
    assert all(place.rules.any_number and "desk.example" in place.rules.hosts for place in places)
    assert all(place.address.endswith(f"/?token={place.rules.token}") for place in places)
