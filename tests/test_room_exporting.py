"""Taking away: every form of a brief and of the library, under a name that is safe, and nothing else of the machine."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from room_client import Client, asked

import headwater
from headwater.render import read_brief
from headwater.types import Article
from headwater.web import room


@pytest.fixture
def client(room_library: Path) -> Iterator[Client]:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        yield client


def story_of(client: Client) -> str:
    first = json.loads(client.get("/export/stories.jsonl").text.splitlines()[0])
    return str(first["id"])


@pytest.mark.parametrize(
    ("name", "kind", "holds"),
    [
        ("articles.jsonl", "application/jsonl", b'"text":'),
        ("stories.jsonl", "application/jsonl", b'"articles":['),
        ("stories.csv", "text/csv; charset=utf-8; header=present", b"id,title,first"),
        ("decisions.jsonl", "application/jsonl", b""),
        ("articles.parquet", "application/vnd.apache.parquet", b"PAR1"),
    ],
)
def test_what_the_library_exports_is_saved_under_its_name(client: Client, name: str, kind: str, holds: bytes) -> None:
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert holds in answer.content


@pytest.mark.parametrize("name", ["brief.html", "brief.txt", "brief.md", "brief.json", "figures.csv"])
def test_a_brief_is_saved_in_each_of_its_forms(client: Client, name: str) -> None:
    story = story_of(client)
    answer = client.get(f"/story/{story}/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{story}-{name}"'
    if name == "brief.json":
        assert read_brief(answer.text).story.id == story
    if name == "figures.csv":
        assert {row["row"] for row in csv.DictReader(io.StringIO(answer.text))} >= {"low", "best", "high"}


def test_the_page_of_exports_leads_to_each_of_them(client: Client) -> None:
    text = client.get("/export").text
    assert all(f'href="/export/{name}"' in text for name in ("articles.jsonl", "articles.parquet", "decisions.jsonl"))


@pytest.mark.parametrize(
    "what", ["..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", ".stories.csv.part", "stories", "brief.pdf", "%00"]
)
def test_nothing_else_can_be_asked_for(client: Client, what: str) -> None:
    assert client.get(f"/export/{what}").status_code == 404
    assert client.get(f"/story/{story_of(client)}/export/{what}").status_code == 404


def test_a_story_that_was_not_read_says_so(tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        library.add([Article("one", "A quay was closed in Tarrowby on Friday, the mayor said.", "one.txt")])
        answer = client.get(f"/story/{library.stories()[0].id}/export/brief.json")
        assert (answer.status_code, "read it first" in answer.text) == (409, True)


def test_no_cell_of_a_sheet_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    record = tmp_path / "a.json"
    record.write_text(json.dumps({"title": "=HYPERLINK(0)", "text": "A quay was closed in Tarrowby, the mayor said."}))
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        library.add([record])
        rows = list(csv.DictReader(io.StringIO(client.get("/export/stories.csv").text)))
        assert rows[0]["title"].startswith("'=")


def test_nothing_of_an_export_is_left_behind(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert client.get("/export/articles.jsonl").status_code == 200
    assert list(tmp_path.iterdir()) == []
