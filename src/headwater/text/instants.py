"""Times of publication: some state an instant with its zone, some only the day, some nothing. Which of two is later."""

from __future__ import annotations

import datetime
from typing import Final

from headwater.types import Article

__all__ = ["day_number", "is_later", "order_of", "published_at"]

_DAY: Final = 10  # characters of an ISO day


def published_at(article: Article) -> str:
    """The ISO day or instant at which an article appeared, '' if it does not say."""
    return article.published.value if article.published is not None else ""


def day_number(time: str) -> int:
    """The day of an ISO day or instant as a number: two of them are as many days apart as they differ.

    Raises `ValueError` if it is not ISO 8601.
    """
    return datetime.date.fromisoformat(time[:_DAY]).toordinal()


def is_later(one: str, other: str) -> bool:
    """Whether ISO day or instant `one` is surely later than `other`: by the clock if both state it, else by the day.

    What states no time ('') is neither earlier nor later than anything. Days count as they are written, each in the
    zone of its newsroom. Raises `ValueError` if one is not ISO 8601.
    """
    if not one or not other:
        return False
    if _is_day(one) or _is_day(other):
        return one[:_DAY] > other[:_DAY]
    return order_of(one) > order_of(other)


def order_of(time: str) -> datetime.datetime:
    """A key that sorts ISO days and instants over zones: a day as its first moment, no time ('') before all."""
    if not time:
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    instant = datetime.datetime.fromisoformat(time)
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=datetime.UTC)


def _is_day(time: str) -> bool:
    return len(time) == _DAY
