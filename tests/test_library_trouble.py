"""Libraries that cannot be used as asked: each is told in one line, and nothing that was committed is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from library_fixtures import incoming, remove
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.engine import make_url

from headwater.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
    PartMissing,
)
from headwater.library import Placing, Query, Store
from headwater.library.backend import Backend
from headwater.library.migrations import STEPS, VERSION, bring_up
from headwater.library.postgres import Postgres
from headwater.library.schema import METADATA
from headwater.library.sqlite import SQLite


def _backend(where: str) -> Backend:
    if "://" in where:
        return Postgres(make_url(where), read_only=False, wait=5.0)
    return SQLite(Path(where), read_only=False, wait=5.0)


def _set_version(where: str, version: int) -> None:
    backend = _backend(where)
    with backend.engine.connect() as connection:
        backend.begin(connection, writing=True)
        connection.execute(text("UPDATE about SET value = :version WHERE name = 'version'"), {"version": version})
        connection.commit()
    backend.engine.dispose()


def _one_line(error: BaseException, place: str) -> bool:
    return "\n" not in str(error) and place in str(error)


@pytest.fixture
def afresh(where: str) -> Iterator[str]:
    """Where there is no library at all, not even an empty one."""
    if "://" in where:
        remove(where)
    yield where
    if "://" in where:
        remove(where)


# Migrations


def test_every_step_ends_in_the_tables_that_the_code_knows(afresh: str) -> None:
    with Store.open(afresh):
        engine = create_engine(afresh if "://" in afresh else f"sqlite:///{afresh}")
        found = inspect(engine)
        schema = "headwater" if "://" in afresh else None
        for name, table in METADATA.tables.items():
            columns = {column["name"]: column for column in found.get_columns(name, schema)}
            assert set(columns) == set(table.columns.keys()), name
            for column in table.columns:
                assert columns[column.name]["nullable"] == column.nullable, f"{name}.{column.name}"
            keys = found.get_pk_constraint(name, schema)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key], name
        engine.dispose()


def test_a_library_of_every_older_version_is_brought_up_with_what_it_holds(afresh: str) -> None:
    for version in range(1, VERSION):
        backend = _backend(afresh)
        bring_up(backend, upto=version)
        with backend.engine.connect() as connection:
            backend.begin(connection, writing=True)
            _insert_old(connection)
            connection.commit()
        backend.engine.dispose()
        with Store.open(afresh) as store, store.writing() as batch:
            assert batch.article("northgate-old").text == "The levee broke."
            if version < _full_text():
                assert [hit.article for hit in batch.search(Query("levees"))] == ["northgate-old"]
            batch.place([Placing("northgate-old", "flood")])
            assert [story.id for story in batch.stories()] == ["flood"]
        if "://" in afresh:
            remove(afresh)
        else:
            Path(afresh).unlink()


def _full_text() -> int:
    return next(number for number, step in enumerate(STEPS, 1) if step.brings == "full text")


def _insert_old(connection: Connection) -> None:
    """An article as the first version kept it."""
    from headwater.library.packing import pack_capture, pack_record, pack_text
    from headwater.testing.articles import make_article

    article = make_article("The levee broke.", id="northgate-old")
    values = {"record": pack_record(article), "body": pack_text(article.text), "raw": pack_capture(b"x", article.text)}
    for statement in (
        "INSERT INTO articles (key, id, digest, day, outlet, record) VALUES (1, 'northgate-old', :body, 5, 0, :record)",
        "INSERT INTO texts (article, body) VALUES (1, :body)",
        "INSERT INTO captures (article, digest, locator, taken, kind, body) VALUES (1, :body, 'a', 'b', '', :raw)",
    ):
        connection.execute(text(statement), values)


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(where: str) -> None:
    Store.open(where).close()
    _set_version(where, VERSION + 1)
    try:
        for read_only in (False, True):
            with pytest.raises(LibraryNewer, match=f"of version {VERSION + 1}.*up to {VERSION}; install") as caught:
                Store.open(where, read_only=read_only)
            assert "\n" not in str(caught.value)
    finally:
        _set_version(where, VERSION)


def test_an_older_library_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    backend = SQLite(tmp_path / "old.db", read_only=False, wait=5.0)
    bring_up(backend, upto=1)
    backend.engine.dispose()
    with pytest.raises(LibraryReadOnly, match="older and must be opened once for writing"):
        Store.open(tmp_path / "old.db", read_only=True)


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with (
        patch("headwater.library.sqlite.SQLite.make_words", side_effect=RuntimeError("power cut")),
        pytest.raises(RuntimeError),
    ):
        Store.open(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    raw.close()
    with Store.open(path) as store, store.reading() as view:
        assert view.counts().articles == 0


# Files that are no libraries


@pytest.mark.parametrize(
    "content", [b"Dear reader, this is no database. " * 200, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_file_that_is_no_library_is_told_and_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged) as caught:
        Store.open(path)
    assert _one_line(caught.value, str(path))
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_told_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE about (song TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="no library of headwater"):
        Store.open(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["music.db"]


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    with Store.open(path) as store, store.writing() as batch:
        assert batch.add([incoming("The levee broke.")])


def test_a_damaged_library_is_told_and_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store.open(path) as store, store.writing() as batch:
        batch.add(incoming(f"Report {n}.") for n in range(200))
    content = bytearray(path.read_bytes())
    content[8192 : len(content)] = b"\xaa" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match="go back to a copy"), Store.open(path) as store, store.reading() as view:
        view.counts()


def test_a_library_in_a_folder_that_is_not_there_yet_gets_its_folder(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a" / "b" / "ünï cödé ?#%.db") as store:
        assert store.place.endswith("ünï cödé ?#%.db")
    assert (tmp_path / "a" / "b" / "ünï cödé ?#%.db").stat().st_size > 0


def test_a_folder_a_file_as_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="this is a folder"):
        Store.open(tmp_path)
    with pytest.raises(LibraryError, match="folder cannot be made"):
        Store.open(tmp_path / "file" / "library.db")
    with pytest.raises(LibraryError, match="there is no library here"):
        Store.open(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()


# Reading alone


def test_a_library_opened_for_reading_is_read_and_not_written(where: str) -> None:
    with Store.open(where) as store, store.writing() as batch:
        (added,) = batch.add([incoming("The levee broke.")])
    with Store.open(where, read_only=True) as store:
        with store.reading() as view:
            assert view.article(added.article).text == "The levee broke."
        with pytest.raises(LibraryReadOnly, match="may only be read"), store.writing():
            pytest.fail("nothing may be written")


@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_file_that_cannot_be_written_to_opens_for_reading(folder_mode: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="hw-ro-"))  # one of pytest's own could not be entered by another user
    path = folder / "library.db"
    with Store.open(path) as store, store.writing() as batch:
        batch.add([incoming("The levee broke.")])
    path.chmod(0o444)
    folder.chmod(folder_mode)
    try:
        with _not_root(), Store.open(path) as store:
            assert store.read_only
            with store.reading() as view:
                assert len(view.search(Query("levee"))) == 1
            with pytest.raises(LibraryReadOnly, match="may only be read"), store.writing():
                pytest.fail("nothing may be written")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def _not_root() -> Iterator[None]:
    """As another user for a while, since root may write to everything."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


