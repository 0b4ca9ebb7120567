"""What SQLite and PostgreSQL do differently, behind one protocol. All else in the library is the same for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table

from headwater.errors import LibraryError
from headwater.library import query
from headwater.library.identity import title_of
from headwater.library.query import Wanted
from headwater.types import Article

__all__ = ["Backend", "Words", "words_of"]


class Words(Struct, frozen=True):
    """The words of an article that a search finds it by."""

    article: int
    title: str
    text: str


def words_of(key: int, article: Article) -> Words:
    """The words of an article in row `key`: folded, and apart from every mark, as those of a query are.

    Databases divide words by a Unicode of long ago: to SQLite a mark of direction is a letter of the word behind it.
    """
    return Words(key, " ".join(query.words_of(title_of(article))), " ".join(query.words_of(article.text)))


class Backend(Protocol):
    """One kind of database."""

    @property
    def place(self) -> str:
        """How a reader would name the library: its path, or its address without the password."""

    @property
    def read_only(self) -> bool:
        """Whether it was opened to be read alone."""

    @property
    def types(self) -> Mapping[str, str]:
        """The names of types in the SQL of `steps`."""

    @property
    def engine(self) -> Engine:
        """The connections."""

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """Begin a transaction: a fixed view of what is committed, or the one transaction that writes."""

    def state(self, connection: Connection) -> int | None:
        """The version of the schema; 0 where there is nothing yet, None where what is there is something else."""

    def prepare(self) -> None:
        """Whatever must be done outside of a transaction before the first table is made."""

    def insert(self, connection: Connection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Enter rows, of which there is at least one, into a table."""

    def make_words(self, connection: Connection) -> None:
        """Make the table of full text."""

    def add_words(self, connection: Connection, words: Sequence[Words]) -> None:
        """Enter articles into the table of full text."""

    def found(self, wanted: Wanted, *, ranked: bool) -> Select[Any, Any]:
        """The articles (column `article`) that a query finds, with `score` (higher is better; 0 unless `ranked`)."""

    def newest(self) -> ColumnElement[int]:
        """What to order `found` by so that what came last comes first, at no cost."""

    def trouble(self, error: BaseException) -> LibraryError:
        """What went wrong, in one line fit for a reader."""
