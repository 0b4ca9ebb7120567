"""The days that a text names by day and month: where an article that tells no date of its own may belong in time.

Only day and month are read ("Sunday, April 14", "14 April 2024", "2024-04-14"), never "yesterday": without the day of
writing it tells nothing. Where the year is left out it is none before the latest that the text tells otherwise, and one
with that day of the week if it is told. From the same signs Chambers ("Labeling Documents with Timestamps", ACL 2012)
learns the year of a document; this is a guess, good for looking, not for stating.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from headwater.text.datelines import find_dateline

__all__ = ["NamedDays", "named_days"]

_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEKDAYS: Final = "montuewedthufrisatsun"
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_NAMED: Final = re.compile(
    r"\b(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day,? )?"
    rf"(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_MONTH}))"
    r"(?!\d|[,.:]\d)(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
)
_YEAR: Final = re.compile(r"(?<![\d$£€.,-])(?:19|20)\d\d(?![\d,-]|\.\d| (?:people|men|women))")
_READ: Final = 8000  # code points: what follows is background
_HEAD: Final = 600  # code points in which a whole date is that of the news, not of its background
_MENTIONS: Final = 3  # days of which all years are thought of
_BACK: Final = 12  # years before the text was read that a year left out may mean
_AHEAD: Final = datetime.timedelta(days=1)  # it may be tomorrow there already


class NamedDays(NamedTuple):
    """The days that a text may mean by the first three that it names, and which of them it was likely written about.

    `likely` is that of a dateline, of "Sunday, April 14", or a whole date at the head; None where there is none.
    """

    days: tuple[datetime.date, ...] = ()
    likely: datetime.date | None = None


class _Mention(NamedTuple):
    """A day as it is named, and where."""

    at: int
    month: int
    day: int
    year: int | None
    weekday: int | None


def named_days(text: str, read: datetime.date) -> NamedDays:
    """The days that `text` names, none later than the day after `read`, on which it was read or fetched."""
    mentions = list(_mentions(text[:_READ]))
    first = list({(one.month, one.day, one.year): one for one in reversed(mentions)}.values())[::-1][:_MENTIONS]
    earliest = max([read.year - _BACK, *(year for year in _years(text[:_READ]) if year <= read.year)])
    days = {one: _days(one, earliest, read) for one in first}
    dateline = find_dateline(text) if first else None
    filed = (dateline.start, dateline.end) if dateline is not None else (0, 0)
    likely = (max(days[one]) for one in first if days[one] and _is_of_the_news(one, filed))
    return NamedDays(tuple(sorted(frozenset().union(*days.values()), reverse=True)), next(likely, None))


def _is_of_the_news(one: _Mention, dateline: tuple[int, int]) -> bool:
    """Whether a day stands where, or as, the day of what is news does."""
    filed = dateline[0] <= one.at < dateline[1]
    return filed or one.weekday is not None or (one.year is not None and one.at < _HEAD)


def _mentions(text: str) -> Iterator[_Mention]:
    for match in _NAMED.finditer(text):
        if match["iso"]:
            yield _Mention(match.start(), int(match["iso"][5:7]), int(match["iso"][8:]), int(match["iso"][:4]), None)
        else:
            month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) // 3 + 1
            weekday = _WEEKDAYS.index(match["weekday"].lower()) // 3 if match["weekday"] else None
            year = int(match["year"]) if match["year"] else None
            yield _Mention(match.start(), month, int(match["d1"] or match["d2"]), year, weekday)


def _years(text: str) -> Iterator[int]:
    return (int(match.group()) for match in _YEAR.finditer(text))


def _days(mention: _Mention, earliest: int, read: datetime.date) -> frozenset[datetime.date]:
    """The days that can be meant, those with the day of the week that is told if there are any."""
    years = [mention.year] if mention.year is not None else range(earliest, read.year + 1)
    days = frozenset(day for year in years if (day := _date(year, mention)) is not None and day <= read + _AHEAD)
    return frozenset(day for day in days if day.weekday() == mention.weekday) or days


def _date(year: int, mention: _Mention) -> datetime.date | None:
    try:
        return datetime.date(year, mention.month, mention.day)
    except ValueError:
        return None
