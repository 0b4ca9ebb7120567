"""Listing stories, and what happened to them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Row, exists, select

from headwater.errors import NotInLibrary
from headwater.library.query import folded, read_query
from headwater.library.reading import ArticleReads
from headwater.library.records import Listing, Logged, LogKind, StoryRow
from headwater.library.schema import ARTICLES, MEMBERSHIPS, OUTLETS, STORIES, STORY_LOG
from headwater.text.printable import printable

__all__ = ["StoryReads", "outlet_key"]

_STORY: Final = select(
    STORIES.c.id, STORIES.c.title, STORIES.c.first, STORIES.c.last, STORIES.c.articles, STORIES.c.outlets
)


class StoryReads(ArticleReads):
    """What can be asked about stories. The id of a story that was merged leads to the one it went into."""

    def stories(self, listing: Listing = Listing()) -> tuple[StoryRow, ...]:  # noqa: B008  # it is frozen
        """The stories that are wanted. Raises `OptionError` for a query without words."""
        by_age = (STORIES.c.first, STORIES.c.key) if listing.oldest else (STORIES.c.last.desc(), STORIES.c.key.desc())
        question = _STORY.where(*self._wanted(listing)).order_by(*by_age).limit(listing.limit).offset(listing.after)
        return tuple(_story(row) for row in self._rows(question))

    def story(self, story: str) -> StoryRow:
        """One story. Raises `NotInLibrary` if there never was one of this id."""
        return _story(self._rows(_STORY.where(STORIES.c.key == self._story_key(story)))[0])

    def story_ids(self, beginning: str, most: int = 5) -> tuple[str, ...]:
        """The ids of stories that begin so, in order, at most `most`; those of merged stories among them."""
        return self._ids_from(STORIES, beginning, most)

    def members(self, story: str) -> tuple[str, ...]:
        """The ids of a story's articles, by day, then in the order in which they were added."""
        question = (
            select(ARTICLES.c.id)
            .join(MEMBERSHIPS, MEMBERSHIPS.c.article == ARTICLES.c.key)
            .where(MEMBERSHIPS.c.story == self._story_key(story))
            .order_by(MEMBERSHIPS.c.day, MEMBERSHIPS.c.article)
        )
        return tuple(row.id for row in self._rows(question))

    def log(self, story: str = "") -> tuple[Logged, ...]:
        """What happened to a story, and elsewhere because of it; without an id: to all stories. In order of time."""
        about, other = STORIES.alias("about_it"), STORIES.alias("other_one")
        question = (
            select(
                STORY_LOG, about.c.id.label("story_id"), other.c.id.label("other_id"), ARTICLES.c.id.label("article_id")
            )
            .join(about, about.c.key == STORY_LOG.c.story)
            .outerjoin(other, other.c.key == STORY_LOG.c.other)
            .outerjoin(ARTICLES, ARTICLES.c.key == STORY_LOG.c.article)
            .order_by(STORY_LOG.c.key)
        )
        if story:
            key = self._story_row(story).key
            question = question.where((STORY_LOG.c.story == key) | (STORY_LOG.c.other == key))
        return tuple(_logged(row) for row in self._rows(question))

    def _wanted(self, listing: Listing) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = [STORIES.c.articles > 0]
        if listing.since is not None:
            conditions.append(STORIES.c.last >= listing.since)
        if listing.until is not None:
            conditions.append(STORIES.c.first <= listing.until)
        if listing.outlet:
            conditions.append(_has_member(MEMBERSHIPS.c.outlet == outlet_key(listing.outlet)))
        if listing.query:
            found = self._backend.found(read_query(listing.query), ranked=False).subquery()
            conditions.append(_has_member(MEMBERSHIPS.c.article.in_(select(found.c.article))))
        return conditions

    def _story_row(self, story: str) -> Row[Any]:
        row = self._first(select(STORIES).where(STORIES.c.id == story))
        if row is None:
            raise NotInLibrary(f"no story {printable(story)!r} is kept in the library")
        return row

    def _story_key(self, story: str) -> int:
        """The row of a story, or of the one that it went into in the end."""
        row = self._story_row(story)
        while row.merged is not None:
            row = self._rows(select(STORIES).where(STORIES.c.key == row.merged))[0]
        return int(row.key)


def _has_member(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a story has such an article: asked of one story after the other, until the page is full."""
    return exists().where(MEMBERSHIPS.c.story == STORIES.c.key, condition)


def outlet_key(outlet: str) -> Any:
    """The row of an outlet by its name, in whatever case; a question to be put into another."""
    return select(OUTLETS.c.key).where(OUTLETS.c.folded == folded(outlet)).scalar_subquery()


def _story(row: Row[Any]) -> StoryRow:
    return StoryRow(row.id, row.title, row.first, row.last, row.articles, row.outlets)


def _logged(row: Row[Any]) -> Logged:
    return Logged(
        number=row.key,
        kind=LogKind(row.kind),
        story=row.story_id,
        article=row.article_id or "",
        other=row.other_id or "",
        reason=row.reason,
        made=row.made,
    )
