"""Libraries that somebody else prepared, and places that only look like one: told in one line, and nothing hangs."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from library_fixtures import incoming

from headwater.errors import LibraryDamaged, LibraryError, LibraryReadOnly
from headwater.library import Query, Store


def test_a_pipe_is_no_library_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "news.sqlite"
    os.mkfifo(pipe)
    for read_only in (True, False):
        with pytest.raises(LibraryError, match="this is a device or a pipe; a library is one file"):
            Store.open(pipe, read_only=read_only)


def test_a_device_is_no_library() -> None:
    with pytest.raises(LibraryError, match="this is a device or a pipe"):
        Store.open("/dev/null")


def test_a_link_to_a_library_is_that_library(tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(tmp_path / "news.sqlite")
    Store.open(tmp_path / "news.sqlite").close()
    with Store.open(link) as store, store.writing() as batch:
        batch.add([incoming("The levee broke.")])
    with Store.open(tmp_path / "news.sqlite", read_only=True) as store, store.reading() as view:
        assert view.counts().articles == 1


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(LibraryError, match="the library cannot be opened"):
        Store.open(tmp_path / name)


def test_a_name_in_no_encoding_is_a_name_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xff%?#.sqlite")
    Store.open(path).close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    Store.open(path, read_only=True).close()


@pytest.mark.parametrize("version", ["'x'", "1e300", "null", "x'00'"])
def test_a_version_that_is_no_number_is_no_librarys(tmp_path: Path, version: str) -> None:
    path = tmp_path / "news.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE about (name TEXT, value)")
        database.execute("CREATE TABLE articles (key)")
        database.execute(f"INSERT INTO about VALUES ('version', {version})")  # noqa: S608  # ours, above
    database.close()
    with pytest.raises(LibraryDamaged, match="this database is no library of headwater"):
        Store.open(path)


def test_an_empty_file_that_may_only_be_read_is_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "news.sqlite"
    path.touch()
    with pytest.raises(LibraryReadOnly, match="the library is empty yet; add articles first"):
        Store.open(path, read_only=True)


@pytest.mark.parametrize("mark", ["\u2066", "\u202e", "\u061c", "\u200b", "\x1b", "\0", "\ud800"])
def test_no_mark_that_cannot_be_seen_hides_a_word_from_the_search(store: Store, mark: str) -> None:
    with store.writing() as batch:
        batch.add([incoming(f"At dawn the {mark}levee{mark} at Karsk broke.", data=b"")])
    with store.reading() as view:
        assert len(view.search(Query('"levee at karsk"'))) == 1
