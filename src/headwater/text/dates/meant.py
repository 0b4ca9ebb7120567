"""Which days an expression can mean, its modifier heard: what two dates are compared by.

The interval of a `Date` is that of its unit: "late 2019" has all of 2019, so that nothing is lost. Where two dates are
set beside each other the modifier counts, by a wide convention: "early" is the first half of the unit, "mid" the half
about its middle, "late" the second half; "about" and "nearly" reach a unit to either side; "earlier this year" ends and
"later this year" begins on the day of writing. What lies "more than ten years" back has no first day.
"""

from __future__ import annotations

import datetime
from typing import Final

from headwater.types import Date

__all__ = ["NARROWED", "are_apart", "days_meant"]

NARROWED: Final = frozenset(("start", "mid", "end"))
"""Modifiers that mean a part of the unit."""
_SHORTEST: Final = 7  # days of a unit that has an early and a late part


def days_meant(date: Date) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that the expression can mean; None where it lies nowhere, or has no first or last day."""
    if date.first is None or date.last is None:
        return None
    first, last = datetime.date.fromisoformat(date.first), datetime.date.fromisoformat(date.last)
    if date.modifier in NARROWED:
        return _part(first, last, date.modifier)
    if date.modifier == "approx":
        return _widened(first, last)
    if date.modifier in ("before", "after"):
        return _beside(date, first, last)
    return first, last


def _part(first: datetime.date, last: datetime.date, which: str) -> tuple[datetime.date, datetime.date]:
    length = (last - first).days + 1
    if length < _SHORTEST:
        return first, last
    quarter, middle = datetime.timedelta(days=length // 4), first + datetime.timedelta(days=length // 2)
    return {
        "start": (first, middle - datetime.timedelta(days=1)),
        "mid": (first + quarter, last - quarter),
        "end": (middle, last),
    }[which]


def _widened(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    unit = last - first + datetime.timedelta(days=1)
    return max(first, datetime.date.min + unit) - unit, min(last, datetime.date.max - unit) + unit


def _beside(date: Date, first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date] | None:
    """The part of the running unit before or after the day of writing; None for "more than ten years ago"."""
    anchor = datetime.date.fromisoformat(date.anchor) if date.anchor else None
    if anchor is None or not first <= anchor <= last:
        return None
    return (first, anchor) if date.modifier == "before" else (anchor, last)


def are_apart(one: Date, other: Date) -> bool:
    """Whether no day can be meant by both."""
    here, there = days_meant(one), days_meant(other)
    return here is not None and there is not None and (here[1] < there[0] or there[1] < here[0])
