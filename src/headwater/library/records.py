"""What goes into a library and what comes out of it. Days count from 1 January 1970; instants are ISO 8601 in UTC."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types import Article, Captured, Span

__all__ = [
    "Added",
    "Analysis",
    "AnalysisKey",
    "Counts",
    "Gist",
    "Hit",
    "Incoming",
    "Kept",
    "Listing",
    "LogKind",
    "Logged",
    "Placing",
    "Query",
    "Reading",
    "Shelved",
    "Spot",
    "State",
    "StoryRow",
    "Version",
]


class Incoming(Struct, frozen=True):
    """An article to be added, with its day and what the grouping of stories wants to find again of it."""

    captured: Captured
    day: int
    sketch: bytes = b""


class State(StrEnum):
    """What became of an article that was to be added."""

    NEW = "new"
    KNOWN = "known"  # the same outlet or address, title and text are kept: nothing was written
    VERSION = "new version"  # another text was kept under its address before


class Added(Struct, frozen=True):
    """The id that an article has in the library, and whether it is new there."""

    article: str
    state: State


class Kept(Struct, frozen=True):
    """An article as it is kept. `story` is '' where it has not been placed."""

    article: Article
    day: int
    story: str = ""


class Version(Struct, frozen=True):
    """One of the texts that stood under an address, and when it was captured."""

    article: str
    taken: str
    title: str


class Placing(Struct, frozen=True):
    """An article and the story that it is to belong to. `title` names the story if it is new."""

    article: str
    story: str
    reason: str = ""
    title: str = ""
    day: int | None = None  # that it is filed under from now on; None leaves it where it is


class Shelved(Struct, frozen=True):
    """An article's sketch with its story ('' where it has none)."""

    article: str
    story: str
    sketch: bytes


class Spot(Struct, frozen=True):
    """A place where a story happened; `region` and `country` are English names, '' where the map lacks it."""

    name: str
    region: str = ""
    country: str = ""


class Gist(Struct, frozen=True):
    """What a listing says of a story that was read, so that it need not open the brief.

    `articles` are those that were read, and `low`, `best`, `high` the lines of reporting behind them. `happened` and
    `ended` are the first and last day of the event (ISO), '' where nothing tells it.
    """

    headline: str
    articles: int
    low: int
    best: int
    high: int
    conflicts: int = 0
    alterations: int = 0
    happened: str = ""
    ended: str = ""
    spots: tuple[Spot, ...] = ()


class Reading(StrEnum):
    """Whether a story was read as it stands now."""

    NEVER = "not read yet"
    CURRENT = "read"
    ARTICLES = "read before its articles changed"
    DECISIONS = "read before a decision on it"
    OTHERWISE = "read with other settings or by another headwater"


class StoryRow(Struct, frozen=True):
    """A story as a listing shows it: its first and last day, and how many articles of how many outlets it has.

    `gist` is of the newest reading, None where there was none; `reading` says whether that is of the story as it is.
    `untold` articles tell no day and stand at that of their capture: where there are some, `told` are the first and
    last day of the others.
    """

    id: str
    title: str
    first: int
    last: int
    articles: int
    outlets: int
    gist: Gist | None = None
    reading: Reading = Reading.NEVER
    untold: int = 0
    told: tuple[int, ...] = ()


class Listing(Struct, frozen=True):
    """Which stories are wanted: those that touch the days from `since` to `until`, with an article of `outlet` ...

    and an article that `query` finds. Of the newest reading of a story: that it happened in `place` (the name of a
    place, a region or a country), that lines differ (`disputed`), that all articles are one line (`single_line`), that
    copies altered something (`altered`). `read` wants stories that were read as they stand, or, False, the others; a
    reading counts where it was made with `settings` by `version` of headwater ('': whichever).

    The newest by last day come first, or with `oldest` the oldest by first day.
    """

    since: int | None = None
    until: int | None = None
    query: str = ""
    outlet: str = ""
    oldest: bool = False
    limit: int = 50
    after: int = 0  # so many of them have been shown before
    place: str = ""
    disputed: bool = False
    single_line: bool = False
    altered: bool = False
    read: bool | None = None
    settings: str = ""  # as in `AnalysisKey`
    version: str = ""


class Query(Struct, frozen=True):
    """Which articles are looked for; `headwater.library.query` says how `words` are read."""

    words: str
    since: int | None = None
    until: int | None = None
    outlet: str = ""
    limit: int = 20


class Hit(Struct, frozen=True):
    """An article that a search found, the best first. `passages` are words of it that were asked for."""

    article: str
    story: str
    title: str
    outlet: str
    day: int
    score: float
    passages: tuple[Span, ...] = ()


class LogKind(StrEnum):
    """What happened to a story."""

    CREATED = "created"
    JOINED = "joined"  # `article` came in
    MOVED = "moved"  # `article` came over from `other`
    MERGED = "merged"  # the story went into `other`, to which its id leads from now on
    SPLIT = "split"  # articles went from the story to `other`


class Logged(Struct, frozen=True):
    """One entry of the log of stories. `number` counts from 1."""

    number: int
    kind: LogKind
    story: str
    article: str = ""
    other: str = ""
    reason: str = ""
    made: str = ""


class AnalysisKey(Struct, frozen=True):
    """What an analysis was made of and with. An analysis is current while all four are the same (digests are free)."""

    articles: str
    decisions: str
    settings: str
    version: str


class Analysis(Struct, frozen=True):
    """An analysis of a story as it was kept."""

    story: str
    key: AnalysisKey
    body: bytes
    made: str = ""


class Counts(Struct, frozen=True):
    """How much a library keeps."""

    articles: int
    stories: int
    decisions: int
    generation: int
    read: int = 0  # stories that have a gist, though articles may have come since
