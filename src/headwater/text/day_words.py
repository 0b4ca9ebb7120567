"""Days in words: how a calendar day, an instant or a stretch of days is said to a reader, in every locale alike."""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.types import Granularity

__all__ = ["said_day", "said_days", "with_days_said"]

_NAMES: Final = "January February March April May June July August September October November December"  # no locale's
_MONTHS: Final = _NAMES.split()
_DAY: Final = len("2031-03-10")
_ISO: Final = re.compile(
    r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?(?![\w-]|\.\d)"
)


def said_day(iso: str) -> str:
    """An ISO day or instant as "10 March 2031" or "10 March 2031, 21:15 UTC"; what is neither comes back as it is."""
    try:
        instant = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return iso
    said = f"{instant.day} {_MONTHS[instant.month - 1]} {instant.year}"
    return said if len(iso) <= _DAY else f"{said}, {instant:%H:%M}{_zone(instant)}"


def said_days(first: str, last: str, granularity: Granularity) -> str:
    """The stretch of ISO days, both inclusive, as finely as it is known: a day, a month, a year, or from day to day.

    Two days of one month or year say the month or year once: "5 to 7 May 2031".
    """
    if granularity in (Granularity.YEAR, Granularity.MONTH):
        year, month, _ = first.split("-", 2)
        return year if granularity is Granularity.YEAR else f"{_MONTHS[int(month) - 1]} {year}"
    if granularity is Granularity.DECADE and first[:3] == last[:3]:
        return f"the {first[:4]}s"
    if first == last:
        return said_day(first)
    shared = 2 if first[:7] == last[:7] else 1 if first[:4] == last[:4] else 0
    words = said_day(first).split(" ")
    return f"{' '.join(words[: len(words) - shared])} to {said_day(last)}"


def with_days_said(text: str) -> str:
    """The text with the ISO months, days and instants in it said in words."""
    return _ISO.sub(lambda match: _said(match.group()), text)


def _said(iso: str) -> str:
    return said_day(iso) if len(iso) >= _DAY else said_days(f"{iso}-01", "", Granularity.MONTH)


def _zone(instant: datetime.datetime) -> str:
    name = instant.tzname()
    return f" {name}" if name else ""
