"""Run the rules over an article: leftmost longest match, one reading a place, each seeing what was read before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.dates import business, clock, days, distances, durations, periods, relative, sets, vague
from headwater.text.dates.calendar import Reading
from headwater.text.dates.context import Context, Hit, Rule
from headwater.text.dates.datelines import dateline_day
from headwater.text.dates.events import Placed, from_events
from headwater.text.dates.modifiers import modifier_of
from headwater.text.dates.tense import Tenses
from headwater.text.dates.words import NUMERIC, Word, letters, read_words
from headwater.types import Article, Date, Span, Token

__all__ = ["calendar_spans", "find_dates"]

_MODULES = (clock, days, periods, business, sets, relative, distances, durations, vague)
_RULES: Final[tuple[Rule, ...]] = tuple(rule for module in _MODULES for rule in module.RULES)


class _Found(NamedTuple):
    """A match before it is read; sorting puts the leftmost first, then the longest, then the earlier rule."""

    start: int
    minus_end: int
    order: int
    match: re.Match[str]


def find_dates(article: Article, tokens: Sequence[Token], anchor: datetime.date | None) -> tuple[Date, ...]:
    """The time expressions of an article, in order, none overlapping another, each with its interval of days.

    `tokens` are the parser's words of `article.text`: their tags and tree decide tense, and "May" from "may".
    `anchor` is the day of publication; a dateline with a date of its own is the better anchor. Without either,
    relative expressions are found but lie nowhere (`first` and `last` None, value with X). Rules and values are of the
    kind of HeidelTime (Strötgen and Gertz 2013) and TIMEX3 (ISO 24617-1). Never raises on any text; time is linear in
    its length.
    """
    words = read_words(article.text, tokens)
    context = Context(dateline_day(article.text, anchor) or anchor, None, _month_first(words), Tenses(tokens))
    placed = from_events([_placed(words, found, reading) for found, reading in _readings(words, context)], tokens)
    return tuple(_date(article, one, context.anchor) for one in placed)


def _placed(words: Sequence[Word], found: _Found, reading: Reading) -> Placed:
    inside = words[found.start : -found.minus_end]
    return Placed(inside[0].start, inside[-1].end, reading, modifier_of(inside))


def calendar_spans(text: str, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Where dates, clock times and repeated times stand in `text`, durations left out: offsets, in order.

    Cheaper than `find_dates`, for callers that only want to keep clear of them.
    """
    words = read_words(text, tokens)
    context = Context(None, None, None, Tenses(()))
    return tuple(
        _placed(words, found, reading)[:2] for found, reading in _readings(words, context) if reading.kind != "DURATION"
    )


def _matches(words: Sequence[Word]) -> list[_Found]:
    row = letters(words)
    return sorted(
        (
            _Found(match.start(), -match.end(), order, match)
            for order, each in enumerate(_RULES)
            for match in each.pattern.finditer(row)
        ),
        key=lambda found: found[:3],
    )


def _readings(words: Sequence[Word], context: Context) -> Iterator[tuple[_Found, Reading]]:
    free = 0
    for found in _matches(words):
        if found.start < free:
            continue
        try:
            reading = _RULES[found.order].read(Hit(words, found.match, context))
        except (
            ValueError,
            OverflowError,
        ):  # no such day ("February 30"), or 90 centuries ago: no date, nor a part of it
            free = -found.minus_end
            continue
        if reading is None:
            continue
        free = -found.minus_end
        yield found, reading
        context = context.after(reading)


def _date(article: Article, placed: Placed, anchor: datetime.date | None) -> Date:
    reading = placed.reading
    return Date(
        span=Span(article.id, placed.start, placed.end),
        value=reading.value,
        kind=reading.kind,
        granularity=reading.granularity,
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        anchor=anchor.isoformat() if reading.relative and anchor else "",
        modifier=placed.modifier,
    )


def _month_first(words: Sequence[Word]) -> bool | None:
    """The article's own order of day and month, as its other dates show it; None if they do not, or differ.

    "10/25/2020" anywhere says month first, as does "October 25"; "25/10/2020" and "25 October" say day first.
    """
    votes = {vote for word in words if word.letter == NUMERIC and (vote := _numeric_order(word)) is not None}
    row = letters(words)
    votes |= {True} if days.month_day.pattern.search(row) else set()
    votes |= {False} if days.day_month.pattern.search(row) else set()
    return votes.pop() if len(votes) == 1 else None


def _numeric_order(word: Word) -> bool | None:
    first, second = (int(part) for part in re.split(r"[/.-]", word.text)[:2])
    return None if max(first, second) <= 12 else second > 12
