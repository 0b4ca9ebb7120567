"""Placing articles in stories: memberships, counts, merges and splits, each with its entry in the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Row, delete, func, select, update

from headwater.library.adding import ArticleWrites
from headwater.library.base import parts
from headwater.library.identity import title_of
from headwater.library.packing import unpack_record
from headwater.library.reading import all_there
from headwater.library.records import LogKind, Placing
from headwater.library.schema import ARTICLES, MEMBERSHIPS, STORIES, STORY_LOG

__all__ = ["StoryWrites"]

_LONGEST_TITLE: Final = 300  # code points
_COUNTS: Final = select(
    MEMBERSHIPS.c.story,
    func.count().label("articles"),
    func.min(MEMBERSHIPS.c.day).label("first"),
    func.max(MEMBERSHIPS.c.day).label("last"),
    func.count(func.nullif(MEMBERSHIPS.c.outlet, 0).distinct()).label("outlets"),  # 0: nobody said which
).group_by(MEMBERSHIPS.c.story)


class _Move(NamedTuple):
    """An article that goes from a story (None: it had none) to another."""

    article: Row[Any]
    home: int | None
    story: int
    reason: str


class _Entry(NamedTuple):
    """An entry of the log, in rows' numbers."""

    kind: LogKind
    story: int
    article: int | None = None
    other: int | None = None
    reason: str = ""