# Others at work


def test_a_library_that_another_writes_to_is_waited_for_and_then_told(where: str) -> None:
    with Store.open(where) as one, Store.open(where, wait=0.2) as other:
        with one.writing() as batch:
            batch.add([incoming("The levee broke.")])
            with pytest.raises(LibraryLocked, match="another process is writing") as caught, other.writing():
                pytest.fail("two write at once")
            assert "\n" not in str(caught.value)
            with other.reading() as view:
                assert view.counts().articles == 0
        with other.writing() as batch:
            assert batch.counts().articles == 1


def test_a_view_stays_as_it_was_while_another_writes(where: str) -> None:
    with Store.open(where) as one, Store.open(where) as other, other.reading() as view:
        before = view.counts()
        with one.writing() as batch:
            batch.add([incoming("The levee broke.")])
        assert view.counts() == before
        with other.reading() as later:
            assert later.counts().articles == 1
            assert later.generation() == before.generation + 1


def test_an_error_in_the_middle_takes_everything_back(where: str) -> None:
    with Store.open(where) as store:
        with pytest.raises(RuntimeError, match="midway"), store.writing() as batch:  # noqa: PT012  # it fails midway
            added = batch.add([incoming("The levee broke.")])
            batch.place([Placing(added[0].article, "flood")])
            raise RuntimeError("midway")
        with store.writing() as batch:
            assert batch.counts().articles == batch.counts().generation == 0
            assert batch.story_ids("") == ()
            assert batch.search(Query("levee")) == ()


# No room


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    """SQLite's own cap on the pages of a file fails as a full disk does."""
    path = tmp_path / "library.db"
    with Store.open(path) as store, store.writing() as batch:
        batch.add(incoming(f"Report {n}. " * 50) for n in range(50))

    with patch("headwater.library.sqlite._SETTINGS", (*_settings(), "max_page_count = 60")), Store.open(path) as store:
        _fill_up(store, 50)
    with Store.open(path) as store, store.writing() as batch:
        assert batch.add([incoming("There is room again.")])
        assert batch.counts().articles == 51


def _settings() -> tuple[str, ...]:
    from headwater.library import sqlite

    return sqlite._SETTINGS


def _fill_up(store: Store, kept: int) -> None:
    with pytest.raises(LibraryFull, match="the disk is full; nothing of what was being written") as caught:
        _add_noise(store)
    assert _one_line(caught.value, store.place)
    with store.reading() as view:
        assert view.counts().articles == kept


def _add_noise(store: Store) -> None:
    with store.writing() as batch:
        for start in range(100, 500, 100):
            batch.add(incoming(os.urandom(8_000).hex(), day=n) for n in range(start, start + 100))


def test_a_disk_that_is_really_full_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False)  # noqa: S603, S607
    if mounted.returncode != 0:
        pytest.skip("a small disk cannot be mounted here (that needs root)")
    try:
        with Store.open(disk / "library.db") as store:
            with store.writing() as batch:
                (added,) = batch.add([incoming("The levee broke.")])
            _fill_up(store, 1)
            with store.writing() as batch:
                assert batch.article(added.article).text == "The levee broke."
                batch.add([incoming("A short report still fits.")])
    finally:
        subprocess.run(["umount", disk], check=True)  # noqa: S603, S607


# Servers


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("mysql://reader@host/name", "a library is a file, or lies on a server of PostgreSQL"),
        ("postgresql://reader:secret@[::1/name", "the library's address cannot be read"),
        ("postgresql://reader:secret@127.0.0.1:1/name", "postgresql://reader:\\*\\*\\*@127.0.0.1:1/name"),
    ],
)
def test_an_address_that_leads_to_no_server_is_told_without_its_password(where: str, told: str) -> None:
    with pytest.raises(LibraryError, match=told) as caught:
        Store.open(where)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_without_its_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    with pytest.raises(PartMissing, match=r"pip install 'headwater\[postgres\]'"):
        Store.open("postgresql://reader@127.0.0.1:1/name")


def test_a_database_that_the_server_does_not_have_is_told(server: str) -> None:
    with pytest.raises(LibraryError, match="/nowhere"):
        Store.open(server.replace("/postgres?", "/nowhere?"))
