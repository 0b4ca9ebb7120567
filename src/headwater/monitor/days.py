"""The day on which an article belongs into the stream of news: that of publication, if it can be."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from headwater.text import instants
from headwater.text.plausible import implausible_day
from headwater.types import Captured

__all__ = ["Dated", "day_number", "day_of", "iso_day"]

_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_CLOCKLESS: Final = range(365)  # 1970: a clock that was never set, or seconds that were taken for milliseconds
_ZONES: Final = 1  # day that it may already be elsewhere


class Dated(NamedTuple):
    """The day that an article is placed by, counted from 1 January 1970, and whether that is the day it states.

    `remark` says why it is not, where it states one and its source has not said yet why that cannot be.
    """

    day: int
    stated: bool
    remark: str = ""


def day_of(captured: Captured) -> Dated:
    """The day of publication; the day of capture where none is stated, or one that cannot be.

    That is one after the capture, or in 1970.
    """
    taken = day_number(captured.capture.taken)
    known = captured.article.published
    if known is None:
        return Dated(taken, False)
    stated = day_number(known.value)
    if implausible_day(known.value, captured.capture.taken):  # which `sources` tells
        return Dated(taken, False)
    if stated in _CLOCKLESS:
        wrong = f"says it was published on {iso_day(stated)}, as a clock does that was never set"
    elif stated > taken + _ZONES:
        wrong = f"says it was published on {iso_day(stated)}, after it was captured"
    else:
        return Dated(stated, True)
    return Dated(taken, False, f"{wrong}; it is placed by the day of its capture, {iso_day(taken)}")


def day_number(iso: str) -> int:
    """The days from 1 January 1970 to an ISO day or instant; the day is the one that is written, whatever the zone."""
    return instants.day_number(iso) - _EPOCH


def iso_day(number: int) -> str:
    """A day by its number as ISO 8601."""
    return datetime.date.fromordinal(number + _EPOCH).isoformat()
