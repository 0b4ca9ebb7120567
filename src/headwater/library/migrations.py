"""From any older library to the present one: a numbered list of steps, each done once, all in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, insert, select, text, update

from headwater.errors import LibraryDamaged, LibraryNewer, LibraryOlder, LibraryReadOnly
from headwater.library import steps
from headwater.library.backend import Backend, words_of
from headwater.library.packing import unpack_article
from headwater.library.schema import ABOUT, ARTICLES, OUTLETS, TEXTS

__all__ = ["STEPS", "VERSION", "Step", "bring_up"]

_AT_ONCE: Final = 500  # articles that are read into memory to be indexed


class Step(Struct, frozen=True):
    """One step: what it brings, and how."""

    brings: str
    run: Callable[[Connection, Backend], None]


def bring_up(backend: Backend, upto: int | None = None) -> None:
    """Make the library what this headwater reads; `upto` stops at an older version, for tests.

    Raises `LibraryNewer`, `LibraryDamaged` if it is something else, `LibraryOlder` or, of an empty one,
    `LibraryReadOnly` if it may not be written to.
    """
    with backend.engine.connect() as connection:
        backend.begin(connection, writing=False)
        version = _readable(backend, connection)
    if version >= (VERSION if upto is None else upto):
        return
    if backend.read_only:
        if version == 0:
            raise LibraryReadOnly(f"{backend.place}: the library is empty yet; add articles first")
        raise LibraryOlder(f"{backend.place}: the library is older and must be opened once for writing")
    if version == 0:
        backend.prepare()
    with backend.engine.connect() as connection:
        backend.begin(connection, writing=True)
        for number in range(_readable(backend, connection) + 1, (upto or VERSION) + 1):  # another may have been first
            STEPS[number - 1].run(connection, backend)
            connection.execute(update(ABOUT).where(ABOUT.c.name == "version").values(value=number))
        connection.commit()


def _readable(backend: Backend, connection: Connection) -> int:
    version = backend.state(connection)
    if not isinstance(version, int):  # a file of somebody else's may say anything
        raise LibraryDamaged(f"{backend.place}: this database is no library of headwater")
    if version > VERSION:
        raise LibraryNewer(
            f"{backend.place}: the library is of version {version}, and this headwater reads versions up to {VERSION}; "
            "install a newer headwater"
        )
    return version


def _all(statements: Sequence[str]) -> Callable[[Connection, Backend], None]:
    def run(connection: Connection, backend: Backend) -> None:
        for statement in statements:
            connection.execute(text(statement.format(**backend.types)))

    return run


def _articles(connection: Connection, backend: Backend) -> None:
    """The first step also makes the table that the version stands in."""
    connection.execute(text("CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL)"))
    connection.execute(insert(ABOUT), [{"name": "version", "value": 0}, {"name": "generation", "value": 0}])
    _all(steps.ARTICLES)(connection, backend)
    connection.execute(insert(OUTLETS), [{"key": 0, "name": "", "folded": ""}])  # of whom nobody said who they are


def _words(connection: Connection, backend: Backend) -> None:
    """Full text, with the words of the articles that are there."""
    backend.make_words(connection)
    question = (
        select(ARTICLES.c.key, ARTICLES.c.record, TEXTS.c.body)
        .join(TEXTS, TEXTS.c.article == ARTICLES.c.key)
        .order_by(ARTICLES.c.key)
        .limit(_AT_ONCE)
    )
    last = 0
    while rows := connection.execute(question.where(ARTICLES.c.key > last)).all():
        articles = [(row.key, unpack_article(row.record, row.body)) for row in rows]
        backend.add_words(connection, [words_of(key, article) for key, article in articles])
        last = rows[-1].key


STEPS: Final = (
    Step("articles, their texts, sketches, captures and addresses", _articles),
    Step("stories and their log", _all(steps.STORIES)),
    Step("full text", _words),
    Step("decisions and analyses", _all(steps.ANALYSES)),
    Step("what servers said of addresses", _all(steps.SOURCES)),
    Step("gists of stories that were read", _all(steps.GISTS)),
    Step("vectors of what articles begin with", _all(steps.VECTORS)),
)
VERSION: Final = len(STEPS)
"""The version of the schema that this headwater writes, and the newest that it reads."""
