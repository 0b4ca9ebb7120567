"""Which of two times of publication is later. Some state an instant with its zone, some only the day, some nothing."""

from __future__ import annotations

import datetime
from typing import Final

__all__ = ["is_later", "order_of"]

_DAY: Final = 10  # characters of an ISO day


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
