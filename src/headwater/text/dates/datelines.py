"""The date in a dateline: "PORT ELLIN, July 3 (Agency) -", the day on which the reporting was filed."""

from __future__ import annotations

import datetime
import re
from typing import Final

__all__ = ["dateline_day"]

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DATELINE = re.compile(
    r"\s{0,20}(?P<place>[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w .]{1,30})?),? "
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<day>\d{1,2})(?:, (?P<year>\d{4}))?"
    r"(?= ?(?:\(|[-–—]|/))"
)
_WINDOW = datetime.timedelta(days=45)  # a text is published at most so long after it was filed


def dateline_day(text: str, published: datetime.date | None) -> datetime.date | None:
    """The day a dateline at the head of `text` gives, or None.

    A dateline seldom names the year: it is the one that brings the day nearest to `published`. A day more than 45 days
    from publication is not believed. Without year and publication there is no answer.
    """
    match = _DATELINE.match(text)
    if match is None:
        return None
    years = [int(match["year"])] if match["year"] else _years_about(published)
    days = [day for year in years if (day := _day(year, match["month"], match["day"])) is not None]
    if published is not None:
        days = [day for day in days if abs(day - published) <= _WINDOW]
    return min(days, key=lambda day: abs(day - (published or day)), default=None)


def _years_about(published: datetime.date | None) -> list[int]:
    return [] if published is None else [published.year - 1, published.year, published.year + 1]


def _day(year: int, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:  # "Feb. 30"
        return None
