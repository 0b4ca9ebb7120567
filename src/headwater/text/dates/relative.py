"""Rules for dates that count from the day of writing or from a day spoken of before.

"Yesterday", "last week", "three years ago", "on Friday" count from the anchor; "two days earlier", "the next day",
"that year" from the reference, the last dated expression before. Weekdays follow the tense of their clause: in the past
the most recent one on or before the anchor, in the future the first on or after it.
"""

from __future__ import annotations

import datetime
from typing import Final

from headwater.text.dates.calendar import (
    Reading,
    around,
    last_weekday,
    next_weekday,
    part_of_day,
    quarter,
    shift,
    unknown,
    unplaced,
    weekend,
)
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.feasts import feast_day
from headwater.text.dates.placing import near_anchor, pointed
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["PART_CODES", "RULES", "SMALL_UNITS", "day_word", "ended_quarter", "goes_on", "singular", "weekday_day"]

PART_CODES: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_NOON: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_DAY_WORDS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
SMALL_UNITS: Final = frozenset(("second", "seconds", "minute", "minutes", "hour", "hours"))


def singular(unit: str) -> str:
    """The unit's singular: "weeks" -> "week", "centuries" -> "century"."""
    irregular = {"centuries": "century", "millennia": "millennium"}
    return irregular.get(unit, unit.removesuffix("s"))


def day_word(text: str, anchor: datetime.date) -> datetime.date:
    """The day of "today", "yesterday", "tomorrow" or "tonight"."""
    return anchor + datetime.timedelta(days=_DAY_WORDS[text])


def weekday_day(hit: Hit, group: str, pointer: int | None = None) -> datetime.date | None:
    """The day a weekday means: by "last" (-1) or "next" (1) before it, otherwise by tense. None without an anchor."""
    anchor, number = hit.context.anchor, hit.value(group)
    if anchor is None:
        return None
    if pointer == -1:
        return last_weekday(anchor - datetime.timedelta(days=1), number)
    if pointer == 1:
        return next_weekday(anchor + datetime.timedelta(days=1), number)
    future = hit.tense(group) is Tense.FUTURE or (pointer == 0 and hit.tense(group) is not Tense.PAST)
    return (next_weekday if future else last_weekday)(anchor, number)


def _placed(date: datetime.date, hit: Hit) -> Reading:
    """The day, or its part where the match names one: "Sunday morning", "noon Sunday"."""
    groups = hit.match.groupdict()
    if groups.get("t") is not None:
        return part_of_day(date, PART_CODES[singular(hit.text("t"))])._replace(relative=True)
    if groups.get("n") is not None:
        return part_of_day(date, _NOON[hit.text("n")], Granularity.HOUR)._replace(relative=True)
    reading = around("day", date)._replace(relative=True)
    return reading._replace(granularity=Granularity.PART) if groups.get("e") is not None else reading


@rule(r"(?:(?P<e>EDGE) HYPHEN? (?:ON|IN)?)? (?:(?P<n>NOON) ON?)? (?P<w>TODAY|TONIGHT) (?P<t>PART)?")
def today(hit: Hit) -> Reading | None:
    """Read "today", "late yesterday", "tomorrow night", "tonight"."""
    anchor, text = hit.context.anchor, hit.text("w")
    if anchor is None:
        return unplaced("XXXX-XX-XXTNI" if text == "tonight" else "XXXX-XX-XX", "DATE", Granularity.DAY)
    if text == "tonight":
        return part_of_day(anchor, "NI")._replace(relative=True)
    return _placed(day_word(text, anchor), hit)


@rule(r"(?:(?P<e>EDGE) HYPHEN?)? (?P<p>THIS|LAST) (?P<t>PART)")
def this_morning(hit: Hit) -> Reading | None:
    """Read "this morning", "later this afternoon", "last night"."""
    anchor, part = hit.context.anchor, PART_CODES[singular(hit.text("t"))]
    if hit.text("p") not in ("this", "last") or hit.text("t").endswith("s"):
        return None
    if anchor is None:
        return unplaced(f"XXXX-XX-XXT{part}", "TIME", Granularity.PART)
    return part_of_day(shift(anchor, "day", pointed(hit, "p")), part)._replace(relative=True)


@rule(r"(?P<o>OVERNIGHT)")
def overnight(hit: Hit) -> Reading | None:
    """Read "overnight": the night that led to the anchor, so the interval holds both days."""
    anchor = hit.context.anchor
    if anchor is None:
        return unplaced("XXXX-XX-XXTNI", "TIME", Granularity.PART)
    if hit.tense("o") is Tense.FUTURE:
        return part_of_day(anchor, "NI")._replace(last=shift(anchor, "day", 1), relative=True)
    before = shift(anchor, "day", -1)
    return part_of_day(before, "NI")._replace(last=anchor, relative=True)


_WEEKDAY = r"(?P<w>WEEKDAY)"


