"""Rules for the times of accounts: "the third quarter", "the first half of 2019", "the year ended June 30"."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

from headwater.text.dates.calendar import Reading, around, duration_value, half, quarter, shift, span, unplaced, year
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import YEAR_TAIL, day_of, near_anchor, year_of, year_tail
from headwater.text.dates.relative import day_word, singular
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["RULES"]


@rule(r"THE? (?:FISCAL|NEXT|THIS|LAST)? (?P<n>NTH) HYPHEN? QUARTER (?: OF? (?:FISCAL)? (?:THE? " + YEAR_TAIL + "))?")
def quarter_named(hit: Hit) -> Reading | None:
    """Read "the third quarter", "third-quarter", "the first quarter of 2019"."""
    return _year_part(hit, quarter, 4)


@rule(r"(?: THE? (?P<y>YEAR) | (?P<p>POINTER) UNIT) POSS? (?P<n>NTH) HYPHEN? QUARTER")
def quarter_after_year(hit: Hit) -> Reading | None:
    """Read "the 2019 third quarter", "last year's third quarter"."""
    return _year_part(hit, quarter, 4)


@rule(r"(?P<n>QNUMBER) (?: OF? (?:" + YEAR_TAIL + "))?")
def quarter_short(hit: Hit) -> Reading | None:
    """Read "Q3 2019"."""
    return _year_part(hit, quarter, 4)


@rule(r"THE? (?P<n>NTH|LAST) HYPHEN? HALF (?: OF (?:THE? " + YEAR_TAIL + ") | (?<=ORDINAL HYPHEN HALF))")
def half_named(hit: Hit) -> Reading | None:
    """Read "the first half of 2019", "first-half"."""
    return _year_part(hit, half, 2)


@rule(r"(?:AT LEAST)? THE? (?P<n>ORDINAL) (?P<a>NUM) (?P<u>QUARTERS) OF (?:THE? " + YEAR_TAIL + ")")
def first_quarters(hit: Hit) -> Reading | None:
    """Read "the first two quarters of 2019"."""
    number, count = year_of(hit), hit.value("a")
    if number is None or hit.value("n") != 1 or not 2 <= count <= 3 or not year_tail(hit):
        return None
    if count == 2:
        return half(number, 1)._replace(relative=hit.has("p"))
    last = quarter(number, count)
    return span(datetime.date(number, 1, 1), last.last or datetime.date.max, f"{number:04}-Q1/{last.value}")


def _year_part(hit: Hit, make: Callable[[int, int], Reading], parts: int) -> Reading | None:
    number = parts if hit.text("n") == "last" else hit.value("n")
    if not 1 <= number <= parts or not year_tail(hit):
        return None
    named, anchor = year_of(hit), hit.context.anchor
    if named is not None:
        return make(named, number)._replace(relative=hit.has("p"))
    if anchor is None:
        return unplaced(f"XXXX-{'Q' if parts == 4 else 'H'}{number}", "DATE", Granularity.QUARTER)
    # results are reported after the quarter's end: a quarter still running is meant only in the future tense
    tense = Tense.FUTURE if hit.tense("n") is Tense.FUTURE else Tense.PAST
    this_year = make(anchor.year, number)
    back = tense is Tense.PAST and this_year.first is not None and this_year.first > anchor
    return (make(anchor.year - 1, number) if back else this_year)._replace(relative=True)


_END = r"(?=ENDED (?: (?P<t>TODAY) | (?P<m>MONTH) (?: (?P<d>DAY) (?: COMMA? (?P<y>YEAR))?)?))"


@rule(rf"THE? FISCAL? (?: (?P<a>NUM) HYPHEN?)? (?P<u>UNIT|UNITS|QUARTER|QUARTERS) (?:PERIOD)? {_END}")
def ended(hit: Hit) -> Reading | None:
    """Read "the year" in "the year ended June 30", "the three months" in "the three months ended Sept. 30, 2019"."""
    unit, many = singular(hit.text("u")), str(hit.value("a")) if hit.has("a") else "1"
    if unit not in ("week", "month", "quarter", "year"):
        return None
    reading = unplaced(duration_value(unit, many), "DURATION")
    last = _last_day(hit)
    if last is None:
        return reading
    first = shift(last + datetime.timedelta(days=1), unit, -int(many))
    return reading._replace(first=first, last=last, relative=not hit.has("y"))


def _last_day(hit: Hit) -> datetime.date | None:
    if hit.has("t") and hit.context.anchor is not None:
        return day_word(hit.text("t"), hit.context.anchor)
    if not hit.has("d"):
        return None
    if hit.has("y"):
        return datetime.date(hit.value("y"), hit.value("m"), hit.value("d"))
    return day_of(hit.context, hit.value("d"), hit.value("m"), hit.tense("m")).last


@rule(r"THE (?:FISCAL|(?P<f>ADDED)) HYPHEN? (?P<u>UNIT)")
def the_business_year(hit: Hit) -> Reading | None:
    """Read "the fiscal year", "the full year": the one that runs; a fiscal year may have begun eleven months before."""
    anchor = hit.context.anchor
    if hit.text("u") != "year" or (hit.has("f") and hit.text("f") != "full"):
        return None
    if anchor is None:
        return unplaced("XXXX", "DATE", Granularity.YEAR)
    reading = year(anchor.year)._replace(relative=True)
    return (
        reading if hit.has("f") or reading.first is None else reading._replace(first=shift(reading.first, "month", -11))
    )


@rule(r"(?P<u>UNIT) HYPHEN (?P<e>END) (?P<y>YEAR)?")
def year_end(hit: Hit) -> Reading | None:
    """Read "year-end" and "year-end 2019": the last day of the year."""
    anchor = hit.context.anchor
    if hit.text("u") != "year" or hit.text("e") != "end":
        return None
    if hit.has("y"):
        return around("day", datetime.date(hit.value("y"), 12, 31))
    if anchor is None:
        return unplaced("XXXX-12-31", "DATE", Granularity.DAY)
    return near_anchor(lambda y: around("day", datetime.date(y, 12, 31)), anchor, hit.tense("u"))


@rule(r"THE (?: (?P<y>YEAR) | (?P<p>LAST)) (?P<u>PERIOD)")
def the_period(hit: Hit) -> Reading | None:
    """Read "the latest period", "the 1989 period" in a report of a quarter: that quarter, of the year named."""
    reported = hit.context.quarter
    if reported is None or reported.first is None or (hit.has("p") and hit.text("p") != "latest"):
        return None
    first = reported.first.replace(year=hit.value("y")) if hit.has("y") else reported.first
    return around("quarter", first)._replace(relative=reported.relative)


RULES: Final[tuple[Rule, ...]] = (
    quarter_named,
    quarter_after_year,
    quarter_short,
    half_named,
    first_quarters,
    ended,
    the_business_year,
    year_end,
    the_period,
)
