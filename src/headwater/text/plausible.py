"""Dates of publication that no newsroom can have meant: the zero of a computer's clock, and days yet to come."""

from __future__ import annotations

import datetime
from typing import Final

__all__ = ["implausible_day"]

_ZEROS: Final = (datetime.date(1969, 12, 31), datetime.date(1970, 1, 1))
_LAST_NEAR_ZERO: Final = datetime.date(1970, 2, 28)  # where seconds taken for milliseconds put all days of our century
_AHEAD: Final = datetime.timedelta(days=2)  # time zones, and what is dated for tomorrow's paper


def implausible_day(published: str, taken: str = "") -> str:
    """Return why a date of publication cannot be, in words that go behind "is", or '' where it can.

    `published` is an ISO 8601 day or instant, `taken` that at which the article was read or fetched; without it nothing
    is known to lie ahead. Neither the clock nor the time zone of this machine is asked.
    """
    day = _day(published)
    if day is None:
        return ""
    if day in _ZEROS:
        return "the zero of a computer's clock, not a date"
    if _ZEROS[0] < day <= _LAST_NEAR_ZERO:
        return "near the zero of a computer's clock, as a count in the wrong unit is, not a date"
    read = _day(taken)
    if read is not None and day > read + _AHEAD:
        return f"later than the day it was read ({read.isoformat()})"
    return ""


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None