@rule(
    rf"(?:THE? (?P<e>EDGE) (?:UNITS OF | HYPHEN? (?:ON|IN)?) THE?)? (?:(?P<n>NOON) (?:ON|COMMA)?)?"
    rf" (?:THE? (?P<p>POINTER))? (?P<q>LAST)? {_WEEKDAY} (?:COMMA? (?P<t>PART))?"
)
def weekday(hit: Hit) -> Reading | None:
    """Read "Sunday", "early Sunday", "last Friday", "this past Friday", "Sunday morning", "noon Sunday"."""
    if hit.text("p") in ("following", "previous", "preceding", "same"):
        return _beside_reference(hit)
    date = weekday_day(hit, "w", -1 if hit.has("q") else pointed(hit, "p") if hit.has("p") else None)
    plural = hit.has("t") and hit.text("t").endswith("s")
    if plural or (hit.text("p") in ("current", "present", "latest")) or (len(hit.all) == 1 and hit.in_name("w")):
        return None
    if date is not None:
        return _placed(date, hit)
    part = f"T{PART_CODES[hit.text('t')]}" if hit.has("t") else ""
    kind, granularity = ("TIME", Granularity.PART) if part else ("DATE", Granularity.DAY)
    return unplaced(f"XXXX-WXX-{hit.value('w') + 1}{part}", kind, granularity)


def _beside_reference(hit: Hit) -> Reading | None:
    """The weekday after or before the day spoken of: "the following Monday", "the previous Friday", "that Friday"."""
    origin, number, text = hit.context.origin_of("week"), hit.value("w"), hit.text("p")
    if origin is None:
        return unplaced(f"XXXX-WXX-{number + 1}", "DATE", Granularity.DAY)
    if text == "following":
        return _placed(next_weekday(shift(origin, "day", 1), number), hit)
    if text in ("previous", "preceding"):
        return _placed(last_weekday(shift(origin, "day", -1), number), hit)
    nearest = next_weekday(shift(origin, "day", -3), number)
    anchor = hit.context.anchor
    told = anchor is not None and nearest > anchor and hit.tense("w") is not Tense.FUTURE
    return _placed(shift(nearest, "week", -1) if told else nearest, hit)


@rule(rf"(?P<p>THAT|THE THIS) {_WEEKDAY} (?P<t>PART)?")
def that_weekday(hit: Hit) -> Reading | None:
    """Read "that Friday", "the same Monday night": the one nearest to the day spoken of."""
    return _beside_reference(hit) if hit.context.reference is not None else None


@rule(r"THE (?P<u>UNIT|WEEKEND|WEEKDAY) BEFORE (?P<l>LAST)")
def before_last(hit: Hit) -> Reading | None:
    """Read "the week before last", "the Friday before last"."""
    anchor, unit = hit.context.anchor, hit.text("u")
    if hit.text("l") != "last" or unit in SMALL_UNITS:
        return None
    if anchor is None:
        return unknown(unit if unit in ("week", "weekend", "month", "year", "decade", "century") else "day")
    if unit.endswith("day"):
        before = last_weekday(shift(anchor, "day", -1), hit.value("u"))
        return around("day", shift(before, "week", -1))._replace(relative=True)
    return around(unit, shift(anchor, unit, -2))._replace(relative=True)


@rule(rf"{_WEEKDAY} (?:(?P<p>LAST|NEXT|THIS) (?P<u>UNIT))")
def weekday_of_week(hit: Hit) -> Reading | None:
    """Read "Friday last week", "Tuesday next week"."""
    anchor = hit.context.anchor
    if hit.text("u") != "week":
        return None
    if anchor is None:
        return unplaced(f"XXXX-WXX-{hit.value('w') + 1}", "DATE", Granularity.DAY)
    monday = shift(last_weekday(anchor, 0), "week", pointed(hit, "p"))
    return around("day", shift(monday, "day", hit.value("w")))._replace(relative=True)


@rule(r"(?:(?P<e>EDGE) HYPHEN? IN? | THE? END OF)? THE? (?P<p>POINTER) FISCAL? (?P<u>ONEUNIT) (?: OR SO)?")
def pointed_unit(hit: Hit) -> Reading | None:
    """Read "last week", "later this year", "the end of next month", "the current quarter", "the following day"."""
    unit, text = hit.text("u"), hit.text("p")
    if unit in SMALL_UNITS:
        return None
    backward = text in ("previous", "preceding", "prior", "following", "same")
    origin = hit.context.origin_of(unit) if backward else hit.context.anchor
    if unit == "day" and text not in ("previous", "preceding", "prior", "following", "next", "same"):
        return None
    if unit == "day" and text == "next":
        origin = hit.context.origin
    if origin is None:
        return unknown(unit) if unit not in ("fortnight", "millennium") else None
    return _unit_from(origin, unit, text, pointed(hit, "p"))


