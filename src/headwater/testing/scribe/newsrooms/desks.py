"""A desk writes: one voice tells the facts of a sheet in its order and its style, with its dateline or byline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Final

from msgspec import Struct

from headwater.testing.scribe.newsrooms.phrasings import Agency
from headwater.testing.scribe.newsrooms.records import Report
from headwater.testing.scribe.newsrooms.sheets import Sheet
from headwater.testing.scribe.newsrooms.slots import Style, choose, fill

__all__ = ["STYLES", "Desk", "Told", "draw_told", "revise", "write"]

STYLES: Final[Mapping[str, Style]] = {
    "wire": Style("title", "6:40 p.m.", 9),
    "cable": Style("after", "18:40", 9, straight=True),
    "broadsheet": Style("before", "6.40pm", 10),
    "local": Style("title", "6:40 p.m.", 9),
    "broadcast": Style("before", "6.40pm", 9),
}
_IN_TITLES: Final = 0  # headlines write every number in figures
_LEFT_OUT: Final = 0.12  # the share of facts that a desk does not bother with
_BRIEF_SHARE: Final = 0.2
_BRIEF_WORDS: Final = 85
_STRAIGHT: Final = str.maketrans("“”’", '""\'')
_KEPT: Final = 6  # an update cuts nothing from a report that is as short as this
_JOSTLE: Final = 1.4  # how many places a fact may leave the voice's usual order


class Told(Struct, frozen=True):
    """A fact and the phrasing that the desk chose for it: slots still open."""

    fact: str
    phrasing: str


class Desk(Struct, frozen=True):
    """Who writes: a voice at a newsroom. `agency` is None for a paper; `byline` is what a paper puts on top."""

    voice: str
    newsroom: str
    agency: Agency | None
    byline: str


def draw_told(phrasings: Mapping[str, str], rng: Random) -> tuple[Told, ...]:
    """Which facts are told, in which order and words: the title, the lead, then the rest, jostled a little."""
    title, lead, *rest = (Told(fact, choose(text, rng)) for fact, text in phrasings.items())
    placed = ((at + rng.uniform(0, _JOSTLE), told) for at, told in enumerate(rest) if rng.random() > _LEFT_OUT)
    body = tuple(told for _, told in sorted(placed, key=lambda pair: pair[0]))
    return (title, lead, *(_brief(lead, body) if rng.random() < _BRIEF_SHARE else body))


def revise(told: tuple[Told, ...], newer: tuple[Told, ...], stale: frozenset[str], cut: int) -> tuple[Told, ...]:
    """The facts of a later version: the newer on top under their own title, stale ones gone, the last `cut` cut."""
    _, *older = told
    kept = [one for one in older if one.fact not in stale]
    return (*newer, *kept[: max(_KEPT, len(kept) - cut)])


def write(desk: Desk, told: tuple[Told, ...], sheet: Sheet, day: date) -> Report:
    """The report as it goes out."""
    style = STYLES[desk.voice]
    known: set[str] = set()
    title, *body = told
    sheet = {**sheet, "filed": f"{day:%B} {day.day}", "filedyear": str(day.year)}
    before, after = _frame(desk)
    paragraphs = [fill(phrasing, sheet, style, known) for phrasing in (before, *(one.phrasing for one in body), *after)]
    text = paragraphs[0] + "\n\n".join(paragraphs[1:])
    headline = fill(title.phrasing, sheet, Style(style.naming, style.clock, _IN_TITLES), {*sheet}).strip()
    if style.straight:
        headline, text = headline.translate(_STRAIGHT), text.translate(_STRAIGHT)
    facts = tuple(one.fact for one in body)
    return Report(headline, text, desk.newsroom, desk.agency is not None, day, facts)


def _brief(lead: Told, body: tuple[Told, ...]) -> tuple[Told, ...]:
    words = len(lead.phrasing.split())
    kept: list[Told] = []
    for one in body:
        if words >= _BRIEF_WORDS:
            break
        kept.append(one)
        words += len(one.phrasing.split())
    return tuple(kept)


def _frame(desk: Desk) -> tuple[str, tuple[str, ...]]:
    """What stands before the lead, and the paragraphs after the last one."""
    if desk.agency is None:
        return desk.byline, ()
    return desk.agency.dateline, (desk.agency.tail,) if desk.agency.tail else ()
