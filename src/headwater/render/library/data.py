"""Stories, one story, what a search found, and decisions, for programs: JSON and CSV. Days are ISO 8601."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from headwater.library.records import Gist, Kept, Logged, StoryRow
from headwater.monitor.days import iso_day
from headwater.monitor.records import Found, ShownStory
from headwater.render.characters import cell
from headwater.types import Decision, Span

__all__ = [
    "COLUMNS",
    "GistRecord",
    "SpotRecord",
    "StoryRecord",
    "decisions_json",
    "found_json",
    "stories_csv",
    "stories_json",
    "story_json",
]

COLUMNS: Final = (
    *("id", "title", "first", "last", "articles", "undated", "outlets"),
    *("reading", "headline", "lines_low", "lines", "lines_high", "differences", "altered"),
    *("happened", "ended", "place", "country"),
)
"""The columns of the sheet of stories, in order. From `headline` on they are empty where a story was never read."""


class SpotRecord(Struct, frozen=True):
    """A place where a story happened."""

    place: str
    region: str
    country: str


class GistRecord(Struct, frozen=True):
    """What the newest reading of a story came to; `read` are the articles that there were then."""

    headline: str
    read: int
    lines_low: int
    lines: int
    lines_high: int
    differences: int
    altered: int
    happened: str
    ended: str
    places: tuple[SpotRecord, ...]


class StoryRecord(Struct, frozen=True):
    """A story as programs get it. `reading` says whether `gist` is of the story as it stands.

    `undated` articles tell no day: they count by the day of their capture for `first` and `last`.
    """

    id: str
    title: str
    first: str
    last: str
    articles: int
    undated: int
    outlets: int
    reading: str
    gist: GistRecord | None


class _ArticleRecord(Struct, frozen=True):
    id: str
    day: str
    title: str | None
    outlet: str | None
    url: str | None


class _LinkRecord(Struct, frozen=True):
    story: StoryRecord
    reason: str


class _ShownRecord(Struct, frozen=True):
    story: StoryRecord
    articles: tuple[_ArticleRecord, ...]
    decisions: tuple[Decision, ...]
    linked: tuple[_LinkRecord, ...]
    log: tuple[Logged, ...]
    lines: str | None  # the count line of the brief, null where none was made since it last changed


class _FoundRecord(Struct, frozen=True):
    article: str
    story: str
    title: str
    outlet: str
    day: str
    score: float
    words: str
    passages: tuple[Span, ...]


def stories_json(stories: Sequence[StoryRow]) -> str:
    """An array of `StoryRecord`s."""
    return _encoded([_story(story) for story in stories])


def stories_csv(stories: Sequence[StoryRow]) -> str:
    """A sheet (RFC 4180) with a header line and a row for each story; no spreadsheet runs a cell of it."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for story in stories:
        writer.writerow({name: cell(str(value)) for name, value in _columns(_story(story)).items() if name in COLUMNS})
    return out.getvalue()


def story_json(shown: ShownStory) -> str:
    """One object: the story, its articles without their texts, decisions, linked stories, log."""
    record = _ShownRecord(
        _story(shown.story),
        tuple(map(_article, shown.articles)),
        shown.decisions,
        tuple(_LinkRecord(_story(linked.story), linked.reason) for linked in shown.linked),
        shown.log,
        shown.brief.count_line if shown.brief else None,
    )
    return _encoded(record)


def found_json(found: Sequence[Found]) -> str:
    """An array, the best first; `passages` are offsets in code points into the article's text."""
    return _encoded([_found(one) for one in found])


def decisions_json(decisions: Sequence[Decision]) -> str:
    """An array of decisions, the first first."""
    return _encoded(decisions)


def _story(row: StoryRow) -> StoryRecord:
    days = iso_day(row.first), iso_day(row.last)
    gist = _gist(row.gist) if row.gist is not None else None
    return StoryRecord(row.id, row.title, *days, row.articles, row.untold, row.outlets, row.reading.value, gist)


def _gist(gist: Gist) -> GistRecord:
    return GistRecord(
        headline=gist.headline,
        read=gist.articles,
        lines_low=gist.low,
        lines=gist.best,
        lines_high=gist.high,
        differences=gist.conflicts,
        altered=gist.alterations,
        happened=gist.happened,
        ended=gist.ended,
        places=tuple(SpotRecord(spot.name, spot.region, spot.country) for spot in gist.spots),
    )


def _columns(story: StoryRecord) -> dict[str, object]:
    """The fields of a story, of its gist and of its first place, by name."""
    parts = (story, story.gist, story.gist.places[0] if story.gist and story.gist.places else None)
    return {name: value for part in parts if part is not None for name, value in asdict(part).items()}


def _article(kept: Kept) -> _ArticleRecord:
    title, outlet, url = (
        known.value if known else None for known in (kept.article.title, kept.article.outlet, kept.article.url)
    )
    return _ArticleRecord(kept.article.id, iso_day(kept.day), title, outlet, url)


def _found(one: Found) -> _FoundRecord:
    hit = one.hit
    return _FoundRecord(
        hit.article, hit.story, hit.title, hit.outlet, iso_day(hit.day), hit.score, one.words, hit.passages
    )


def _encoded(record: object) -> str:
    return msgspec.json.format(msgspec.json.encode(record), indent=1).decode()
