"""Adding in the room: texts that are pasted, files, addresses; what is sent never names a path here."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from room_client import Client, asked

import headwater
from headwater.examples import HARBOUR
from headwater.web import room

TEXT = (
    "A bakery on the quay of Tarrowby burned down on Friday night, the fire brigade said. Nobody was hurt. "
    "The owner, Mara Quill, said she would open again in the spring with a new oven and an old recipe."
)


def ended(client: Client, path: str) -> str:
    """The page of a job after its end."""
    client.get(path.replace("/job/", "/progress/"))  # the events end with the work
    return client.get(path).text


def test_a_text_that_is_pasted_becomes_an_article_with_what_was_stated_of_it(tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        stated = {"title": "Fire on the quay", "outlet": "Tarrowby Gazette", "published": "2024-03-08"}
        answer = client.post("/add", data={"text": TEXT.replace(". ", ".\r\n\r\n"), **stated})
        assert answer.status_code == 303
        assert "1 article added" in ended(client, answer.headers["location"])
        (kept,) = library.story(library.stories()[0].id).articles
        assert kept.article.outlet is not None
        assert (kept.article.outlet.value, kept.day) == ("Tarrowby Gazette", 19790)
        assert "\r" not in kept.article.text


def test_files_are_read_by_kind_under_the_names_that_they_were_sent_by(tmp_path: Path) -> None:
    sent = [("files", (path.name, path.read_bytes())) for path in sorted((HARBOUR / "articles").iterdir())]
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", files=sent)
        page = ended(client, answer.headers["location"])
        assert "7 articles added" in page
        assert library.stories()[0].id in page
        stories = [library.story(story.id) for story in library.stories()]
        names = {kept.article.name for story in stories for kept in story.articles}
        assert names == {path.name for path in (HARBOUR / "articles").iterdir()}
        again = client.post("/add", files=sent)
        assert "7 articles known already" in ended(client, again.headers["location"])


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "C:\\boot.ini", "a\0b.txt", "..", "x" * 5000])
def test_the_name_of_a_file_that_is_sent_is_never_a_path(name: str, tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", files=[("files", (name, TEXT.encode()))])
        assert answer.status_code in {303, 400}
        if answer.status_code == 303:
            assert "1 article added" in ended(client, answer.headers["location"])
    assert [path.name for path in tmp_path.iterdir() if path.suffix not in {".sqlite-wal", ".sqlite-shm"}] == [
        "a.sqlite"
    ]


def test_what_cannot_be_used_is_left_out_with_its_reason_under_its_own_name(tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", files=[("files", ("harbour.png", b"\x89PNG\r\n\x1a\n" + bytes(99)))])
        page = ended(client, answer.headers["location"])
        assert "1 input left out" in page
        assert "harbour.png" in page
        assert tempfile.gettempdir() not in page


@pytest.mark.parametrize(
    "line", ["/etc/passwd", "file:///etc/passwd", "-", "etc/passwd", "ftp://example.org/a", "https://"]
)
def test_a_line_that_is_no_web_address_is_refused_and_never_taken_for_a_path(line: str, tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", data={"addresses": f"https://paper.example/a\n{line}"})
        assert answer.status_code == 400
        assert "is no address" in answer.text
        assert "https://paper.example/a" in answer.text  # what was filled in is still there


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_an_address_in_a_private_network_is_refused(address: str, tmp_path: Path) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", data={"addresses": address})
        page = ended(client, answer.headers["location"])
        assert "private" in page
        assert library.counts().articles == 0


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Nothing to add"),
        ({"text": "  "}, "Nothing to add"),
        ({"text": TEXT, "published": "yesterday"}, "The day cannot be read"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "The address of the text is none"),
    ],
)
def test_a_form_that_cannot_be_used_is_shown_again_with_the_reason(
    sent: dict[str, str], says: str, tmp_path: Path
) -> None:
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", data=sent)
        assert (answer.status_code, says in answer.text) == (400, True)
        assert not client.get("/job/1").is_success


def test_an_archive_is_read_member_by_member_and_each_is_told_by_its_place_in_it(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("day/fire.txt", TEXT)
        archive.writestr("../../../etc/empty.txt", "")
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        answer = client.post("/add", files=[("files", ("news.zip", packed.getvalue()))])
        page = ended(client, answer.headers["location"])
        assert "1 article added" in page
        assert "news.zip!" in page
        assert tempfile.gettempdir() not in page


def test_two_rooms_add_to_one_library_at_once_and_each_sees_what_both_did(tmp_path: Path) -> None:
    where = tmp_path / "a.sqlite"
    with (
        headwater.Library(where) as one,
        headwater.Library(where) as other,
        asked(room(one)) as first,
        asked(room(other)) as second,
    ):
        fair = "The fair of Oldmere opens on Monday, the council said. It lasts a week and costs nothing."
        begun = [(client, client.post("/add", data={"text": text})) for client, text in [(first, TEXT), (second, fair)]]
        for client, answer in begun:
            assert "1 article added" in ended(client, answer.headers["location"])
        assert one.counts() == other.counts()
        assert all(story.id in client.get("/").text for story in one.stories() for client in (first, second))


def test_a_library_that_may_only_be_read_says_so_and_takes_nothing(room_library: Path) -> None:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        assert "may only be read" in client.get("/add").text
        assert "<textarea" not in client.get("/add").text
        refused = client.post("/add", data={"text": TEXT})
        assert (refused.status_code, "may only be read" in refused.text) == (403, True)


def test_nothing_that_was_sent_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "spool"))
    (tmp_path / "spool").mkdir()
    with headwater.Library(tmp_path / "a.sqlite") as library, asked(room(library)) as client:
        client.post("/add", data={})
        answer = client.post("/add", files=[("files", ("a.txt", TEXT.encode()))])
        assert "1 article added" in ended(client, answer.headers["location"])
        assert list((tmp_path / "spool").iterdir()) == []
