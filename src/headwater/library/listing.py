"""Listing stories, and what happened to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, func, select

from headwater.errors import NotInLibrary
from headwater.library.filters import conditions
from headwater.library.gist_rows import GIST, gist_in, reading_in
from headwater.library.reading import ArticleReads
from headwater.library.records import Listing, Logged, LogKind, StoryRow
from headwater.library.schema import ARTICLES, GIST_PLACES, GISTS, MEMBERSHIPS, OUTLETS, STORIES, STORY_LOG
from headwater.library.told_days import TELLING, Told, told_in
from headwater.text.printable import printable

__all__ = ["StoryReads"]

_ANY: Final = Listing()
_STORY: Final = select(
    STORIES.c.key,
    STORIES.c.id,
    STORIES.c.title,
    STORIES.c.first,
    STORIES.c.last,
    STORIES.c.articles,
    STORIES.c.outlets,
    *GIST,
).outerjoin(GISTS, GISTS.c.story == STORIES.c.key)


class StoryReads(ArticleReads):
    """What can be asked about stories. The id of a story that was merged leads to the one it went into."""

    def stories(self, listing: Listing = _ANY) -> tuple[StoryRow, ...]:
        """The stories that are wanted. Raises `OptionError` for a query without words."""
        by_age = (STORIES.c.first, STORIES.c.key) if listing.oldest else (STORIES.c.last.desc(), STORIES.c.key.desc())
        question = _STORY.where(*conditions(listing, self._backend)).order_by(*by_age)
        page = question.limit(listing.limit).offset(listing.after)
        return self._told(self._rows(page), listing)

    def outlets(self, most: int = 200) -> tuple[str, ...]:
        """The names of outlets, those with the most articles first."""
        often = select(MEMBERSHIPS.c.outlet, func.count().label("articles")).group_by(MEMBERSHIPS.c.outlet).subquery()
        question = select(OUTLETS.c.name).join(often, often.c.outlet == OUTLETS.c.key).where(OUTLETS.c.key > 0)
        rows = self._rows(question.order_by(often.c.articles.desc(), OUTLETS.c.folded).limit(most))
        return tuple(row.name for row in rows)

    def places(self, most: int = 200) -> tuple[str, ...]:
        """The names of places, regions and countries where stories that were read happened, the commonest first."""
        often = (func.count().desc(), GIST_PLACES.c.folded)
        question = select(func.min(GIST_PLACES.c.name).label("name")).group_by(GIST_PLACES.c.folded)
        return tuple(row.name for row in self._rows(question.order_by(*often).limit(most)))

    def story(self, story: str) -> StoryRow:
        """One story. Raises `NotInLibrary` if there never was one of this id."""
        return self._told(self._rows(_STORY.where(STORIES.c.key == self._story_key(story))))[0]

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

    def _told(self, rows: Sequence[Row[Any]], listing: Listing = _ANY) -> tuple[StoryRow, ...]:
        """The stories in rows, with the days that their articles tell."""
        told = told_in(self._among(TELLING, MEMBERSHIPS.c.story, [row.key for row in rows]))
        return tuple(_story(row, told.get(row.key, Told(0, ())), listing) for row in rows)

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


def _story(row: Row[Any], told: Told, listing: Listing) -> StoryRow:
    return StoryRow(
        id=row.id,
        title=row.title,
        first=row.first,
        last=row.last,
        articles=row.articles,
        outlets=row.outlets,
        gist=gist_in(row),
        reading=reading_in(row, listing),
        untold=told.untold,
        told=told.days if told.untold else (),
    )


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
