"""A library on a server: PostgreSQL 13 or newer through pg8000, in a schema of its own, with full text in a GIN index.

One transaction writes at a time, as in a file: an advisory lock sees to it. So the same code keeps both consistent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    column,
    create_engine,
    event,
    func,
    insert,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.engine import URL

from headwater.errors import LibraryDamaged, LibraryError, LibraryFull, LibraryLocked, LibraryReadOnly, PartMissing
from headwater.library.backend import Words
from headwater.library.query import Phrase, Wanted

__all__ = ["Postgres"]

_LOCK: Final = 0x6865_6164  # of the advisory lock: "head"
_LONGEST: Final = 400_000  # characters of a text that are indexed: a tsvector holds a megabyte of words and places
_TABLE: Final = table("words", column("article"), column("terms"))
_MAKE: Final = (
    # Stems as in English, and no word is left out, so that "to be or not to be" is found, as it is in a file.
    "CREATE TEXT SEARCH DICTIONARY headwater_stems (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION headwater_words (COPY = simple)",
    """ALTER TEXT SEARCH CONFIGURATION headwater_words
        ALTER MAPPING FOR asciiword, word, numword WITH headwater_stems""",
    """CREATE TABLE words (
        article BIGINT NOT NULL PRIMARY KEY REFERENCES articles (key), terms TSVECTOR NOT NULL)""",
    "CREATE INDEX words_terms ON words USING gin (terms)",
)
_ADD: Final = text(
    """INSERT INTO words (article, terms) SELECT article,
        setweight(to_tsvector('headwater_words', title), 'A') || setweight(to_tsvector('headwater_words', body), 'D')
        FROM unnest(CAST(:articles AS BIGINT[]), CAST(:titles AS TEXT[]), CAST(:bodies AS TEXT[]))
        AS entry (article, title, body)"""
)


class Postgres:
    """The schema `headwater` of the database at `address`. `wait`: seconds that another's transaction is waited for."""

    types: Mapping[str, str] = {"bytes": "BYTEA", "key": "BIGINT", "name": 'TEXT COLLATE "C"', "no_row_number": ""}

    def __init__(self, address: URL, *, read_only: bool, wait: float) -> None:
        self.place = address.render_as_string(hide_password=True)
        self.read_only = read_only
        self.wait = wait
        self._address = address.set(drivername="postgresql+pg8000")

    @cached_property
    def engine(self) -> Engine:
        """Connections that look into the library's own schema."""
        try:
            engine = create_engine(self._address, isolation_level="REPEATABLE READ")
        except ImportError as error:
            missing = "a library on a server needs pg8000, which is not installed: pip install 'headwater[postgres]'"
            raise PartMissing(missing) from error
        event.listen(engine, "connect", _settle)
        return engine

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """A transaction that writes waits for its turn first, and sees what the one before it committed."""
        if not writing:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            return
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
        connection.execute(text(f"SET LOCAL lock_timeout = {int(self.wait * 1000)}"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))

    def state(self, connection: Connection) -> int | None:
        """The version of the schema, by the table `about`."""
        tables = text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'headwater'")
        names = {row[0] for row in connection.execute(tables)}
        if not names:
            return 0
        if not {"about", "articles"} <= names:
            return None
        return connection.execute(text("SELECT value FROM about WHERE name = 'version'")).scalar()

    def prepare(self) -> None:
        """The schema that the tables will stand in."""
        with self.engine.begin() as connection:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS headwater"))

    def insert(self, connection: Connection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Hundreds of rows in one statement, which SQLAlchemy makes where something is to be returned."""
        connection.execute(insert(into).returning(literal(1)), list(rows))

    def make_words(self, connection: Connection) -> None:
        """Words as vectors of stems with their places."""
        for statement in _MAKE:
            connection.execute(text(statement))

    def add_words(self, connection: Connection, words: Sequence[Words]) -> None:
        """One row an article, numbered as the article is."""
        if words:
            columns = {
                "articles": [entry.article for entry in words],
                "titles": [entry.title[:_LONGEST] for entry in words],
                "bodies": [entry.text[:_LONGEST] for entry in words],
            }
            connection.execute(_ADD, columns)

    def found(self, wanted: Wanted, *, ranked: bool) -> Select[Any, Any]:
        """By `ts_rank`, in which a word of the title counts ten times."""
        asked = func.to_tsquery("headwater_words", _expression(wanted))
        score = func.ts_rank(_TABLE.c.terms, asked) if ranked else literal(0.0)
        return select(_TABLE.c.article, score.label("score")).where(_TABLE.c.terms.op("@@")(asked))

    def newest(self) -> ColumnElement[int]:
        """By number."""
        return _TABLE.c.article.desc()

    def trouble(self, error: BaseException) -> LibraryError:
        """By SQL's code of the error."""
        said = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
        for prefix, kind, says in _TROUBLES:
            if str(said.get("C", "")).startswith(prefix):
                return kind(f"{self.place}: {says}")
        return LibraryError(f"{self.place}: the library cannot be used ({said.get('M') or error})")


_TROUBLES: Final[tuple[tuple[str, type[LibraryError], str], ...]] = (
    ("55P03", LibraryLocked, "another process is writing to the library; try again when it has ended"),
    ("40", LibraryLocked, "another process is writing to the library; try again when it has ended"),
    (
        "53100",
        LibraryFull,
        "the server's disk is full; nothing of what was being written was, all else is there",
    ),
    ("25006", LibraryReadOnly, "the library may only be read"),
    ("42501", LibraryReadOnly, "this user may not do that on the server"),
    ("XX001", LibraryDamaged, "the library is damaged; go back to a copy of it (docs/library.md)"),
    ("28", LibraryError, "the server does not let this user in"),
    ("3D", LibraryError, "the server has no database of this name"),
)


def _settle(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("SET search_path TO headwater")
    cursor.close()
    connection.commit()


def _expression(wanted: Wanted) -> str:
    """The query in PostgreSQL's language: every word quoted, so that none of it can be syntax."""
    every = [f"({' | '.join(map(_quoted, phrases))})" for phrases in wanted.every]
    return " & ".join([*every, *(f"!({_quoted(phrase)})" for phrase in wanted.none)])


def _quoted(phrase: Phrase) -> str:
    *before, last = phrase.words
    return " <-> ".join([*(f"'{word}'" for word in before), f"'{last}'{':*' if phrase.open else ''}"])