def _unit_from(origin: datetime.date, unit: str, text: str, steps: int) -> Reading:
    if unit == "quarter" and text == "latest":
        return ended_quarter(origin)
    if text == "latest":
        steps = 0
    if text == "past":  # "the past year" runs up to now, but its value names a whole unit
        before = shift(origin, unit, -1)
        return around(unit, before)._replace(first=before, last=origin, granularity=Granularity.SPAN, relative=True)
    return around(unit, shift(origin, unit, steps))._replace(relative=True)


def ended_quarter(origin: datetime.date) -> Reading:
    """The last quarter that has ended: the one results are reported for."""
    before = shift(origin, "quarter", -1)
    return quarter(before.year, (before.month + 2) // 3)._replace(relative=True)


@rule(r"(?:(?P<e>EDGE) HYPHEN? (?:ON|IN)? | THE? END OF)? THE (?P<u>WEEKEND|UNIT|QUARTER|DAYWORD) (?! OF)")
def the_unit(hit: Hit) -> Reading | None:
    """Read "the weekend", "the quarter"; "the week", "the month" and "the year" only after "early in", "the end of"."""
    unit, anchor = hit.text("u"), hit.context.anchor
    bare = len(hit.all) == 2
    if unit in SMALL_UNITS or unit in ("fortnight", "millennium", "century", "decade") or (bare and unit == "day"):
        return None
    if anchor is None:
        return unknown(unit) if not bare or unit == "weekend" else None
    if unit == "weekend":
        return _weekend_near(hit, anchor)
    if unit == "quarter":
        return ended_quarter(anchor)
    return around(unit, anchor)._replace(relative=True)


def _weekend_near(hit: Hit, anchor: datetime.date) -> Reading:
    """The weekend that the tense points at: on a Saturday or Sunday the one that runs."""
    if anchor.weekday() >= 5 or hit.tense("u") is Tense.FUTURE:
        return weekend(anchor)._replace(relative=True)
    return weekend(shift(anchor, "week", -1))._replace(relative=True)


@rule(r"(?:(?P<e>EARLIER|LATER))? (?P<t>THAT|THE THIS) (?P<u>ONEUNIT|PART|UNIT)")
def that_day(hit: Hit) -> Reading | None:
    """Read "that day", "the same week", "later that year": the unit of the day spoken of before."""
    unit, origin, reference = hit.text("u"), hit.context.anchor, hit.context.reference
    if unit in SMALL_UNITS or unit in ("fortnight", "millennium") or unit.endswith("s"):
        return None
    if reference is not None and reference.first is not None:
        origin = reference.first
    if origin is None:
        return unknown("day" if unit in PART_CODES else unit)
    if unit in PART_CODES:
        return part_of_day(origin, PART_CODES[unit])._replace(relative=True)
    return around(unit, origin)._replace(relative=True)


@rule(r"(?:THE? DAYWORD (?P<d>BEFORE|AFTER) (?P<w>TODAY))")
def day_before_yesterday(hit: Hit) -> Reading | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    anchor = hit.context.anchor
    if anchor is None:
        return None
    step = -1 if hit.text("d") == "before" else 1
    return around("day", shift(day_word(hit.text("w"), anchor), "day", step))._replace(relative=True)


def goes_on(hit: Hit) -> bool:
    """Whether an event follows, on whose day the expression counts: "two days after the vote"."""
    after = hit.after()
    return after is not None and after.text.isalnum()


@rule(r"THE DAYWORD (?P<d>BEFORE|AFTER)")
def the_day_before(hit: Hit) -> Reading | None:
    """Read "the day before" and "the day after"; before an event that follows, "the vote", the day of that counts."""
    origin, way = hit.context.origin, -1 if hit.text("d") == "before" else 1
    if goes_on(hit):
        return unknown("day")._replace(moved=("day", way))
    return around("day", shift(origin, "day", way))._replace(relative=True) if origin is not None else None


@rule(r"THE DAYWORD (?P<d>BEFORE|AFTER) (?P<h>HOLIDAY) (?P<e>EVE|DAYWORD)?")
def beside_feast(hit: Hit) -> Reading | None:
    """Read "the day after Christmas", "the day before New Year's Eve"."""
    name, anchor = hit.text("h"), hit.context.anchor
    if not name or hit.has("e") or anchor is None or feast_day(name, anchor.year) is None:
        return None
    way = -1 if hit.text("d") == "before" else 1
    return near_anchor(lambda y: around("day", shift(feast_day(name, y) or anchor, "day", way)), anchor, hit.tense("h"))


RULES: Final[tuple[Rule, ...]] = (
    today,
    this_morning,
    overnight,
    weekday,
    weekday_of_week,
    that_weekday,
    before_last,
    pointed_unit,
    the_unit,
    that_day,
    day_before_yesterday,
    the_day_before,
    beside_feast,
)
