"""Rules for times of day: "3:30 p.m. Sunday", "15:30", "noon", "six o'clock", "8 in the morning".

A time without a day of its own belongs to the day spoken of before in the article, else to the day of writing.
"""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.text.dates.calendar import Reading, part_of_day, unplaced
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import day_of
from headwater.text.dates.relative import PART_CODES, day_word, singular, weekday_day
from headwater.types import Granularity

__all__ = ["RULES"]

_DAY = (
    r"(?: COMMA? ON? (?: (?P<w>WEEKDAY) (?!COMMA MONTH) (?P<pt>PART)? | (?P<t>TODAY|TONIGHT) (?P<pu>PART)?"
    r" | (?:WEEKDAY COMMA)? (?P<m>MONTH) (?P<d>DAY) (?: COMMA? (?P<y>YEAR))?))?"
)
_ZONE = r"(?: ZONE | LOCAL TIME )?"
_BEFORE = r"(?: ABOUT | NEARLY | MID HYPHEN?)?"


@rule(rf"{_BEFORE} (?P<h>NUM|CLOCK) (?P<x>MERIDIEM) {_ZONE} {_DAY}")
def twelve_hours(hit: Hit) -> Reading | None:
    """Read "3:30 p.m. Sunday", "around 5 pm EST", "10 a.m., July 5"."""
    hour, minute = _hour_minute(hit)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return _timed(hit, hour % 12 + 12 * (hit.text("x")[0] == "p"), minute)


@rule(rf"(?P<h>CLOCK) {_ZONE} {_DAY}")
def twenty_four_hours(hit: Hit) -> Reading | None:
    """Read "15:30", "at 08:00 GMT on Friday"; a bare "2:10" after no preposition of time is a score or a race."""
    hour, minute = _hour_minute(hit)
    before = hit.before()
    prepared = before is not None and before.text in (
        "at",
        "by",
        "until",
        "from",
        "to",
        "around",
        "about",
        "before",
        "after",
        "between",
    )
    named = len(hit.all) > 1
    return _timed(hit, hour, minute) if hour <= 24 and minute < 60 and (prepared or named) else None


@rule(rf"(?P<h>YEAR|NUMBER) (?: HYPHEN? ZONE | LOCAL TIME | UNITS (?: ZONE | LOCAL TIME)) {_DAY}")
def military_hours(hit: Hit) -> Reading | None:
    """Read "0300 GMT", "1530 hours local time": four digits, and a zone."""
    text = hit.text("h")
    if len(text) != 4 or not text.isdigit() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _timed(hit, int(text[:2]), int(text[2:]))


@rule(rf"{_BEFORE} (?P<h>NUM) (?: OCLOCK (?:IN THE (?P<p>PART))? | IN THE (?P<q>PART)) {_DAY}")
def oclock(hit: Hit) -> Reading | None:
    """Read "six o'clock", "8 in the morning"."""
    hour = hit.value("h")
    part = hit.text("p") or hit.text("q")
    if not 1 <= hour <= 12:
        return None
    return _timed(hit, hour + 12 * (part in ("afternoon", "evening") and hour < 12), 0)


@rule(rf"DAYNUM? (?P<n>NOON) {_ZONE} {_DAY}")
def noon(hit: Hit) -> Reading | None:
    """Read "noon", "midnight Sunday", "midnight UTC", "12 noon"."""
    if hit.all[0].value not in (0, 12):
        return None
    return _timed(hit, 24 if hit.text("n") == "midnight" else 12, 0)


@rule(r"(?:MID HYPHEN?) (?P<p>PART) (?P<t>TODAY)?")
def mid_afternoon(hit: Hit) -> Reading | None:
    """Read "mid-afternoon", "mid-morning yesterday"."""
    date, part = _date(hit), PART_CODES[hit.text("p").removesuffix("s")]
    if date is None:
        return unplaced(f"XXXX-XX-XXT{part}", "TIME", Granularity.PART)
    return part_of_day(date, part)._replace(relative=True)


def _hour_minute(hit: Hit) -> tuple[int, int]:
    word = hit.word("h")
    numbers = re.findall(r"\d+", word.text)
    if len(numbers) == 2 and ":" in word.text:
        return int(numbers[0]), int(numbers[1])
    return int(word.value), 0


def _date(hit: Hit) -> datetime.date | None:
    """The day in the match itself, else the day spoken of, else the anchor."""
    groups = hit.match.groupdict()
    if groups.get("w") is not None:
        return weekday_day(hit, "w")
    if groups.get("y") is not None:
        return datetime.date(hit.value("y"), hit.value("m"), hit.value("d"))
    if groups.get("m") is not None:
        return day_of(hit.context, hit.value("d"), hit.value("m"), hit.tense("m")).first
    if groups.get("t") is not None:
        return day_word(hit.text("t"), hit.context.anchor) if hit.context.anchor else None
    return hit.context.origin


def _in_second_half(hit: Hit) -> bool:
    """Whether a part of the day makes ten o'clock 22:00: "10:30 Saturday night"; small hours are of the night's end."""
    groups = hit.match.groupdict()
    part = singular(hit.text("pt") if groups.get("pt") else hit.text("pu") if groups.get("pu") else "")
    return part in ("afternoon", "evening", "night") and groups.get("x") is None


def _timed(hit: Hit, hour: int, minute: int) -> Reading:
    hour += 12 * (1 <= hour < 12 and _in_second_half(hit))
    date, clock = _date(hit), f"{hour:02}:{minute:02}"
    granularity = Granularity.MOMENT if minute else Granularity.HOUR
    if date is None:
        return unplaced(f"XXXX-XX-XXT{clock}", "TIME", granularity)
    own = any(hit.match.groupdict().get(name) is not None for name in ("w", "m", "t"))
    return part_of_day(date, clock, granularity)._replace(relative=True, moved=None if own else ("hour", 0))


RULES: Final[tuple[Rule, ...]] = (twelve_hours, twenty_four_hours, military_hours, oclock, noon, mid_afternoon)
