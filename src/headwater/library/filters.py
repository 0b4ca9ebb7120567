"""What a listing asks of a story, as conditions of SQL: asked of one story after the other until a page is full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, exists, or_, select

from headwater.library.backend import Backend
from headwater.library.query import folded, read_query
from headwater.library.records import Listing
from headwater.library.schema import GIST_PLACES, GISTS, MEMBERSHIPS, OUTLETS, STORIES
from headwater.text.gazetteer import country_name, country_of, is_country

__all__ = ["conditions", "current", "outlet_key", "place_key", "place_names"]

_ONE: Final = 1  # line of reporting


def conditions(listing: Listing, backend: Backend) -> tuple[ColumnElement[bool], ...]:
    """All that a story must meet, on a question that joins `GISTS` from outside.

    Raises `OptionError` for a query without words.
    """
    return (STORIES.c.articles > 0, *_of_stories(listing), *_of_articles(listing, backend), *_of_gists(listing))


def current(listing: Listing) -> ColumnElement[bool]:
    """Whether the reading is of the story as it stands, made as the listing says. NULL where there is none."""
    same = [GISTS.c.of_articles == GISTS.c.now_articles, GISTS.c.of_decisions == GISTS.c.now_decisions]
    if listing.settings:
        same.append(GISTS.c.settings == listing.settings)
    if listing.version:
        same.append(GISTS.c.version == listing.version)
    return and_(*same)


def outlet_key(outlet: str) -> Any:
    """The row of an outlet by its name, in whatever case; a question to be put into another."""
    return select(OUTLETS.c.key).where(OUTLETS.c.folded == folded(outlet)).scalar_subquery()


def place_names(place: str) -> tuple[str, ...]:
    """The folded names that a place is looked for under: its own and, of a country, that which gists write."""
    country = country_name(country_of(place) or "") if is_country(place) else ""
    return tuple(sorted({place_key(name) for name in (place, country) if name}))


def place_key(name: str) -> str:
    """The name of a place as it is compared: without accents, in small letters, with single spaces."""
    return folded(" ".join(name.split()))


def _of_stories(listing: Listing) -> Iterator[ColumnElement[bool]]:
    if listing.since is not None:
        yield STORIES.c.last >= listing.since
    if listing.until is not None:
        yield STORIES.c.first <= listing.until


def _of_articles(listing: Listing, backend: Backend) -> Iterator[ColumnElement[bool]]:
    if listing.outlet:
        yield _has_member(MEMBERSHIPS.c.outlet == outlet_key(listing.outlet))
    if listing.query:
        found = backend.found(read_query(listing.query), ranked=False).subquery()
        yield _has_member(MEMBERSHIPS.c.article.in_(select(found.c.article)))


def _of_gists(listing: Listing) -> Iterator[ColumnElement[bool]]:
    if listing.place:
        names = GIST_PLACES.c.folded.in_(place_names(listing.place))
        yield STORIES.c.key.in_(select(GIST_PLACES.c.story).where(names))
    if listing.disputed:
        yield GISTS.c.conflicts > 0
    if listing.single_line:
        yield GISTS.c.best == _ONE
    if listing.altered:
        yield GISTS.c.alterations > 0
    if listing.read is not None:
        yield current(listing) if listing.read else or_(GISTS.c.story.is_(None), ~current(listing))


def _has_member(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(MEMBERSHIPS.c.story == STORIES.c.key, condition)
