"""A library in one file: SQLite 3.35 or newer, with a write-ahead log and FTS5.

`synchronous=FULL`: a transaction is reported as committed after the log has reached the disk. `NORMAL` would be as safe
against a killed process, but could lose the last transactions when power fails, and to a reader "added" means kept. It
costs one wait for the disk a transaction, which hundreds of articles share.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    create_engine,
    event,
    insert,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.pool import QueuePool

from headwater.errors import LibraryDamaged, LibraryError, LibraryFull, LibraryLocked, LibraryReadOnly
from headwater.library.backend import Words
from headwater.library.query import Phrase, Wanted

__all__ = ["SQLite"]

_PAGE: Final = 8_192  # bytes; a compressed article fits well
_CACHE: Final = 65_536  # KiB of pages kept in memory by each connection
_LOG_LIMIT: Final = 67_108_864  # bytes that the write-ahead log may keep on disk when it is empty
_TITLE_WEIGHT: Final = 4.0  # a word in the title counts as much as so many in the text
_SETTINGS: Final = (
    "foreign_keys = ON",
    "trusted_schema = OFF",  # a file that came from elsewhere may bring triggers and views; they call nothing
    "synchronous = FULL",
    f"cache_size = -{_CACHE}",
    f"journal_size_limit = {_LOG_LIMIT}",
    "secure_delete = OFF",  # Debian's default overwrites what is given up: twice the writing, for no secret
    "temp_store = MEMORY",
)
_MERGE: Final = 16  # segments of the index that are merged at once: 4, the default, writes each word more often

_WORDS: Final = (
    "CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', tokenize=\"porter unicode61 remove_diacritics 2\")"
)
_FIND: Final = text("words MATCH :expression")


class SQLite:
    """The file at `path`. `wait`: seconds that another process's transaction is waited for."""

    types: Mapping[str, str] = {"bytes": "BLOB", "key": "INTEGER", "name": "TEXT", "no_row_number": " WITHOUT ROWID"}

    def __init__(self, path: Path, *, read_only: bool, wait: float) -> None:
        self.path = path.absolute()
        self.place = str(path)
        self.wait = wait
        self.read_only = read_only
        self._frozen = False  # set where nobody can write, so that SQLite needs no files beside this one
        self._find_out()

    @cached_property
    def engine(self) -> Engine:
        """Connections that leave transactions to `begin`."""
        engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)
        event.listen(engine, "begin", _begin)
        return engine

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """A transaction that writes takes the lock at once, so that it cannot fail half-way for want of it."""
        connection.execution_options(headwater_writing=writing)
        connection.begin()

    def state(self, connection: Connection) -> int | None:
        """The version of the schema, by the table `about`."""
        tables = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
        if not tables:
            return 0
        if not {"about", "articles"} <= tables:
            return None
        return connection.execute(text("SELECT value FROM about WHERE name = 'version'")).scalar()

    def prepare(self) -> None:
        """A new file gets its page size and its write-ahead log, which it keeps."""
        connection = self._connect()
        try:
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()

    def insert(self, connection: Connection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """One statement, prepared once."""
        connection.execute(insert(into), list(rows))

    def make_words(self, connection: Connection) -> None:
        """Contentless: the words are indexed, and the text is not kept a second time."""
        connection.execute(text(_WORDS))
        connection.execute(text("INSERT INTO words (words, rank) VALUES ('automerge', :most)"), {"most": _MERGE})

    def add_words(self, connection: Connection, words: Sequence[Words]) -> None:
        """One row an article, numbered as the article is."""
        rows = [{"article": entry.article, "title": entry.title, "text": entry.text} for entry in words]
        if rows:
            connection.execute(text("INSERT INTO words (rowid, title, text) VALUES (:article, :title, :text)"), rows)

    def found(self, wanted: Wanted, *, ranked: bool) -> Select[Any, Any]:
        """By bm25, which FTS5 gives the smaller the better."""
        score = f"-bm25(words, {_TITLE_WEIGHT}, 1.0)" if ranked else "0.0"
        article: ColumnElement[int] = literal_column("words.rowid").label("article")
        points: ColumnElement[float] = literal_column(score).label("score")
        asked = _FIND.bindparams(expression=_expression(wanted))
        return select(article, points).select_from(table("words")).where(asked)

    def newest(self) -> ColumnElement[int]:
        """FTS5 walks through its rows in either direction."""
        return literal_column("words.rowid").desc()

    def trouble(self, error: BaseException) -> LibraryError:
        """By SQLite's code of the error."""
        name = str(getattr(error, "sqlite_errorname", ""))
        for prefix, kind, says in _TROUBLES:
            if name.startswith(prefix):
                return kind(f"{self.place}: {says}")
        return LibraryError(f"{self.place}: the library cannot be used ({error})")

    def _find_out(self) -> None:
        """Whether the file is there and can be written to. Raises `LibraryError` where there is nothing to open."""
        kind = _kind_of(self.path)
        if stat.S_ISDIR(kind):
            raise LibraryError(f"{self.place}: this is a folder; a library is one file")
        if kind and not stat.S_ISREG(kind):
            raise LibraryError(f"{self.place}: this is a device or a pipe; a library is one file")
        if not kind:
            if self.read_only:
                raise LibraryError(f"{self.place}: there is no library here")
            _make_folder(self.path.parent)
        elif not os.access(self.path, os.W_OK):
            self.read_only = True
        self._frozen = self.read_only and not os.access(self.path.parent, os.W_OK) and not self._log.exists()

    @property
    def _log(self) -> Path:
        return self.path.with_name(f"{self.path.name}-wal")

    def _connect(self) -> sqlite3.Connection:
        mode = ("?mode=ro&immutable=1" if self._frozen else "?mode=ro") if self.read_only else "?mode=rwc"
        address = f"file:{quote(os.fsencode(self.path))}{mode}"
        connection = sqlite3.connect(
            address, uri=True, timeout=self.wait, isolation_level=None, check_same_thread=False
        )
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        return connection


_TROUBLES: Final[tuple[tuple[str, type[LibraryError], str], ...]] = (
    ("SQLITE_BUSY", LibraryLocked, "another process is writing to the library; try again when it has ended"),
    ("SQLITE_LOCKED", LibraryLocked, "another process is writing to the library; try again when it has ended"),
    ("SQLITE_FULL", LibraryFull, "the disk is full; nothing of what was being written was, all else is there"),
    ("SQLITE_READONLY", LibraryReadOnly, "the library may only be read; its file or folder cannot be written to"),
    ("SQLITE_NOTADB", LibraryDamaged, "this file is no library of headwater"),
    ("SQLITE_CORRUPT", LibraryDamaged, "the library is damaged; go back to a copy of it (docs/library.md)"),
    ("SQLITE_CANTOPEN", LibraryError, "the library cannot be opened; is its folder there, and may it be used?"),
    ("SQLITE_IOERR", LibraryError, "the disk does not read or write; all that was committed should still be there"),
)


def _kind_of(path: Path) -> int:
    """The kind of a file as `stat` has it, 0 where there is none. Raises `LibraryError` where that cannot be told."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):  # what is missing, its folder's maker tells
        return 0
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise LibraryError(f"{path}: the library cannot be opened ({reason}); name another file") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"{folder}: the library's folder cannot be made ({error.strerror})") from error


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("headwater_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _expression(wanted: Wanted) -> str:
    """The query in FTS5's language: every word quoted, so that none of it can be syntax."""
    every = " AND ".join(f"({' OR '.join(map(_quoted, phrases))})" for phrases in wanted.every)
    return " NOT ".join([f"({every})", *map(_quoted, wanted.none)])


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}'
