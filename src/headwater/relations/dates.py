"""When two claims say that it happened: days by what their words can mean, coarse ones holding the fine ones."""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.relations.context import Compared, Context, Fit
from headwater.text.dates import NARROWED, are_apart, days_meant
from headwater.types import Claim, ConflictKind, Date, Granularity

__all__ = ["compare_dates", "dates_exclude", "day_apart", "only_date"]

_DAYS: Final = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MOMENT})
_CLOCK: Final = re.compile(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?")
_FAR: Final = 2  # hours: what is told by the clock is told roughly
_EDGE: Final = re.compile(
    r"\b(?:midnight|overnight|night|nighttime|late\s+(?:on|in\s+the)|small\s+hours|early\s+hours|before\s+dawn|predawn"
    r"|pre-dawn|[GU]MT|UTC|local\s+time|[ECMP][SD]?T|CES?T|BST)\b"
)
"""Words by which an event lies at the edge of a day, or its day is that of another zone."""


def compare_dates(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """The one date of each claim against the other's; of claims with several nothing is excluded."""
    here, there = only_date(one), only_date(other)
    if here is None or there is None:
        return _one_sided(one, other, here, there)
    fit, note = _fit(here, there, one, other, context)
    return (Compared("date", fit, note, here.span, there.span, ConflictKind.DATE),)


def _one_sided(one: Claim, other: Claim, here: Date | None, there: Date | None) -> tuple[Compared, ...]:
    if one.when and other.when:
        spans = one.when[0].span, other.when[0].span
        return (Compared("date", Fit.BOTH, "one of them names several times", *spans),)
    note = "only one of them says when"
    if here is not None and not other.when:
        return (Compared("date", Fit.NARROWER, note, here.span, None),)
    return (Compared("date", Fit.WIDER, note, None, there.span),) if there is not None and not one.when else ()


def only_date(claim: Claim) -> Date | None:
    """The claim's one date: with several, which dates the event is a guess."""
    dates = [date for date in claim.when if date.kind in {"DATE", "TIME"} and date.first]
    return dates[0] if len(dates) == 1 else None


def dates_exclude(one: Date, other: Date) -> bool:
    """Whether two dates can mean no day in common: days, two months, or a year and whatever lies in another year.

    A day against another month is a slip or another event more often than a difference, and stays unsaid.
    """
    fine = {one.granularity, other.granularity}
    alike = bool(fine & {Granularity.YEAR}) or len(fine) == 1 or fine <= _DAYS
    narrowed = not NARROWED.isdisjoint((one.modifier, other.modifier))  # "late 2019" against "March 2019"
    return (alike or narrowed) and are_apart(one, other)


def day_apart(one: Date, other: Date) -> bool:
    """Whether the two are single days next to each other."""
    here, there = days_meant(one), days_meant(other)
    if here is None or there is None or here[0] != here[1] or there[0] != there[1]:
        return False
    return abs(here[0] - there[0]) == datetime.timedelta(days=1)


def _fit(here: Date, there: Date, one: Claim, other: Claim, context: Context) -> tuple[Fit, str]:
    if are_apart(here, there):
        return _fit_of_days_apart(here, there, one, other, context)
    hours = _hours_apart(here, there)
    if hours >= _FAR and not any(_EDGE.search(context.sentence(claim)) for claim in (one, other)):
        return Fit.APART, f"{hours:g} hours lie between the times"
    mine, theirs = days_meant(here), days_meant(there)
    if mine is None or theirs is None:
        return Fit.SILENT, ""
    if mine == theirs:
        return Fit.SAME, ""
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return Fit.NARROWER, ""
    return (Fit.WIDER if mine[0] <= theirs[0] and theirs[1] <= mine[1] else Fit.BOTH), ""


def _hours_apart(one: Date, other: Date) -> float:
    """How many hours lie between two times of one day; 0 if one of them gives no hour."""
    here, there = _CLOCK.search(one.value), _CLOCK.search(other.value)
    if here is None or there is None or one.first != other.first:
        return 0
    minutes = [60 * int(clock["hour"]) + int(clock["minute"] or 0) for clock in (here, there)]
    return abs(minutes[0] - minutes[1]) / 60


def _fit_of_days_apart(here: Date, there: Date, one: Claim, other: Claim, context: Context) -> tuple[Fit, str]:
    if not dates_exclude(here, there):
        return Fit.UNRELATED, "days of other times"
    if not day_apart(here, there):
        return Fit.APART, "the dates exclude each other"
    if any(_EDGE.search(context.sentence(claim)) for claim in (one, other)):
        return Fit.BOTH, "a day apart at the edge of a day: the local day and that of another zone, or one night"
    return Fit.APART, "the dates exclude each other, unless one is the day of another zone"
