"""The tables of a library as they are now. `steps` says how they came about; a test holds the two together.

Everywhere `key` counts rows, in the order in which they came, and is never shown; `id` is what a reader sees.
What is large stands in tables of its own, so that lists and look-ups read small rows.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from headwater.library.packing import storable

__all__ = [
    "ABOUT",
    "ADDRESSES",
    "ANALYSES",
    "ARTICLES",
    "CAPTURES",
    "DECISIONS",
    "GISTS",
    "GIST_PLACES",
    "MEMBERSHIPS",
    "METADATA",
    "OUTLETS",
    "SKETCHES",
    "STORIES",
    "STORY_LOG",
    "TEXTS",
    "VALIDATORS",
    "VECTORS",
]

METADATA: Final = MetaData()


class Storable(TypeDecorator[str]):
    """Text without what no database takes: lone surrogates and, in PostgreSQL, the character of number 0."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Each such character becomes the one that stands for what cannot be shown."""
        del dialect  # the same for both, so that both find the same
        return value if value is None else storable(value)


def _key(name: str) -> Column[Any]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def _of(name: str, column: str, *, optional: bool = False, primary: bool = False) -> Column[Any]:
    return Column(name, BigInteger, ForeignKey(column), primary_key=primary, nullable=optional, autoincrement=False)


def _day(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _number(name: str) -> Column[Any]:
    return Column(name, BigInteger, nullable=False)


def _text(name: str, *, primary: bool = False) -> Column[Any]:
    return Column(name, Storable, primary_key=primary, nullable=False)


def _bytes(name: str, *, optional: bool = False, primary: bool = False) -> Column[Any]:
    return Column(name, LargeBinary, primary_key=primary, nullable=optional)


# The version of the schema, and the generation, which every transaction that writes raises by one.
ABOUT: Final = Table("about", METADATA, _text("name", primary=True), _number("value"))

OUTLETS: Final = Table("outlets", METADATA, _key("key"), _text("name"), _text("folded"))

ARTICLES: Final = Table(
    "articles",
    METADATA,
    _key("key"),
    _text("id"),
    _bytes("digest"),  # SHA-256 over address or outlet, title and text
    _day("day"),
    _of("outlet", "outlets.key"),
    _bytes("record"),  # the article without its text, as JSON
)

TEXTS: Final = Table("texts", METADATA, _of("article", "articles.key", primary=True), _bytes("body"))

SKETCHES: Final = Table("sketches", METADATA, _of("article", "articles.key", primary=True), _bytes("body"))

# The original bytes are kept once: `same` names the article that they came in with first.
CAPTURES: Final = Table(
    "captures",
    METADATA,
    _of("article", "articles.key", primary=True),
    _bytes("digest"),  # SHA-256 of the bytes
    _text("locator"),
    _text("taken"),
    _text("kind"),
    _of("same", "articles.key", optional=True),
    _bytes("body", optional=True),
)

# `address` is a number made of the address: the address itself stands in the article's record.
ADDRESSES: Final = Table(
    "addresses",
    METADATA,
    Column("address", BigInteger, primary_key=True, autoincrement=False),
    _of("article", "articles.key", primary=True),
)

STORIES: Final = Table(
    "stories",
    METADATA,
    _key("key"),
    _text("id"),
    _text("title"),
    _day("first"),
    _day("last"),
    _number("articles"),
    _number("outlets"),
    _of("merged", "stories.key", optional=True),  # the story that it went into
)

# The article's day and outlet stand here too, so that a story is counted, and an outlet's stories found, in an index.
MEMBERSHIPS: Final = Table(
    "memberships",
    METADATA,
    _of("article", "articles.key", primary=True),
    _of("story", "stories.key"),
    _day("day"),
    _number("outlet"),
)

STORY_LOG: Final = Table(
    "story_log",
    METADATA,
    _key("key"),
    _text("kind"),
    _of("story", "stories.key"),
    _of("article", "articles.key", optional=True),
    _of("other", "stories.key", optional=True),
    _text("reason"),
    _text("made"),
)

DECISIONS: Final = Table("decisions", METADATA, _key("number"), _bytes("body"))

# One for each story, version and settings: the newest.
ANALYSES: Final = Table(
    "analyses",
    METADATA,
    _of("story", "stories.key", primary=True),
    _text("version", primary=True),
    _text("settings", primary=True),
    _text("articles"),
    _text("decisions"),
    _text("made"),
    _bytes("body"),
)

# The newest reading of a story in a few words. What it was made of stands beside what the story is made of now, which
# every transaction that changes the story writes anew: so a listing tells at once whether a reading is of today.
GISTS: Final = Table(
    "gists",
    METADATA,
    _of("story", "stories.key", primary=True),
    _text("headline"),
    *(_number(name) for name in ("articles", "low", "best", "high", "conflicts", "alterations")),
    *(_text(name) for name in ("happened", "ended")),
    _bytes("spots"),  # as JSON
    *(_text(name) for name in ("settings", "version", "of_articles", "of_decisions", "now_articles", "now_decisions")),
)

# The names that a story's places are found by: their own, those of their regions and countries.
GIST_PLACES: Final = Table(
    "gist_places",
    METADATA,
    _text("folded", primary=True),
    _of("story", "gists.story", primary=True),
    _text("name"),
)

VALIDATORS: Final = Table(
    "validators", METADATA, _text("address", primary=True), _text("etag"), _text("modified"), _text("taken")
)

# What a repair made of an article to tell how near it is to others; `form` says of what, and how.
VECTORS: Final = Table("vectors", METADATA, _of("article", "articles.key", primary=True), _text("form"), _bytes("body"))
