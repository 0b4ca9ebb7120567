"""When the texts were published: a soft sign. Crawl times mislead, pages are back-dated and clocks have zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from headwater.derivations.directions.ways import Sign, Way
from headwater.types import Document

__all__ = ["time_signs"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def time_signs(way: Way) -> Iterator[Sign]:
    """The source came out on an earlier day; hours of one day say nothing."""
    days = _day(way.source.document), _day(way.copy.document)
    if all(days) and days[0] < days[1]:
        yield Sign("published earlier", 1.0, f"{days[0]} and {days[1]}")


def _day(document: Document) -> str:
    """The ISO day on which a text came out; '' if that is unknown or unreadable."""
    published = document.article.published
    found = _DAY.match(published.value) if published is not None else None
    return found.group() if found else ""
