"""Reading articles out of a library: their texts, the bytes they were read from, the versions under one address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, func, select

from headwater.errors import NotInLibrary
from headwater.library.base import Transaction
from headwater.library.identity import address_number, title_of
from headwater.library.packing import unpack_article, unpack_capture, unpack_record, unpack_text
from headwater.library.records import Counts, Kept, Shelved, Version
from headwater.library.schema import (
    ABOUT,
    ADDRESSES,
    ARTICLES,
    CAPTURES,
    DECISIONS,
    GISTS,
    MEMBERSHIPS,
    SKETCHES,
    STORIES,
    TEXTS,
    VALIDATORS,
    VECTORS,
)
from headwater.sources.validators import Validator
from headwater.text.printable import printable
from headwater.types import Article, Capture

__all__ = ["ArticleReads", "all_there"]

_AT_ONCE: Final = 500
_KEPT = (
    select(ARTICLES.c.key, ARTICLES.c.id, ARTICLES.c.day, ARTICLES.c.record, TEXTS.c.body, STORIES.c.id.label("story"))
    .join(TEXTS, TEXTS.c.article == ARTICLES.c.key)
    .outerjoin(MEMBERSHIPS, MEMBERSHIPS.c.article == ARTICLES.c.key)
    .outerjoin(STORIES, STORIES.c.key == MEMBERSHIPS.c.story)
)
_CAPTURED = (
    select(CAPTURES, TEXTS.c.body.label("text"))
    .join(ARTICLES, ARTICLES.c.key == CAPTURES.c.article)
    .join(TEXTS, TEXTS.c.article == CAPTURES.c.article)
)
_SHELVED = (
    select(ARTICLES.c.id, STORIES.c.id.label("story"), SKETCHES.c.body)
    .join(SKETCHES, SKETCHES.c.article == ARTICLES.c.key)
    .outerjoin(MEMBERSHIPS, MEMBERSHIPS.c.article == ARTICLES.c.key)
    .outerjoin(STORIES, STORIES.c.key == MEMBERSHIPS.c.story)
)


class ArticleReads(Transaction):
    """What can be asked about articles and where they came from. Ids that are not kept raise `NotInLibrary`."""

    def article(self, article: str) -> Article:
        """The article of this id."""
        return self.kept([article])[0].article

    def articles(self, articles: Iterable[str]) -> tuple[Article, ...]:
        """The articles of these ids, in the order given."""
        return tuple(kept.article for kept in self.kept(articles))

    def kept(self, articles: Iterable[str]) -> tuple[Kept, ...]:
        """The articles of these ids with day and story, in the order given."""
        wanted = list(articles)
        rows = {row.id: row for row in self._among(_KEPT, ARTICLES.c.id, sorted(set(wanted)))}
        all_there(wanted, rows)
        return tuple(_kept(rows[name]) for name in wanted)

    def all_ids(self) -> Iterator[str]:
        """The id of every article, in the order in which they were added, some hundreds in memory at a time."""
        last, question = 0, select(ARTICLES.c.key, ARTICLES.c.id).order_by(ARTICLES.c.key).limit(_AT_ONCE)
        while rows := self._rows(question.where(ARTICLES.c.key > last)):
            last = rows[-1].key
            yield from (row.id for row in rows)

    def taken(self, articles: Iterable[str]) -> tuple[str, ...]:
        """When these articles were captured, in the order given."""
        wanted = list(articles)
        question = select(ARTICLES.c.id, CAPTURES.c.taken).join(CAPTURES, CAPTURES.c.article == ARTICLES.c.key)
        times = {row.id: row.taken for row in self._among(question, ARTICLES.c.id, sorted(set(wanted)))}
        all_there(wanted, times)
        return tuple(times[name] for name in wanted)

    def known(self, articles: Iterable[str]) -> frozenset[str]:
        """Those of these ids that are kept."""
        return frozenset(row.id for row in self._among(select(ARTICLES.c.id), ARTICLES.c.id, sorted(set(articles))))

    def article_ids(self, beginning: str, most: int = 5) -> tuple[str, ...]:
        """The ids of articles that begin so, in order, at most `most`."""
        return self._ids_from(ARTICLES, beginning, most)

    def capture(self, article: str) -> Capture:
        """What the article was read from: its original bytes, where they were had and when."""
        row = self._first(_CAPTURED.where(ARTICLES.c.id == article))
        if row is None:
            raise _no_article(article)
        held = row if row.same is None else self._rows(_CAPTURED.where(CAPTURES.c.article == row.same))[0]
        return Capture(row.locator, row.taken, unpack_capture(held.body, unpack_text(held.text)), row.kind)

    def versions(self, address: str) -> tuple[Version, ...]:
        """The texts that stood under an address, in the order in which they were captured."""
        number = address_number(address)
        question = (
            select(ARTICLES.c.id, ARTICLES.c.record, CAPTURES.c.taken)
            .join(ADDRESSES, ADDRESSES.c.article == ARTICLES.c.key)
            .join(CAPTURES, CAPTURES.c.article == ARTICLES.c.key)
            .where(ADDRESSES.c.address == number)
            .order_by(CAPTURES.c.taken, ARTICLES.c.key)
        )
        return tuple(Version(row.id, row.taken, title_of(unpack_record(row.record))) for row in self._rows(question))

    def homes(self, articles: Iterable[str]) -> Mapping[str, str]:
        """The stories that these articles belong to; those that are kept nowhere or placed nowhere are left out."""
        question = (
            select(ARTICLES.c.id, STORIES.c.id.label("story"))
            .join(MEMBERSHIPS, MEMBERSHIPS.c.article == ARTICLES.c.key)
            .join(STORIES, STORIES.c.key == MEMBERSHIPS.c.story)
        )
        return {row.id: row.story for row in self._among(question, ARTICLES.c.id, sorted(set(articles)))}

    def shelf(self, day: int) -> tuple[Shelved, ...]:
        """The sketches of the articles of one day, in the order in which they were added."""
        rows = self._rows(_SHELVED.where(ARTICLES.c.day == day).order_by(ARTICLES.c.key))
        return tuple(Shelved(row.id, row.story or "", row.body) for row in rows)

    def vectors(self, articles: Iterable[str], form: str) -> Mapping[str, bytes]:
        """The vectors of this form that are kept of these articles."""
        question = select(ARTICLES.c.id, VECTORS.c.body).join(VECTORS, VECTORS.c.article == ARTICLES.c.key)
        rows = self._among(question.where(VECTORS.c.form == form), ARTICLES.c.id, sorted(set(articles)))
        return {row.id: row.body for row in rows}

    def validator(self, address: str) -> Validator | None:
        """What the server said of an address when it was last read; None if it never was."""
        row = self._first(select(VALIDATORS).where(VALIDATORS.c.address == address))
        return Validator(row.etag, row.modified, row.taken) if row is not None else None

    def generation(self) -> int:
        """A number that every transaction that wrote has raised by one."""
        return int(self._connection.scalar(select(ABOUT.c.value).where(ABOUT.c.name == "generation")) or 0)

    def counts(self) -> Counts:
        """How much is kept. Stories that were merged into others are not counted."""
        stories = select(func.count()).select_from(STORIES).where(STORIES.c.articles > 0)
        read = stories.join(GISTS, GISTS.c.story == STORIES.c.key)
        return Counts(
            articles=self._next(ARTICLES) - 1,  # keys count up, and no article is ever taken out
            stories=int(self._connection.scalar(stories) or 0),
            decisions=self._next(DECISIONS, "number") - 1,
            generation=self.generation(),
            read=int(self._connection.scalar(read) or 0),
        )


def _kept(row: Row[Any]) -> Kept:
    return Kept(unpack_article(row.record, row.body), row.day, row.story or "")


def all_there(wanted: Sequence[str], rows: Mapping[str, object]) -> None:
    """Raise `NotInLibrary` for the first name that has no row."""
    for name in wanted:
        if name not in rows:
            raise _no_article(name)


def _no_article(name: str) -> NotInLibrary:
    return NotInLibrary(f"no article {printable(name)!r} is kept in the library")
