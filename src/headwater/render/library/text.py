"""Stories, one story, what a search found, and decisions, as rows for a terminal. Data is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.library.records import Kept, Logged, LogKind, StoryRow
from headwater.monitor.days import iso_day
from headwater.monitor.records import Found, LinkedStory, ShownStory
from headwater.render.characters import one_line
from headwater.render.library.decisions import decision_said
from headwater.render.library.gists import days_said, lines_said, marks_said, place_said, since_said
from headwater.render.rows import Row
from headwater.render.text import write_rows
from headwater.render.words import counted
from headwater.types import Brief, Decision

__all__ = ["decisions_text", "found_text", "stories_text", "story_text"]

_EXCERPT: Final = 300  # code points of a title


def stories_text(stories: Sequence[StoryRow], *, width: int | None = None, colour: bool = False) -> str:
    """The stories, two rows each: the title; then the id, the days, and how many articles of how many outlets.

    One that was read has a third: its lines of reporting, what differs and what copies altered, and where.
    """
    rows = [row for story in stories for row in _listed(story)]
    return write_rows(rows or [Row(0, (("no story", "dim"),))], width=width, colour=colour)


def story_text(shown: ShownStory, *, width: int | None = None, colour: bool = False) -> str:
    """One story: its articles, the lines of reporting if it was analysed, decisions, linked stories and its log."""
    rows = [
        *_listed(shown.story),
        *_lines(shown.brief),
        *_section("The articles", [row for kept in shown.articles for row in _article(kept)]),
        *_section("Decisions", [_decision(one) for one in shown.decisions]),
        *_section("Of the same affair", [row for linked in shown.linked for row in _linked(linked)]),
        *_section("What happened to it", [_logged(entry) for entry in shown.log]),
    ]
    return write_rows(rows, width=width, colour=colour)


def found_text(found: Sequence[Found], *, width: int | None = None, colour: bool = False) -> str:
    """What a search found, three rows each: the title; outlet, day, story and article; the words."""
    rows: list[Row] = []
    for one in found:
        hit = one.hit
        day = "no day told" if one.untold else iso_day(hit.day)
        about = [hit.outlet, day, hit.story or "in no story", hit.article]
        rows.append(Row(0, ((_title(hit.title, hit.article), "title"),)))
        rows.append(Row(2, ((" · ".join(one_line(part) for part in about if part), "dim"),)))
        rows += [Row(2, ((one_line(one.words), ""),), quoted=True)] if one.words else []
    return write_rows(rows or [Row(0, (("nothing found", "dim"),))], width=width, colour=colour)


def decisions_text(
    decisions: Sequence[Decision], standing: Sequence[Decision], *, width: int | None = None, colour: bool = False
) -> str:
    """The log of decisions, the first first; those that no longer stand are dim and said to be undone."""
    hold = {decision.number for decision in standing}
    rows = [_decision(one, stands=one.number in hold or bool(one.undoes)) for one in decisions]
    return write_rows(rows or [Row(0, (("no decision", "dim"),))], width=width, colour=colour)


def _listed(story: StoryRow) -> Iterator[Row]:
    outlets = f" of {counted(story.outlets, 'outlet')}" if story.outlets else ", no outlet stated"
    size = f"{counted(story.articles, 'article')}{outlets}"
    yield Row(0, ((_title(story.title, story.id), "title"),))
    yield Row(2, ((f"{one_line(story.id)} · {days_said(story)} · {size}", "dim"),))
    if story.gist is not None:
        marks = (said for _, said in marks_said(story.gist))
        told = (lines_said(story.gist), *marks, one_line(place_said(story.gist)), since_said(story))
        yield Row(2, ((" · ".join(part for part in told if part), ""),))


def _lines(brief: Brief | None) -> Iterator[Row]:
    if brief is None:
        yield from (Row(0), Row(0, (("not analysed since it last changed: headwater brief makes the brief", "dim"),)))
        return
    yield from (Row(0), Row(0, ((one_line(brief.headline.text), "strong"),)), Row(0, ((brief.count_line, "strong"),)))


def _article(kept: Kept) -> Iterator[Row]:
    article = kept.article
    outlet = article.outlet.value if article.outlet else ""
    title = article.title.value if article.title else article.name
    yield Row(12, ((_title(title, article.id), ""), (f"  {one_line(outlet)}", "dim")), label=iso_day(kept.day))
    yield Row(12, ((one_line(article.id), "dim"),))


def _decision(decision: Decision, *, stands: bool = True) -> Row:
    aside = "" if stands else "  (undone)"
    made = f"  {decision.made[:10]}" if decision.made else ""
    by = f" by {one_line(decision.by)}" if decision.by else ""
    style = "" if stands else "dim"
    said = one_line(decision_said(decision))
    return Row(5, ((said, style), (f"{made}{by}{aside}", "dim")), label=f"{decision.number}")


def _linked(linked: LinkedStory) -> Iterator[Row]:
    yield from _listed(linked.story)
    if linked.reason:
        yield Row(2, ((one_line(linked.reason), ""),))


_HAPPENED: Final = {
    LogKind.CREATED: "began",
    LogKind.JOINED: "{article} came in",
    LogKind.MOVED: "{article} came over from {other}",
    LogKind.MERGED: "{story} went into {other}",
    LogKind.SPLIT: "articles went from {story} to {other}",
}


def _logged(entry: Logged) -> Row:
    said = _HAPPENED[entry.kind].format(
        story=one_line(entry.story), article=one_line(entry.article), other=one_line(entry.other)
    )
    reason = f": {one_line(entry.reason)}" if entry.reason else ""
    return Row(12, ((said, ""), (reason, "dim")), label=entry.made[:10])


def _section(title: str, rows: Sequence[Row]) -> Iterator[Row]:
    if rows:
        yield from (Row(0), Row(0, ((title.upper(), "head"),)))
        yield from rows


def _title(title: str, otherwise: str) -> str:
    line = one_line(title)
    return (line if len(line) <= _EXCERPT else f"{line[:_EXCERPT]}…") or one_line(otherwise)
