"""What a list says of a story that was read, in words: how many lines, what differs, and whether it is still so."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.library.records import Gist, Reading, Spot, StoryRow
from headwater.monitor.days import iso_day
from headwater.render.words import counted
from headwater.text.day_words import said_days
from headwater.types import Granularity

__all__ = ["days_said", "lines_said", "marks_said", "place_said", "since_said", "size_said"]


def size_said(row: StoryRow) -> str:
    """The articles and the lines behind them: "12 articles, 2 to 4 lines", "12 articles, not read yet", "1 article"."""
    if row.gist is not None and row.articles == row.gist.high == 1:
        return counted(1, "article")
    lines = lines_said(row.gist) if row.gist is not None else Reading.NEVER.value
    return f"{counted(row.articles, 'article')}, {lines}"


def lines_said(gist: Gist) -> str:
    """The lines of reporting, as a range where they are one: "1 line", "2 to 4 lines"."""
    return counted(gist.best, "line") if gist.low == gist.high else f"{gist.low:,} to {gist.high:,} lines"


def marks_said(gist: Gist) -> tuple[tuple[str, str], ...]:
    """What an editor looks out for, each with what kind it is: differences, and what copies altered."""
    return tuple(_marks(gist))


def since_said(row: StoryRow) -> str:
    """Why the gist is not of the story as it stands, '' where it is: "read before 2 articles came"."""
    if row.gist is None or row.reading is Reading.CURRENT:
        return ""
    came = row.articles - row.gist.articles
    if row.reading is Reading.ARTICLES and came > 0:
        return f"read before {counted(came, 'article')} came"
    return row.reading.value


def days_said(row: StoryRow) -> str:
    """The days of the story's articles in words; where some tell none, those of the others, or that none does."""
    if row.told:
        return said_days(iso_day(row.told[0]), iso_day(row.told[-1]), Granularity.DAY)
    placed = said_days(iso_day(row.first), iso_day(row.last), Granularity.DAY)
    return f"no day told, came in {placed}" if row.untold else placed


def place_said(gist: Gist) -> str:
    """Where it happened: "Ostravel, Drovenia"; '' where the articles do not say."""
    return _place(gist.spots[0]) if gist.spots else ""


def _marks(gist: Gist) -> Iterator[tuple[str, str]]:
    if gist.conflicts:
        yield "disputed", counted(gist.conflicts, "difference")
    if gist.alterations:
        yield "altered", f"{gist.alterations:,} altered in copying"


def _place(spot: Spot) -> str:
    return ", ".join(dict.fromkeys(name for name in (spot.name, spot.country) if name))
