"""The day on which an article belongs into the stream of news: that of publication, if it can be."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from headwater.text import instants
from headwater.text.named_days import named_days
from headwater.text.plausible import implausible_day
from headwater.types import Captured

__all__ = ["Dated", "day_number", "day_of", "iso_day"]

_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_WEEK: Final = 7  # days before the capture from which on a text that is not what it seems may be written


class Dated(NamedTuple):
    """The day that an article is placed by, counted from 1 January 1970, and whether that is the day it states.

    `likely` are days at or soon after which it may be written, where it states none.
    """

    day: int
    stated: bool
    likely: tuple[int, ...] = ()


def day_of(captured: Captured) -> Dated:
    """The day of publication; where none is stated, or one that cannot be, a likely one, or that of capture.

    A likely one is the day of a dateline, one with its day of the week, or a whole date at the head of the text.
    """
    published, taken = captured.article.published, captured.capture.taken
    if published is not None and not implausible_day(published.value, taken):
        return Dated(day_number(published.value), True)
    read = day_number(taken)
    named = named_days(captured.article.text, datetime.date.fromordinal(read + _EPOCH))
    days = [day.toordinal() - _EPOCH for day in named.days]
    if named.likely is None:
        return Dated(read, False, tuple(days))
    likely = named.likely.toordinal() - _EPOCH
    return Dated(likely, False, (read - _WEEK, *days))


def day_number(iso: str) -> int:
    """The days from 1 January 1970 to an ISO day or instant; the day is the one that is written, whatever the zone."""
    return instants.day_number(iso) - _EPOCH


def iso_day(number: int) -> str:
    """A day by its number as ISO 8601."""
    return datetime.date.fromordinal(number + _EPOCH).isoformat()
