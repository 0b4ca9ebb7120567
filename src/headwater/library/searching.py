"""Finding articles by their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, select

from headwater.library.filters import outlet_key
from headwater.library.identity import outlet_of, title_of
from headwater.library.listing import StoryReads
from headwater.library.passages import passages_in
from headwater.library.query import Wanted, read_query
from headwater.library.records import Hit, Query
from headwater.library.schema import ARTICLES

__all__ = ["Searching"]

_RANKED: Final = 20_000
"""Of all articles that a search finds, so many of the newest are ranked: ranking costs as much as it finds."""


class Searching(StoryReads):
    """What can be asked by words."""

    def search(self, query: Query) -> tuple[Hit, ...]:
        """The articles that best answer a search, the best first (on SQLite by bm25; of equals the newest first).

        Where more than 20,000 match, the newest of them are ranked. Raises `OptionError` for a query without words.
        """
        wanted = read_query(query.words)
        found = self._backend.found(wanted, ranked=True)
        conditions = _conditions(query)
        if conditions:
            article = found.selected_columns.article
            found = found.join_from(found.get_final_froms()[0], ARTICLES, ARTICLES.c.key == article).where(*conditions)
        newest = found.order_by(self._backend.newest()).limit(_RANKED).subquery()
        best = select(newest).order_by(newest.c.score.desc(), newest.c.article.desc()).limit(query.limit)
        return self._hits({row.article: float(row.score) for row in self._rows(best)}, wanted)

    def _hits(self, scores: Mapping[int, float], wanted: Wanted) -> tuple[Hit, ...]:
        """In the order of the scores."""
        names = {
            row.key: row.id for row in self._among(select(ARTICLES.c.key, ARTICLES.c.id), ARTICLES.c.key, list(scores))
        }
        kept = self.kept(names[key] for key in scores)
        return tuple(
            Hit(
                article=found.article.id,
                story=found.story,
                title=title_of(found.article),
                outlet=outlet_of(found.article),
                day=found.day,
                score=score,
                passages=passages_in(found.article, wanted),
            )
            for found, score in zip(kept, scores.values(), strict=True)
        )


def _conditions(query: Query) -> list[ColumnElement[Any]]:
    conditions: list[ColumnElement[Any]] = []
    if query.since is not None:
        conditions.append(ARTICLES.c.day >= query.since)
    if query.until is not None:
        conditions.append(ARTICLES.c.day <= query.until)
    if query.outlet:
        conditions.append(ARTICLES.c.outlet == outlet_key(query.outlet))
    return conditions
