"""When the texts were published: a soft sign. Crawl times mislead, pages are back-dated and clocks have zones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from headwater.derivations.directions.ways import Sign, Way
from headwater.text.instants import published_at

__all__ = ["time_signs"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOURS: Final = datetime.timedelta(hours=12)  # between instants; what is nearer says nothing
_DAYS: Final = datetime.timedelta(days=1)  # between days: the same hour has two dates, one on each side of the world


def time_signs(way: Way) -> Iterator[Sign]:
    """The source came out half a day before the copy by the clock, or two days by their dates."""
    times = published_at(way.source.document.article), published_at(way.copy.document.article)
    if all(times) and _is_earlier(*times):
        yield Sign("published earlier", 1.0, f"{times[0]} and {times[1]}")


def _is_earlier(one: str, other: str) -> bool:
    """Whether one time is clearly before the other: by the clock where both tell their zones, else by the days."""
    instants = _instant(one), _instant(other)
    if instants[0] is not None and instants[1] is not None:
        return instants[1] - instants[0] >= _HOURS
    days = _day(one), _day(other)
    return days[0] is not None and days[1] is not None and days[1] - days[0] > _DAYS


def _instant(time: str) -> datetime.datetime | None:
    """A time that tells its zone; None for all others."""
    try:
        found = datetime.datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _day(time: str) -> datetime.date | None:
    """The ISO day of a time, as it is written; None if it cannot be read."""
    found = _DAY.match(time)
    try:
        return datetime.date.fromisoformat(found.group()) if found is not None else None
    except ValueError:
        return None
