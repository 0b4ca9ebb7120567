"""Rules for days so many units from another: "three years ago", "two days later", "a week from Monday".

They count from the anchor, or from the reference where the words look back to what was told: "two days earlier". "Two
days after the vote" counts from the day of the vote, which `events` looks for once the article is read.
"""

from __future__ import annotations

import datetime
from typing import Final

from headwater.text.dates.calendar import Reading, around, duration_value, next_weekday, shift, unknown, unplaced
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.relative import SMALL_UNITS, day_word, ended_quarter, goes_on, singular
from headwater.text.dates.tense import Tense

__all__ = ["RULES"]

_BACKWARD: Final = frozenset(("ago", "earlier", "before"))
_DEGREE: Final = r"(?: NEARLY | ABOUT | MORE THAN | LESS THAN | AT LEAST | MORE )?"
_AMOUNT: Final = (
    rf"{_DEGREE} (?:(?P<a>NUM) (?:OR NUM | AND AN (?P<half>HALF))? | AN? (?P<v>VAGUE) OF? | AN | (?P<bare>(?=UNITS)))"
)
_HALVES: Final = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50), "month": ("day", 15)}


@rule(
    rf"{_AMOUNT} MORE? HYPHEN? (?P<u>ANYUNIT) (?:OR SO | AND AN (?P<too>HALF))?"
    r" (?P<d>AGO|EARLIER|LATER|BEFORE|AFTER) (?P<today>TODAY)?"
)
def ago(hit: Hit) -> Reading | None:
    """Read "three years ago", "nearly a month ago", "two days earlier", "a day after", "a year ago today"."""
    unit, word = singular(hit.text("u")), hit.text("d")
    if unit in SMALL_UNITS or unit in ("weekend", "millennium"):
        return None
    if word in ("before", "after") and goes_on(hit):
        return _from_event(hit, unit, -1 if word == "before" else 1)
    if _how_many(hit) == "X":
        return unplaced("PAST_REF" if word in _BACKWARD else "FUTURE_REF", "DATE")
    origin = hit.context.anchor if word == "ago" else hit.context.origin_of(unit)
    if origin is None or (word == "later" and hit.context.reference is None and hit.tense("u") is Tense.PAST):
        return unknown("week" if unit == "fortnight" else unit)  # "two days later" than what, no date has told
    return _moved(hit, origin, unit, -1 if word in _BACKWARD else 1)


def _from_event(hit: Hit, unit: str, way: int) -> Reading:
    many = _how_many(hit)
    moved = (unit, way * int(many)) if many.isdigit() else None
    return unplaced(duration_value(unit, many), "DURATION")._replace(moved=moved)


def _how_many(hit: Hit) -> str:
    """The number of units, "X" where it is not said."""
    if hit.has("a"):
        return str(hit.value("a"))
    return "X" if hit.has("bare") or (hit.has("v") and hit.text("v") != "couple") else "2" if hit.has("v") else "1"


def _moved(hit: Hit, origin: datetime.date, unit: str, way: int) -> Reading:
    """The unit so many units from the origin; of decades the year, since ten years ago nobody means the decade."""
    count, quarter = way * int(_how_many(hit)), hit.context.year_before_quarter
    if (hit.has("half") or hit.has("too")) and unit in _HALVES:
        finer, each = _HALVES[unit]
        return around(finer, shift(origin, finer, way * each + 2 * each * count))._replace(relative=True)
    moved = shift(origin, unit, count)
    if hit.text("today") == "today":
        return around("day", moved)._replace(relative=True)
    if unit == "year" and quarter is not None:  # results set beside those "a year earlier" are of the same quarter
        return around("quarter", shift(quarter, "year", count))._replace(relative=True)
    coarse = {"fortnight": "week", "decade": "year"}
    return around(coarse.get(unit, unit), moved)._replace(relative=True)


@rule(rf"{_AMOUNT} (?P<u>ANYUNIT) FROM (?: (?P<n>NOW) | (?P<t>TODAY) | (?P<w>WEEKDAY))")
def from_now(hit: Hit) -> Reading | None:
    """Read "two weeks from now", "a week from Monday", "ten days from today"."""
    unit, anchor = singular(hit.text("u")), hit.context.anchor
    if unit in SMALL_UNITS or not _how_many(hit).isdigit():
        return None
    if anchor is None:
        return unknown("week" if unit == "fortnight" else unit)
    if hit.has("n"):
        return around(unit, shift(anchor, unit, int(_how_many(hit))))._replace(relative=True)
    start = next_weekday(anchor, hit.value("w")) if hit.has("w") else day_word(hit.text("t"), anchor)
    return around("day", shift(start, unit, int(_how_many(hit))))._replace(relative=True)


@rule(rf"(?<=IN) {_AMOUNT} (?P<u>ANYUNIT) POSS TIME")
def in_so_long(hit: Hit) -> Reading | None:
    """Read "five years' time" in "in five years' time"."""
    unit, anchor = singular(hit.text("u")), hit.context.anchor
    if unit in SMALL_UNITS or not _how_many(hit).isdigit():
        return None
    if anchor is None:
        return unknown("week" if unit == "fortnight" else unit)
    return around(unit, shift(anchor, unit, int(_how_many(hit))))._replace(relative=True)


@rule(r"AN (?P<u>UNIT) AGO ON? (?P<w>WEEKDAY)")
def week_ago_weekday(hit: Hit) -> Reading | None:
    """Read "a week ago Friday": the Friday before the last."""
    anchor = hit.context.anchor
    if hit.text("u") != "week" or anchor is None:
        return None
    after = next_weekday(shift(anchor, "week", -2), hit.value("w"))
    return around("day", after)._replace(relative=True)


@rule(r"THE? COMPARED? UNIT HYPHEN (?P<d>EARLIER|AGO) (?: NTH? (?P<u>QUARTER|PERIOD|UNIT))?")
def year_earlier(hit: Hit) -> Reading | None:
    """Read "the year-earlier period", "the comparable year-ago quarter"."""
    anchor, quarter = hit.context.anchor, hit.context.year_before_quarter
    if anchor is None or not any(word.text == "year" for word in hit.all):
        return None
    if quarter is not None:
        return around("quarter", shift(quarter, "year", -1))._replace(relative=True)
    if hit.text("u") == "quarter":
        ended = ended_quarter(anchor)
        return around("quarter", shift(ended.first or anchor, "year", -1))._replace(relative=True)
    return around("year", shift(anchor, "year", -1))._replace(relative=True)


RULES: Final[tuple[Rule, ...]] = (ago, from_now, in_so_long, week_ago_weekday, year_earlier)
