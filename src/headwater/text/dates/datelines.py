"""The date in a dateline: "PORT ELLIN, July 3 (Agency) -", the day on which the reporting was filed."""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.text.datelines import find_dateline

__all__ = ["dateline_day"]

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<then>{_MONTH}))"
    r"\b(?:,? ?(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_HEAD: Final = 1500  # code points in which a dateline can begin and end
_WINDOW = datetime.timedelta(days=45)  # a text is published at most so long after it was filed


def dateline_day(text: str, published: datetime.date | None) -> datetime.date | None:
    """The day that the dateline of `text` gives, in any of the forms of agencies (`find_dateline`), or None.

    A dateline seldom names the year: it is the one that brings the day nearest to `published`. A day more than 45 days
    from publication is not believed. Without year and publication there is no answer.
    """
    if _DAY.search(text, 0, _HEAD) is None:  # most texts: no need to look for a dateline
        return None
    dateline = find_dateline(text)
    match = _DAY.search(text, dateline.start, dateline.end) if dateline is not None else None
    if match is None:
        return None
    years = [int(match["year"])] if match["year"] else _years_about(published)
    month, number = match["month"] or match["then"], match["day"] or match["first"]
    days = [day for year in years if (day := _day(year, month, number)) is not None]
    if published is not None:
        days = [day for day in days if abs(day - published) <= _WINDOW]
    return min(days, key=lambda day: abs(day - (published or day)), default=None)


def _years_about(published: datetime.date | None) -> list[int]:
    return [] if published is None else [published.year - 1, published.year, published.year + 1]


def _day(year: int, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, _MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:  # "Feb. 30", and years outside the calendar
        return None
