"""What the front page shows, ready to be laid out: every text is on one line and fit for a page."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.front.asked import Asked

__all__ = ["DayView", "FoundView", "FrontView", "MarkView", "StoryLine", "TermView"]


class MarkView(Struct, frozen=True):
    """Something an editor looks out for: its kind (disputed, altered) and the words."""

    kind: str
    words: str


class StoryLine(Struct, frozen=True):
    """A story of the list. `noted` is what the headline leaves out, `reading` why all this may be of yesterday."""

    id: str
    headline: str
    noted: str
    size: str
    outlets: str
    days: str  # where it runs over several
    marks: tuple[MarkView, ...]
    reading: str
    unread: bool  # it was never read, or something changed since


class DayView(Struct, frozen=True):
    """The stories of one day, the weightiest first. Where none tells the day, `weekday` says so in its place."""

    weekday: str
    day: str
    iso: str
    stories: tuple[StoryLine, ...]
    leads: bool  # whether its first story is the front page's


class FoundView(Struct, frozen=True):
    """An article that the words were found in; `parts` are its words, those found marked."""

    article: str
    story: str
    title: str
    about: str
    at: str  # START-END of the first words found, '' where they stand in the title alone
    parts: tuple[tuple[str, bool], ...]


class TermView(Struct, frozen=True):
    """A filter in force, and the address of the page without it, from its "?" on."""

    words: str
    without: str


class FrontView(Struct, frozen=True):
    """The page. `earlier` and `later` are addresses of the neighbouring pages, None where there are none."""

    asked: Asked
    counts: str
    empty: bool  # the library has no articles
    days: tuple[DayView, ...]
    terms: tuple[TermView, ...]
    narrowed: bool  # by more than words
    loosen: tuple[TermView, ...]
    found: tuple[FoundView, ...]
    earlier: str | None
    later: str | None
    unread: int
    outlets: tuple[str, ...]
    places: tuple[str, ...]
    said: str  # how many stories there are on the page, in words
    wrong: str = ""
