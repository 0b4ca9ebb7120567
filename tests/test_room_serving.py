"""The room as a whole: asked in this process and over a port; its files; what it costs to import the rest."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from room_client import asked, served

import headwater
from headwater.web import room

WEB = Path(headwater.__file__).parent / "web"
SCRIPTS = sorted(path for path in (WEB / "static").glob("*.js") if not path.name.endswith(".min.js"))
SHEETS = sorted((WEB / "static").glob("*.css"))
TEMPLATES = sorted((WEB / "templates").rglob("*.j2"))


def test_the_front_page_shows_the_story_of_the_library(room_library: Path) -> None:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        answer = client.get("/")
        assert answer.status_code == 200
        assert library.stories()[0].id in answer.text


def test_a_server_answers_as_the_application_does(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, served(room(library)) as base:
        story = library.stories()[0].id
        assert httpx.get(f"{base}/story/{story}").status_code == 200


def test_every_page_loads_only_files_that_are_there(room_library: Path) -> None:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        for path in ("/", "/add", "/export", f"/story/{library.stories()[0].id}"):
            loaded = re.findall(r'(?:src|href)="(/(?:static|style|comparison)[^"]*)"', client.get(path).text)
            assert loaded
            assert {client.get(one).status_code for one in loaded} == {200}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_an_inline_script_or_style_or_lets_markup_through(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(
        r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:|\|\s*safe\b|autoescape", text
    )


@pytest.mark.parametrize("path", [*SCRIPTS, *SHEETS], ids=lambda path: path.name)
def test_a_file_of_ours_says_what_it_is_for_and_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(("//", "/*"))
    assert text.count("\n") < 200
    assert not re.search(r"\beval\(|new Function|document\.write|https?://(?!www\.w3\.org)", text)


def test_the_one_script_of_others_is_named_with_its_licence() -> None:
    root = WEB.parents[2]
    assert "htmx 4.0.1" in (root / "NOTICE").read_text("utf-8")
    assert "Zero-Clause BSD" in (WEB / "static" / "htmx-LICENSE").read_text("utf-8")
    assert "htmx.org@4.0.1" in (root / "Makefile").read_text("utf-8")


def test_no_other_command_pays_for_the_room() -> None:
    code = "import sys, headwater.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()  # noqa: S603  # our own interpreter
    assert not {"starlette", "uvicorn", "sse_starlette", "anyio", "python_multipart"} & set(loaded)
