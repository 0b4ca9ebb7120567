"""Rules for days and months of the calendar: "October 10", "7 November 2021", "May last year", "10/12/2020"."""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.text.dates.calendar import (
    Reading,
    day,
    month,
    span,
    unplaced,
    week,
)
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import EDGE_HEAD, YEAR_TAIL, day_of, near_anchor, pointed, year_of, year_tail
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["RULES", "day_month", "month_day"]


@rule(rf"(?:ANYDAY COMMA? THE?)? (?P<m>MONTH) THE? (?P<d>DAY) (?: COMMA? (?:{YEAR_TAIL}))? (?!DASH DAY)")
def month_day(hit: Hit) -> Reading | None:
    """Read "October 10", "Sunday, Nov. 7, 2021", "May the sixth last year"."""
    return _dated(hit)


@rule(rf"(?:ANYDAY COMMA? THE?)? THE? (?P<d>DAYOF) OF? (?P<m>MONTH) (?: COMMA? (?:{YEAR_TAIL}))?")
def day_month(hit: Hit) -> Reading | None:
    """Read "10 October", "the 5th of May 2019"."""
    return _dated(hit)


def _dated(hit: Hit) -> Reading | None:
    if not year_tail(hit) or hit.glued():
        return None
    number = year_of(hit)
    if number is None:
        return day_of(hit.context, hit.value("d"), hit.value("m"), hit.tense("m"))
    reading = day(datetime.date(number, hit.value("m"), hit.value("d")))
    return reading._replace(relative=hit.has("p"))


@rule(r"(?P<m>MONTH) (?P<a>DAY) DASH (?:(?P<n>MONTH))? (?P<b>DAY) (?:COMMA? (?P<y>YEAR))?")
def day_range(hit: Hit) -> Reading | None:
    """Read "October 5-7", "Oct. 30 to Nov. 2, 2020"."""
    return _stretch(hit)


@rule(r"(?P<a>DAY) (?:(?P<m>MONTH))? (?:DASH|AND) (?P<b>DAY) (?P<n>MONTH) (?:COMMA? (?P<y>YEAR))?")
def range_month(hit: Hit) -> Reading | None:
    """Read "5-7 October 2020", "30 October to 2 November"."""
    return _stretch(hit)


def _stretch(hit: Hit) -> Reading | None:
    known = "m" if hit.has("m") else "n"
    begin, end = hit.value("m" if hit.has("m") else "n"), hit.value("n" if hit.has("n") else "m")
    if hit.has("y"):
        last = datetime.date(hit.value("y"), end, hit.value("b"))
        first = datetime.date(last.year - (begin > end), begin, hit.value("a"))
        return span(first, last, f"{first.isoformat()}/{last.isoformat()}")
    low = day_of(hit.context, hit.value("a"), begin, hit.tense(known))
    if low.first is None:
        return unplaced(f"{low.value}/XXXX-{end:02}-{hit.value('b'):02}", "DATE")
    last = datetime.date(low.first.year + (begin > end), end, hit.value("b"))
    return span(low.first, last, f"{low.value}/{last.isoformat()}")._replace(relative=True)


@rule(r"THE? UNIT OF (?P<m>MONTH) (?P<d>DAY) (?:COMMA? (?P<y>YEAR))?")
def week_of_day(hit: Hit) -> Reading | None:
    """Read "the week of May 3"."""
    if not any(word.text == "week" for word in hit.all):
        return None
    number = hit.value("y") if hit.has("y") else None
    if number:
        return week(datetime.date(number, hit.value("m"), hit.value("d")))
    inner = day_of(hit.context, hit.value("d"), hit.value("m"), hit.tense("m"))
    return unplaced("XXXX-WXX", "DATE", Granularity.WEEK) if inner.first is None else _week_about(inner.first)


def _week_about(date: datetime.date) -> Reading:
    return week(date)._replace(relative=True)


@rule(rf"{EDGE_HEAD} (?P<m>MONTH) (?:COMMA|OF)? POSS? (?:{YEAR_TAIL})")
def month_year(hit: Hit) -> Reading | None:
    """Read "October 2019", "early May of 2019", "May last year"."""
    number = year_of(hit)
    if not year_tail(hit):
        return None
    if number is None:
        return unplaced(f"XXXX-{hit.value('m'):02}", "DATE", Granularity.MONTH)
    return month(number, hit.value("m"))._replace(relative=hit.has("p"))


