"""Rows of stories, what was asked for and what was found -> FrontView."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from headwater.library.records import Counts, Reading, StoryRow
from headwater.monitor.days import iso_day
from headwater.monitor.records import Found
from headwater.render.characters import one_line
from headwater.render.front.asked import Asked, query_of, terms
from headwater.render.front.view import DayView, FoundView, FrontView, MarkView, StoryLine, TermView
from headwater.render.library.gists import days_said, marks_said, since_said, size_said
from headwater.render.words import counted
from headwater.text.day_words import said_day

__all__ = ["PAGE", "Names", "front_view"]

PAGE: Final = 30
"""Stories on a page."""

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNTOLD: Final = "Came in"  # for the day of the week, where no article tells the day
_POINT: Final = " · "  # between what a headline says and what it leaves out


class Names(Struct, frozen=True):
    """What there is to choose from, and how much."""

    counts: Counts
    outlets: tuple[str, ...]
    places: tuple[str, ...]


def front_view(
    asked: Asked,
    names: Names,
    rows: Sequence[StoryRow],
    found: Sequence[Found] = (),
    loosen: Sequence[str] = (),
    wrong: str = "",
) -> FrontView:
    """The page. `rows` has one more than a page where there are earlier stories.

    `loosen` are the terms, in words, without one of which there would be a story; `wrong` is why nothing was asked.
    """
    shown = rows[:PAGE]
    in_force = tuple(TermView(words, query_of(without)) for words, without in terms(asked))
    return FrontView(
        asked=asked,
        counts=_counts(names.counts),
        empty=names.counts.articles == 0,
        days=tuple(_days(shown, leads=not in_force and not asked.after)),
        terms=in_force,
        narrowed=replace(asked, q="", after=0) != Asked(),
        loosen=tuple(term for term in in_force if term.words in loosen),
        found=tuple(_found(one) for one in found),
        earlier=query_of(replace(asked, after=asked.after + PAGE)) if len(rows) > PAGE else None,
        later=query_of(replace(asked, after=max(0, asked.after - PAGE))) if asked.after else None,
        unread=sum(row.reading is not Reading.CURRENT for row in shown),
        outlets=tuple(map(one_line, names.outlets)),
        places=tuple(map(one_line, names.places)),
        said=_said(asked, len(shown), more=len(rows) > PAGE),
        wrong=one_line(wrong),
    )


def _counts(counts: Counts) -> str:
    read = "none of them read yet" if not counts.read else f"{counts.read:,} of them read"
    return f"{counted(counts.articles, 'article')} in {counted(counts.stories, 'story')}, {read}"


def _said(asked: Asked, shown: int, *, more: bool) -> str:
    if not shown:
        return "no story"
    if not asked.after and not more:
        return counted(shown, "story")
    return f"stories {asked.after + 1:,} to {asked.after + shown:,}"


def _days(rows: Sequence[StoryRow], *, leads: bool) -> Iterator[DayView]:
    """The rows come by their last day, the newest first. Of a day those that tell it come before those that do not."""
    by_day = groupby(rows, lambda row: row.last)
    groups = [group for _, of_day in by_day for group in _told_apart(tuple(of_day))]
    for number, group in enumerate(groups):
        stories = tuple(_line(row) for row in sorted(group, key=_weight))
        day = iso_day(group[0].last)
        weekday = _WEEKDAYS[datetime.date.fromisoformat(day).weekday()] if _is_told(group[0]) else _UNTOLD
        yield DayView(weekday, said_day(day), day, stories, leads=leads and number == 0)


def _told_apart(rows: Sequence[StoryRow]) -> Iterator[Sequence[StoryRow]]:
    told, untold = [row for row in rows if _is_told(row)], [row for row in rows if not _is_told(row)]
    yield from (group for group in (told, untold) if group)


def _is_told(row: StoryRow) -> bool:
    """Whether the story's last day is one that an article tells, and not just that of a capture."""
    return not row.untold or row.told[-1:] == (row.last,)


def _weight(row: StoryRow) -> tuple[int, int, int, str]:
    """By lines of reporting, then articles, then outlets; what was not read counts as one line."""
    lines = row.gist.best if row.gist is not None else 1
    return -lines, -row.articles, -row.outlets, row.id


def _line(row: StoryRow) -> StoryLine:
    told, _, noted = (row.gist.headline if row.gist is not None else row.title).partition(_POINT)
    marks = marks_said(row.gist) if row.gist is not None else ()
    return StoryLine(
        id=row.id,
        headline=one_line(told) or row.id,
        noted=one_line(noted),
        size=size_said(row),
        outlets=counted(row.outlets, "outlet") if row.outlets else "",
        days=_when(row),
        marks=tuple(MarkView(kind, words) for kind, words in marks),
        reading=since_said(row),
        unread=row.reading is not Reading.CURRENT,
    )


def _when(row: StoryRow) -> str:
    """The days, unless the heading says them."""
    if not _is_told(row):
        return days_said(row) if row.told else "no day told"
    return "" if len({row.last, *(row.told or (row.first,))}) == 1 else days_said(row)


def _found(one: Found) -> FoundView:
    hit = one.hit
    about = (one_line(hit.outlet), "no day told" if one.untold else said_day(iso_day(hit.day)))
    first = hit.passages[0] if hit.passages else None
    return FoundView(
        article=hit.article,
        story=hit.story,
        title=one_line(hit.title) or hit.article,
        about=_POINT.join(part for part in about if part),
        at=f"{first.start}-{first.end}" if first is not None else "",
        parts=tuple(_parts(one)),
    )


def _parts(one: Found) -> Iterator[tuple[str, bool]]:
    """The words of an excerpt, those that were found apart from the others. Marks that overlap are marked once."""
    reached = 0
    for start, end in (*one.marks, (len(one.words), len(one.words))):
        begun = max(start, reached)
        pieces = (one.words[reached:begun], False), (one.words[begun:end], True)
        yield from ((_spaced(text), marked) for text, marked in pieces if text)
        reached = max(end, reached)


def _spaced(text: str) -> str:
    """As `one_line`, but a space at either end stays one."""
    line = one_line(text)
    if not line:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{line}{' ' if text[-1].isspace() else ''}"
