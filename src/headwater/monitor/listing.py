"""What a user asks a list of stories for, checked and put as the library has it."""

from __future__ import annotations

from typing import TypedDict

from headwater.errors import OptionError
from headwater.library import Listing
from headwater.monitor.analyses import shaping_digest
from headwater.monitor.days import day_number
from headwater.settings import Settings
from headwater.text.days import read_day
from headwater.text.printable import printable
from headwater.version import VERSION

__all__ = ["Filters", "day_asked", "listing_of", "positive"]


class Filters(TypedDict, total=False):
    """Which stories are wanted; days are ISO, and each filter narrows what the others leave."""

    since: str | None  # those that touch this day or a later one
    until: str | None  # this day or an earlier one
    query: str  # with an article that these words find
    outlet: str  # with an article of this outlet
    place: str  # read ones, that happened in this place, region or country
    disputed: bool  # read ones, on which lines differ
    single_line: bool  # read ones, whose articles are all one line
    altered: bool  # read ones, of which copies altered something
    read: bool | None  # True: those that were read as they stand; False: those that were not, or changed since
    limit: int  # so many at most; 50 unless told
    after: int  # leaving out the first so many


def listing_of(filters: Filters, settings: Settings) -> Listing:
    """The listing that is asked for. Raises `OptionError` for what is no day and for numbers that cannot be."""
    after = filters.get("after", 0)
    if after < 0:
        raise OptionError(f"after is {after}; it must be 0 or more")
    return Listing(
        since=day_asked(filters.get("since")),
        until=day_asked(filters.get("until")),
        query=filters.get("query", ""),
        outlet=filters.get("outlet", ""),
        place=filters.get("place", ""),
        disputed=filters.get("disputed", False),
        single_line=filters.get("single_line", False),
        altered=filters.get("altered", False),
        read=filters.get("read"),
        limit=positive(filters.get("limit", 50)),
        after=after,
        settings=shaping_digest(settings),
        version=VERSION,
    )


def day_asked(iso: str | None) -> int | None:
    """A day that a user writes. Raises `OptionError` for what is none."""
    if iso is None:
        return None
    read = read_day(iso)
    if read is None:
        raise OptionError(f"{printable(iso)!r} is no day; write it as 2021-05-03")
    return day_number(read)


def positive(limit: int) -> int:
    """How many are wanted. Raises `OptionError` for none."""
    if limit < 1:
        raise OptionError(f"limit is {limit}; it must be at least 1")
    return limit
