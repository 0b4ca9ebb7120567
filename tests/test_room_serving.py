"""The room as a whole: it is asked in this process and over a port, and the library of the example is in it."""

from __future__ import annotations

from pathlib import Path

import httpx
from room_client import asked, served

import headwater
from headwater.web import room


def test_the_front_page_shows_the_story_of_the_library(room_library: Path) -> None:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        answer = client.get("/")
        assert answer.status_code == 200
        assert library.stories()[0].id in answer.text


def test_a_server_answers_as_the_application_does(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, served(room(library)) as base:
        story = library.stories()[0].id
        assert httpx.get(f"{base}/story/{story}").status_code == 200