@rule(r"(?P<a>MONTH) (?:DASH|AND) (?P<b>MONTH) (?:OF? (?P<y>YEAR))?")
def month_range(hit: Hit) -> Reading | None:
    """Read "May to July", "between May and July 2019"; "May and July" alone are two months."""
    joint, before = hit.words[hit.match.start() + 1].text, hit.before()
    if joint == "and" and (before is None or before.text != "between"):
        return None
    begin, end = hit.value("a"), hit.value("b")
    if hit.has("y"):
        return _month_span(hit.value("y") - (begin > end), begin, end)
    if hit.context.anchor is None:
        return unplaced(f"XXXX-{begin:02}/XXXX-{end:02}", "DATE")
    tense = Tense.PAST if hit.tense("a") is Tense.OPEN else hit.tense("a")
    return near_anchor(lambda y: _month_span(y, begin, end), hit.context.anchor, tense)


def _month_span(number: int, begin: int, end: int) -> Reading:
    first, last = month(number, begin), month(number + (begin > end), end)
    if first.first is None or last.last is None:
        raise ValueError("a month without days")
    return span(first.first, last.last, f"{first.value}/{last.value}")


_ABBREVIATED_WORDS = "jan feb mar apr jun jul aug sep oct nov dec sept"
_DAY_NUMBER: Final = re.compile(r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)?")
_ABBREVIATED: Final = frozenset(_ABBREVIATED_WORDS.split())
_BEFORE_MONTH: Final = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "until",
        "from",
        "to",
        "for",
        "and",
        "or",
        "between",
        "during",
        "through",
        "late",
        "early",
        "mid",
        "the",
        "a",
        ",",
        "(",
    ]
)


@rule(rf"{EDGE_HEAD} (?P<p>POINTER)? (?P<q>LAST)? (?P<m>MONTH)")
def month_alone(hit: Hit) -> Reading | None:
    """Read "in October", "last May", "mid-July"; not "Mar" or "May" where it can be a word or a name."""
    following = hit.after()
    if following is not None and (following.text == "day" or _DAY_NUMBER.fullmatch(following.text)):
        return None  # "May Day"; "early May 3", which is a day
    if hit.text("m") in _ABBREVIATED or (len(hit.all) == 1 and not _can_be_month(hit)) or hit.glued():
        return None
    number, anchor = hit.value("m"), hit.context.anchor
    if anchor is None:
        return unplaced(f"XXXX-{number:02}", "DATE", Granularity.MONTH)
    if hit.has("q") or pointed(hit, "p") < 0:
        return month(anchor.year - (number >= anchor.month), number)._replace(relative=True)
    if pointed(hit, "p") > 0:
        return month(anchor.year + (number <= anchor.month), number)._replace(relative=True)
    tense = Tense.PAST if hit.tense("m") is Tense.OPEN and not hit.has("p") else hit.tense("m")
    return near_anchor(lambda y: month(y, number), anchor, tense)


def _can_be_month(hit: Hit) -> bool:
    """A bare "May", "March", "April", "June", "August" needs a preposition before it, the others need nothing."""
    before = hit.before()
    if hit.text("m") not in ("may", "march", "april", "june", "august"):
        return True
    after = hit.after()
    return before is not None and before.text in _BEFORE_MONTH and (after is None or after.text not in ("on", "to"))


@rule(r"(?P<iso>ISO)")
def iso_day(hit: Hit) -> Reading | None:
    """Read "2021-11-07" and "2021-11-07T15:30"."""
    text = hit.text("iso")
    reading = day(datetime.date.fromisoformat(text[:10]))
    return reading if len(text) == 10 else reading._replace(value=text.upper().replace(" ", "T"), kind="TIME")


@rule(r"(?P<n>NUMERIC)")
def numeric_day(hit: Hit) -> Reading | None:
    """Read "10/12/2020" in the article's order; where that is unknown the interval holds both days."""
    first, second, number = (int(part) for part in hit.text("n").replace(".", "/").replace("-", "/").split("/"))
    number += 0 if number > 99 else 1900 + 100 * (number < 69)
    month_first = hit.context.month_first if max(first, second) <= 12 else first <= 12
    if month_first is None and first != second:
        days = sorted((datetime.date(number, first, second), datetime.date(number, second, first)))
        return span(days[0], days[1], f"{number:04}-XX-XX")
    return day(datetime.date(number, *((first, second) if month_first else (second, first))))


RULES: Final[tuple[Rule, ...]] = (
    month_day,
    day_month,
    day_range,
    range_month,
    week_of_day,
    month_year,
    month_range,
    month_alone,
    iso_day,
    numeric_day,
)
