"""Words for a day that leave out the year or the week, and the days that they can mean: "March 16", "early Sunday"."""

from __future__ import annotations

import datetime
import re
from typing import Final

__all__ = ["gives_day"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_DAY: Final = re.compile(
    rf"\b(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})|"
    rf"(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<after>{'|'.join(_MONTHS)}))",
    re.IGNORECASE,
)
_OTHER_WEEK: Final = re.compile(r"\b(?:last|next|previous|following|every|each|later)\b", re.IGNORECASE)


def gives_day(words: str, day: datetime.date) -> bool:
    """Whether words without a year name the day: by month and day, or by the day of the week and no other week."""
    found = _MONTH_DAY.search(words)
    if found is not None:
        month = (found["month"] or found["after"]).lower()
        return (_MONTHS.index(month) + 1, int(found["day"] or found["before"])) == (day.month, day.day)
    return _DAYS[day.weekday()] in words.lower() and _OTHER_WEEK.search(words) is None
