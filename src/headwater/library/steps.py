"""How the tables of a library came about: the SQL of each step, in the words that SQLite and PostgreSQL share.

In braces stand the types that the two call differently: bytes, the numbers of rows, names that are ordered by code
point. A step is never changed once it was released: what is to be different is another step.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ANALYSES", "ARTICLES", "GISTS", "SOURCES", "STORIES", "VECTORS"]

ARTICLES: Final = (
    "CREATE TABLE outlets (key BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, folded {name} NOT NULL)",
    "CREATE UNIQUE INDEX outlets_folded ON outlets (folded)",
    """CREATE TABLE articles (
        key {key} NOT NULL PRIMARY KEY, id {name} NOT NULL, digest {bytes} NOT NULL, day INTEGER NOT NULL,
        outlet BIGINT NOT NULL REFERENCES outlets (key), record {bytes} NOT NULL)""",
    "CREATE UNIQUE INDEX articles_id ON articles (id)",
    "CREATE UNIQUE INDEX articles_digest ON articles (digest)",
    "CREATE INDEX articles_day ON articles (day)",
    """CREATE TABLE texts (
        article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), body {bytes} NOT NULL)""",
    """CREATE TABLE sketches (
        article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), body {bytes} NOT NULL)""",
    """CREATE TABLE captures (
        article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), digest {bytes} NOT NULL, locator TEXT NOT NULL,
        taken TEXT NOT NULL, kind TEXT NOT NULL, same BIGINT REFERENCES articles (key), body {bytes})""",
    "CREATE INDEX captures_digest ON captures (digest)",
    """CREATE TABLE addresses (
        address BIGINT NOT NULL, article BIGINT NOT NULL REFERENCES articles (key), PRIMARY KEY (address, article)
        ){no_row_number}""",
)

STORIES: Final = (
    """CREATE TABLE stories (
        key {key} NOT NULL PRIMARY KEY, id {name} NOT NULL, title TEXT NOT NULL, first INTEGER NOT NULL,
        last INTEGER NOT NULL, articles BIGINT NOT NULL, outlets BIGINT NOT NULL,
        merged BIGINT REFERENCES stories (key))""",
    "CREATE UNIQUE INDEX stories_id ON stories (id)",
    "CREATE INDEX stories_last ON stories (last, key)",
    "CREATE INDEX stories_first ON stories (first, key)",
    """CREATE TABLE memberships (
        article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), story BIGINT NOT NULL REFERENCES stories (key),
        day INTEGER NOT NULL, outlet BIGINT NOT NULL)""",
    "CREATE INDEX memberships_story ON memberships (story, day, outlet)",
    "CREATE INDEX memberships_outlet ON memberships (outlet, story)",
    """CREATE TABLE story_log (
        key {key} NOT NULL PRIMARY KEY, kind TEXT NOT NULL, story BIGINT NOT NULL REFERENCES stories (key),
        article BIGINT REFERENCES articles (key), other BIGINT REFERENCES stories (key), reason TEXT NOT NULL,
        made TEXT NOT NULL)""",
    "CREATE INDEX story_log_story ON story_log (story)",
)

ANALYSES: Final = (
    "CREATE TABLE decisions (number {key} NOT NULL PRIMARY KEY, body {bytes} NOT NULL)",
    """CREATE TABLE analyses (
        story BIGINT NOT NULL REFERENCES stories (key), version TEXT NOT NULL, settings TEXT NOT NULL,
        articles TEXT NOT NULL, decisions TEXT NOT NULL, made TEXT NOT NULL, body {bytes} NOT NULL,
        PRIMARY KEY (story, version, settings))""",
)

SOURCES: Final = (
    """CREATE TABLE validators (
        address TEXT NOT NULL PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, taken TEXT NOT NULL)""",
)

GISTS: Final = (
    """CREATE TABLE gists (
        story {key} NOT NULL PRIMARY KEY REFERENCES stories (key), headline TEXT NOT NULL, articles BIGINT NOT NULL,
        low BIGINT NOT NULL, best BIGINT NOT NULL, high BIGINT NOT NULL, conflicts BIGINT NOT NULL,
        alterations BIGINT NOT NULL, happened TEXT NOT NULL, ended TEXT NOT NULL, spots {bytes} NOT NULL,
        settings TEXT NOT NULL, version TEXT NOT NULL, of_articles TEXT NOT NULL, of_decisions TEXT NOT NULL,
        now_articles TEXT NOT NULL, now_decisions TEXT NOT NULL)""",
    """CREATE TABLE gist_places (
        folded {name} NOT NULL, story BIGINT NOT NULL REFERENCES gists (story), name TEXT NOT NULL,
        PRIMARY KEY (folded, story)){no_row_number}""",
    "CREATE INDEX gist_places_story ON gist_places (story)",
)

VECTORS: Final = (
    """CREATE TABLE vectors (
        article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), form TEXT NOT NULL, body {bytes} NOT NULL)""",
)
