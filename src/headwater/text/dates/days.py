"""Rules for days and months of the calendar: "October 10", "7 November 2021", "May last year", "10/12/2020"."""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.text.dates.calendar import (
    Reading,
    day,
    month,
    nth_weekday,
    shift,
    span,
    unplaced,
    week,
    weekend,
)
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import (
    EDGE_HEAD,
    YEAR_TAIL,
    day_of,
    near_anchor,
    near_tense,
    pointed,
    year_of,
    year_tail,
)
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["RULES", "day_month", "month_day"]


@rule(rf"(?:THIS? ANYDAY COMMA? THE?)? (?P<m>MONTH) THE? (?P<d>DAY) (?: COMMA? (?:{YEAR_TAIL}))? (?!DASH DAY)")
def month_day(hit: Hit) -> Reading | None:
    """Read "October 10", "Sunday, Nov. 7, 2021", "May the sixth last year"; of captions "this Monday, Nov. 8"."""
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
        return _day_near(hit)
    reading = day(datetime.date(number, hit.value("m"), hit.value("d")))
    return reading._replace(relative=hit.has("p"))


def _day_near(hit: Hit) -> Reading:
    """A day and month without a year; beside a weekday, of the years around the one in which it is that weekday."""
    number, month_number, anchor = hit.value("d"), hit.value("m"), hit.context.anchor
    datetime.date(4, month_number, number)  # a leap year: raises where no year has that day
    if anchor is None:
        return day_of(hit.context, number, month_number, hit.tense("m"))
    return near_tense(lambda y: day(datetime.date(y, month_number, number)), hit, "m", anchor)


@rule(r"(?<=MONTH DAY AND) (?P<d>DAY)")
def second_day(hit: Hit) -> Reading | None:
    """Read the "25" of "April 24 and 25"."""
    reference, after = hit.context.reference, hit.after()
    if reference is None or reference.first is None or reference.granularity is not Granularity.DAY:
        return None
    if after is not None and after.letter == "." and after.text.isalpha() and hit.text("d").isdigit():
        return None  # "on April 24 and 25 people came"
    return day(reference.first.replace(day=hit.value("d")))._replace(relative=reference.relative)


@rule(rf"THE (?P<n>NTH|LAST) (?P<w>WEEKDAY|WEEKEND|UNIT) (?:IN|OF) (?P<m>MONTH) (?: COMMA? OF? (?:{YEAR_TAIL}))?")
def nth_of_month(hit: Hit) -> Reading | None:
    """Read "the second Sunday of May", "the first week of June 2019", "the last weekend of March"."""
    if not year_tail(hit) or (hit.text("n") not in ("last", "second") and not hit.word("n").value):
        return None
    if hit.text("w").endswith("day") is False and hit.text("w") not in ("week", "weekend"):
        return None
    number, anchor = year_of(hit), hit.context.anchor
    if number is not None:
        return _nth(hit, number)._replace(relative=hit.has("p"))
    if anchor is None:
        return unplaced("XXXX-XX-XX", "DATE", Granularity.DAY)
    return near_tense(lambda y: _nth(hit, y), hit, "m", anchor)


def _nth(hit: Hit, number: int) -> Reading:
    nth = -1 if hit.text("n") == "last" else hit.value("n")
    if hit.text("w") == "weekend":
        return weekend(nth_weekday(number, hit.value("m"), 5, nth))
    if hit.text("w") == "week":  # of a week the month is the one of its Thursday, as of a year (ISO 8601)
        return week(nth_weekday(number, hit.value("m"), 3, nth))
    found = nth_weekday(number, hit.value("m"), hit.value("w"), nth)
    if found.month != hit.value("m"):
        raise ValueError("no such weekday in the month")
    return day(found)


@rule(r"(?: ANYDAY COMMA?)? THE (?P<d>ORDINAL|SECOND) OF (?P<p>POINTER) (?P<u>UNIT)")
def day_of_pointed_month(hit: Hit) -> Reading | None:
    """Read "the 5th of last month"."""
    anchor = hit.context.anchor
    if hit.text("u") != "month":
        return None
    if anchor is None:
        return unplaced(f"XXXX-XX-{hit.value('d'):02}", "DATE", Granularity.DAY)
    return day(shift(anchor, "month", pointed(hit, "p")).replace(day=hit.value("d")))._replace(relative=True)


@rule(r"(?P<w>WEEKDAY) COMMA? THE (?P<d>ORDINAL|SECOND) (?!OF|UNIT)")
def weekday_the_nth(hit: Hit) -> Reading | None:
    """Read "Friday the 13th": the nearest such day to the anchor."""
    anchor, number = hit.context.anchor, hit.value("d")
    if number > 31 or not hit.text("d")[0].isdigit():
        return None
    if anchor is None:
        return unplaced(f"XXXX-XX-{number:02}", "DATE", Granularity.DAY)
    steps = sorted(range(-400, 401), key=lambda step: (abs(step), step))
    days = (anchor + datetime.timedelta(days=step) for step in steps)
    return next(day(each) for each in days if (each.day, each.weekday()) == (number, hit.value("w")))._replace(
        relative=True
    )


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
    if not _stands_alone(hit):
        return None
    number, anchor = hit.value("m"), hit.context.anchor
    if anchor is None:
        return unplaced(f"XXXX-{number:02}", "DATE", Granularity.MONTH)
    if hit.has("q") or pointed(hit, "p") < 0:
        return month(anchor.year - (number >= anchor.month), number)._replace(relative=True)
    if pointed(hit, "p") > 0:
        return month(anchor.year + (number <= anchor.month), number)._replace(relative=True)
    return near_tense(lambda y: month(y, number), hit, "m", anchor)


def _stands_alone(hit: Hit) -> bool:
    following = hit.after()
    if following is not None and (following.text == "day" or _DAY_NUMBER.fullmatch(following.text)):
        return False  # "May Day"; "early May 3", which is a day
    return hit.text("m") not in _ABBREVIATED and (len(hit.all) > 1 or _can_be_month(hit)) and not hit.glued()


def _can_be_month(hit: Hit) -> bool:
    """A bare "May", "March", "April", "June", "August" needs a preposition before it, the others need nothing."""
    before = hit.before()
    if hit.in_name("m"):
        return False
    if hit.text("m") not in ("may", "march", "april", "june", "august"):
        return True
    return before is not None and before.text in _BEFORE_MONTH


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
    second_day,
    nth_of_month,
    day_of_pointed_month,
    weekday_the_nth,
    week_of_day,
    month_year,
    month_range,
    month_alone,
    iso_day,
    numeric_day,
)
