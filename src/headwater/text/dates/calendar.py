"""The calendar: what a day, week, month, quarter, season, year ... is, as days and as a TIMEX3 value.

Values follow TIMEX3 (ISO-TimeML, ISO 24617-1): `2021-11-07`, `2021-W44`, `2021-11`, `2021-Q3`, `2021-SU`, `2021`,
`199` (a decade), `XXXX-11` where the year is unknown. Seasons are the meteorological ones of the northern
hemisphere; the winter of a year begins in its December. Functions raise `ValueError` or `OverflowError` outside
the years 1 to 9999, which the engine reads as "not a date".
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from typing import Final, NamedTuple

from headwater.types import Granularity

__all__ = [
    "DURATION_CODES",
    "SEASONS",
    "Reading",
    "around",
    "century",
    "day",
    "decade",
    "duration_value",
    "easter",
    "half",
    "last_weekday",
    "month",
    "next_weekday",
    "nth_weekday",
    "part_of_day",
    "quarter",
    "season",
    "shift",
    "span",
    "unknown",
    "unplaced",
    "week",
    "weekend",
    "year",
]

_DAY = datetime.timedelta(days=1)
SEASONS: Final = ("SP", "SU", "FA", "WI")
_UNKNOWN: Final[dict[str, tuple[str, Granularity]]] = {
    "day": ("XXXX-XX-XX", Granularity.DAY),
    "week": ("XXXX-WXX", Granularity.WEEK),
    "weekend": ("XXXX-WXX-WE", Granularity.WEEK),
    "month": ("XXXX-XX", Granularity.MONTH),
    "quarter": ("XXXX-QX", Granularity.QUARTER),
    "season": ("XXXX-XX", Granularity.SEASON),
    "year": ("XXXX", Granularity.YEAR),
    "decade": ("XXX", Granularity.DECADE),
    "century": ("XX", Granularity.SPAN),
}

DURATION_CODES: Final = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "fortnight": "{}F",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
    "millennium": "{}L",
}


def duration_value(unit: str, count: str) -> str:
    """The TIMEX3 duration: 2, "fortnight" is P2W x 2, decades and centuries are counted in years."""
    if unit in ("decade", "century", "millennium", "fortnight") and count.isdigit():
        factor, base = {"decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year")}.get(
            unit, (2, "week")
        )
        return duration_value(base, str(int(count) * factor))
    return "P" + DURATION_CODES[unit].format(count)


class Reading(NamedTuple):
    """What an expression says: TIMEX3 value and type, granularity, first and last day, and if it needed an anchor.

    `moved` is the way from an event to the day meant, where the words count from one: ("day", 2).
    """

    value: str
    kind: str
    granularity: Granularity
    first: datetime.date | None
    last: datetime.date | None
    relative: bool = False
    moved: tuple[str, int] | None = None


def unplaced(value: str, kind: str, granularity: Granularity = Granularity.SPAN) -> Reading:
    """A reading that lies nowhere on the calendar: a duration, a set, a vague reference."""
    return Reading(value, kind, granularity, None, None)


def unknown(unit: str) -> Reading:
    """A relative expression without an anchor: "last week" is some week."""
    value, granularity = _UNKNOWN[unit]
    return unplaced(value, "DATE", granularity)


def span(first: datetime.date, last: datetime.date, value: str, kind: str = "DATE") -> Reading:
    """A stretch of days of its own. Raises `ValueError` if it ends before it begins."""
    if last < first:
        raise ValueError(f"{first} to {last} is no stretch of days")
    return Reading(value, kind, Granularity.SPAN, first, last)


def day(date: datetime.date) -> Reading:
    """One day."""
    return Reading(date.isoformat(), "DATE", Granularity.DAY, date, date)


def part_of_day(date: datetime.date, part: str, granularity: Granularity = Granularity.PART) -> Reading:
    """A part of a day (`part` is "MO", "AF", "EV", "NI") or a clock time ("15:30")."""
    return Reading(f"{date.isoformat()}T{part}", "TIME", granularity, date, date)


def week(date: datetime.date) -> Reading:
    """The ISO week, Monday to Sunday, that holds `date`."""
    first = date - datetime.timedelta(days=date.weekday())
    iso = date.isocalendar()
    return Reading(f"{iso.year:04}-W{iso.week:02}", "DATE", Granularity.WEEK, first, first + 6 * _DAY)


def weekend(date: datetime.date) -> Reading:
    """The Saturday and Sunday of the ISO week that holds `date`."""
    whole = week(date)
    saturday = date + (5 - date.weekday()) * _DAY
    return whole._replace(value=whole.value + "-WE", first=saturday, last=saturday + _DAY)


def month(year_number: int, number: int) -> Reading:
    """A calendar month, 1 to 12."""
    first = datetime.date(year_number, number, 1)
    last = first.replace(day=calendar.monthrange(year_number, number)[1])
    return Reading(f"{year_number:04}-{number:02}", "DATE", Granularity.MONTH, first, last)


def _months(year_number: int, first: int, count: int, value: str, granularity: Granularity) -> Reading:
    begin = datetime.date(year_number, first, 1)
    return Reading(f"{year_number:04}-{value}", "DATE", granularity, begin, shift(begin, "month", count) - _DAY)


def quarter(year_number: int, number: int) -> Reading:
    """A calendar quarter, 1 to 4."""
    return _months(year_number, 3 * number - 2, 3, f"Q{number}", Granularity.QUARTER)


def half(year_number: int, number: int) -> Reading:
    """A half of a year, 1 or 2."""
    return _months(year_number, 6 * number - 5, 6, f"H{number}", Granularity.SPAN)


def season(year_number: int, name: str) -> Reading:
    """A season, named as in `SEASONS`; winter runs into the next year."""
    return _months(year_number, 3 * SEASONS.index(name) + 3, 3, name, Granularity.SEASON)


def year(number: int) -> Reading:
    """A calendar year."""
    first = datetime.date(number, 1, 1)
    return Reading(f"{number:04}", "DATE", Granularity.YEAR, first, first.replace(month=12, day=31))


def decade(number: int) -> Reading:
    """The ten years that begin with `number`, a year that ends in 0."""
    first, last = datetime.date(number, 1, 1), datetime.date(number + 9, 12, 31)
    return Reading(f"{number // 10:03}", "DATE", Granularity.DECADE, first, last)


def century(number: int) -> Reading:
    """The hundred years of which the `number`th century speaks: the 19th is 1800 to 1899."""
    first, last = datetime.date(100 * number - 100 or 1, 1, 1), datetime.date(100 * number - 1, 12, 31)
    return Reading(f"{number - 1:02}", "DATE", Granularity.SPAN, first, last)


def around(unit: str, date: datetime.date) -> Reading:
    """The calendar unit ("week", "month", ...) that holds `date`."""
    makers: dict[str, Callable[[], Reading]] = {
        "week": lambda: week(date),
        "weekend": lambda: weekend(date),
        "month": lambda: month(date.year, date.month),
        "quarter": lambda: quarter(date.year, (date.month + 2) // 3),
        "year": lambda: year(date.year),
        "decade": lambda: decade(date.year // 10 * 10),
        "century": lambda: century(date.year // 100 + 1),
    }
    return makers.get(unit, lambda: day(date))()


_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def shift(date: datetime.date, unit: str, count: int) -> datetime.date:
    """`date` moved by `count` units; the last days of a month are kept inside the month arrived at."""
    if unit not in _MONTHS:
        return date + datetime.timedelta(days=_DAYS.get(unit, 0) * count)
    months = date.year * 12 + date.month - 1 + _MONTHS[unit] * count
    year_number, number = months // 12, months % 12 + 1
    if not 1 <= year_number <= 9999:
        raise OverflowError(f"{unit} {count:+} from {date} leaves the calendar")
    return datetime.date(year_number, number, min(date.day, calendar.monthrange(year_number, number)[1]))


def last_weekday(anchor: datetime.date, weekday: int) -> datetime.date:
    """The most recent such weekday (Monday is 0) on or before `anchor`."""
    return anchor - ((anchor.weekday() - weekday) % 7) * _DAY


def next_weekday(anchor: datetime.date, weekday: int) -> datetime.date:
    """The first such weekday (Monday is 0) on or after `anchor`."""
    return anchor + ((weekday - anchor.weekday()) % 7) * _DAY


def nth_weekday(year_number: int, number: int, weekday: int, nth: int) -> datetime.date:
    """The nth such weekday of a month; a negative `nth` counts from the end."""
    if nth > 0:
        return next_weekday(datetime.date(year_number, number, 1), weekday) + 7 * (nth - 1) * _DAY
    last = month(year_number, number).last or datetime.date.max
    return last_weekday(last, weekday) + 7 * (nth + 1) * _DAY


def easter(year_number: int) -> datetime.date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (hundreds, rest) = year_number % 19, divmod(year_number, 100)
    correction = (8 * hundreds + 13) // 25
    epact = (19 * golden + hundreds - hundreds // 4 - correction + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift_back = (golden + 11 * epact + 22 * weekday) // 451
    number, day_before = divmod(epact + weekday - 7 * shift_back + 114, 31)
    return datetime.date(year_number, number, day_before + 1)