class StoryWrites(ArticleWrites):
    """The writing of stories. What happens to a story is logged by the very call that makes it happen."""

    def place(self, placings: Iterable[Placing]) -> None:
        """Put articles into stories; those that are in others come over, and stories that are new are made.

        The last placing of an article counts. Raises `NotInLibrary` for an article that is not kept.
        """
        wanted = {placing.article: placing for placing in placings}
        if not wanted:
            return
        self._date([placing for placing in wanted.values() if placing.day is not None])
        articles = self._article_rows(list(wanted))
        stories = self._story_keys(list(wanted.values()), articles)
        homes = self._home_keys([row.key for row in articles.values()])
        targets = {name: stories[placing.story] for name, placing in wanted.items()}
        moves = [
            _Move(row, homes.get(row.key), targets[name], wanted[name].reason)
            for name, row in articles.items()
            if homes.get(row.key) != targets[name]
        ]
        self._move(moves)
        self._write_log([_came(move) for move in moves])

    def _date(self, placings: Iterable[Placing]) -> None:
        for placing in placings:
            dated = update(ARTICLES).where(ARTICLES.c.id == placing.article).values(day=placing.day)
            self._connection.execute(dated)
            self.wrote = True

    def merge(self, story: str, into: str, reason: str = "") -> None:
        """Put all articles of a story into another, to which its id leads from then on. Nothing if they are one."""
        source, target = self._story_key(story), self._story_key(into)
        if source == target:
            return
        self._transfer(source, target, None)
        self._connection.execute(update(STORIES).where(STORIES.c.key == source).values(merged=target))
        self._write_log([_Entry(LogKind.MERGED, source, other=target, reason=reason)])

    def split(self, story: str, articles: Iterable[str], into: str, reason: str = "", title: str = "") -> None:
        """Put some articles of a story into another, which is made if it is new.

        Raises `NotInLibrary` if one of them is not in the story.
        """
        source, names = self._story_key(story), sorted(set(articles))
        rows = self._article_rows(names)
        homes = self._home_keys([row.key for row in rows.values()])
        all_there(names, {name: name for name, row in rows.items() if homes.get(row.key) == source})
        target = self._story_keys([Placing(name, into, title=title) for name in names], rows)[into]
        self._transfer(source, target, [row.key for row in rows.values()])
        moved = [_Entry(LogKind.MOVED, target, row.key, source, reason) for row in rows.values()]
        self._write_log([_Entry(LogKind.SPLIT, source, other=target, reason=reason), *moved])

    def _article_rows(self, names: Sequence[str]) -> Mapping[str, Row[Any]]:
        question = select(ARTICLES.c.key, ARTICLES.c.id, ARTICLES.c.day, ARTICLES.c.outlet, ARTICLES.c.record)
        rows = {row.id: row for row in self._among(question, ARTICLES.c.id, names)}
        all_there(names, rows)
        return {name: rows[name] for name in names}

    def _home_keys(self, articles: Sequence[int]) -> Mapping[int, int]:
        """The stories of articles, both by the numbers of their rows."""
        question = select(MEMBERSHIPS.c.article, MEMBERSHIPS.c.story)
        return {row.article: row.story for row in self._among(question, MEMBERSHIPS.c.article, articles)}

    def _story_keys(self, placings: Sequence[Placing], articles: Mapping[str, Row[Any]]) -> Mapping[str, int]:
        """The rows of the stories named, those that are new made, those that were merged followed."""
        names = sorted({placing.story for placing in placings})
        rows = self._among(select(STORIES.c.id, STORIES.c.key, STORIES.c.merged), STORIES.c.id, names)
        keys = {row.id: row.key if row.merged is None else self._story_key(row.id) for row in rows}
        fresh: dict[str, Placing] = {}
        for placing in placings:
            if placing.story not in keys:
                fresh.setdefault(placing.story, placing)
        made = [
            _story_row(key, placing, articles[placing.article])
            for key, placing in enumerate(fresh.values(), self._next(STORIES) if fresh else 0)
        ]
        self._insert(STORIES, made)
        self._write_log([_Entry(LogKind.CREATED, row["key"]) for row in made])
        return keys | {row["id"]: row["key"] for row in made}

    def _move(self, moves: Sequence[_Move]) -> None:
        away = [move.article.key for move in moves if move.home is not None]
        for part in parts(away):
            self._connection.execute(delete(MEMBERSHIPS).where(MEMBERSHIPS.c.article.in_(part)))
        self._insert(MEMBERSHIPS, [_membership(move) for move in moves])
        self._recount({move.story for move in moves} | {move.home for move in moves if move.home is not None})

    def _transfer(self, source: int, target: int, articles: Sequence[int] | None) -> None:
        """All articles of a story, or these, into another."""
        change = update(MEMBERSHIPS).where(MEMBERSHIPS.c.story == source).values(story=target)
        for part in parts(articles) if articles is not None else [None]:
            self._connection.execute(change if part is None else change.where(MEMBERSHIPS.c.article.in_(part)))
        self._recount({source, target})

    def _recount(self, stories: Iterable[int]) -> None:
        """Days and counts of these stories, taken from their articles. A story that lost all of them keeps its days."""
        for part in parts(sorted(stories)):
            empty = update(STORIES).where(STORIES.c.key.in_(part)).values(articles=0, outlets=0)
            self._connection.execute(empty)
            counted = _COUNTS.where(MEMBERSHIPS.c.story.in_(part)).subquery()
            values = {name: counted.c[name] for name in ("first", "last", "articles", "outlets")}
            self._connection.execute(update(STORIES).where(STORIES.c.key == counted.c.story).values(values))
            self.wrote = True

    def _write_log(self, entries: Sequence[_Entry]) -> None:
        if not entries:
            return
        made = self._clock()
        self._insert(
            STORY_LOG,
            [
                {
                    "key": key,
                    "kind": entry.kind.value,
                    "story": entry.story,
                    "article": entry.article,
                    "other": entry.other,
                    "reason": entry.reason,
                    "made": made,
                }
                for key, entry in enumerate(entries, self._next(STORY_LOG))
            ],
        )
        self.wrote = True


def _story_row(key: int, placing: Placing, article: Row[Any]) -> dict[str, Any]:
    title = placing.title or title_of(unpack_record(article.record))
    if len(title) > _LONGEST_TITLE:  # of a text that is one word, or a page whose title is its text: lists hold many
        title = f"{title[: _LONGEST_TITLE - 1]}…"
    return {
        "key": key,
        "id": placing.story,
        "title": title,
        "first": article.day,
        "last": article.day,
        "articles": 0,
        "outlets": 0,
        "merged": None,
    }


def _membership(move: _Move) -> dict[str, Any]:
    return {"article": move.article.key, "story": move.story, "day": move.article.day, "outlet": move.article.outlet}


def _came(move: _Move) -> _Entry:
    kind = LogKind.JOINED if move.home is None else LogKind.MOVED
    return _Entry(kind, move.story, move.article.key, move.home, move.reason)
