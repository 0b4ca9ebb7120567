"""What the rules for calendar dates share: pointers ("last", "next"), year tails, and placing a date without a year.

A day or month without a year is placed near the anchor: the last one before it, or after it where the clause speaks of
the future. Without an anchor its year stays `XXXX`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

from headwater.text.dates.calendar import Reading, day, unplaced
from headwater.text.dates.context import Context, Hit
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["EDGE_HEAD", "YEAR_TAIL", "day_of", "near_anchor", "near_tense", "pointed", "year_of", "year_tail"]

# pattern pieces: how a year can follow, and what can stand before a month or year
YEAR_TAIL: Final = r"(?P<y>YEAR) | (?P<p>POINTER) UNIT"
EDGE_HEAD: Final = r"(?:EDGE HYPHEN? IN? THE? | THE? END OF)?"

_GRACE = datetime.timedelta(days=10)  # a past-tense clause may speak of a day this little ahead: a slip of the parse
_EVER = datetime.date(4, 1, 1)  # a leap year, to see whether "February 29" can be a day at all


def near_anchor(make: Callable[[int], Reading], anchor: datetime.date, tense: Tense) -> Reading:
    """The yearless `make(year)` that the tense points at: last before the anchor, next after it, or the nearest."""
    readings = []
    for number in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            readings.append(make(number))
        except (ValueError, OverflowError):  # 29 February in a common year
            continue
    return min(readings, key=lambda reading: _distance(reading, anchor, tense))._replace(relative=True)


def _distance(reading: Reading, anchor: datetime.date, tense: Tense) -> tuple[bool, int]:
    first, last = reading.first or anchor, reading.last or anchor
    grace = _GRACE if reading.granularity is Granularity.DAY else datetime.timedelta()
    if tense is Tense.FUTURE:
        return last < anchor - grace, abs((first - anchor).days)
    return tense is Tense.PAST and first > anchor + grace, abs((last - anchor).days)


_AHEAD = datetime.timedelta(days=100)  # what a noun's date can lie ahead of the day of writing: "the December 3 vote"


def near_tense(make: Callable[[int], Reading], hit: Hit, group: str, anchor: datetime.date) -> Reading:
    """The yearless date near the anchor: by tense, but where it hangs on a noun the next one, if it comes soon.

    The tense is that of what was said about the vote: "they feared the December 3 vote" may speak of one to come.
    """
    tense, before = hit.tense(group), hit.before()
    deadline = before is not None and before.text in ("by", "through", "until", "till")
    if deadline and tense is Tense.OPEN:
        return near_anchor(make, anchor, Tense.FUTURE)
    if tense is not Tense.FUTURE and (deadline or hit.context.tenses.on_noun(hit.word(group).start)):
        ahead = near_anchor(make, anchor, Tense.FUTURE)
        behind = near_anchor(make, anchor, Tense.PAST)
        if ahead.first and behind.last and ahead.first - anchor <= min(_AHEAD, anchor - behind.last):
            return ahead
    return near_anchor(make, anchor, tense)


def day_of(context: Context, number: int, month_number: int, tense: Tense) -> Reading:
    """A day and month without a year. Raises `ValueError` if no year has that day."""
    _EVER.replace(month=month_number, day=number)
    if context.anchor is None:
        return unplaced(f"XXXX-{month_number:02}-{number:02}", "DATE", Granularity.DAY)
    return near_anchor(lambda y: day(datetime.date(y, month_number, number)), context.anchor, tense)


def pointed(hit: Hit, group: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this" or no such word."""
    text = hit.text(group)
    past = ("last", "past", "previous", "preceding", "latest", "prior")
    return -1 if text in past else int(text in ("next", "coming", "following", "upcoming"))


def year_of(hit: Hit) -> int | None:
    """The year of a match: written out, or "last year" from the anchor."""
    if hit.has("y"):
        return hit.value("y")
    if hit.match.groupdict().get("p") is not None and hit.context.anchor:
        return hit.context.anchor.year + pointed(hit, "p")
    return None


def year_tail(hit: Hit) -> bool:
    """Whether "last ..." after a date is "last year", not "last week"."""
    return hit.match.group("p") is None or hit.words[hit.match.start("p") + 1].text == "year"
