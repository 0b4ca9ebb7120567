"""Rules for repeated times: "every Monday", "twice a week", "annually", "four flights a day", "Sunday nights".

A set has the TIMEX3 value of what is repeated (`XXXX-WXX-1`, every Monday) or of the time between two (`P1W`).
"""

from __future__ import annotations

from typing import Final

from headwater.text.dates.calendar import DURATION_CODES, Reading, duration_value, unplaced
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.relative import PART_CODES, singular
from headwater.text.dates.words import Word
from headwater.types import Granularity

__all__ = ["RULES"]


@rule(r"EACH (?P<o>OTHER|NTH)? (?P<w>WEEKDAY|MONTH|ONEUNIT|PART|SEASON) (?P<t>PART)?")
def every(hit: Hit) -> Reading | None:
    """Read "every Monday", "each month", "every night", "every other week", "every Friday evening"."""
    text = hit.text("w")
    if text in PART_CODES:
        return unplaced(f"XXXX-XX-XXT{PART_CODES[text]}", "SET", Granularity.PART)
    if text in DURATION_CODES and text != "second":
        every_second = hit.has("o") and hit.text("o") in ("other", "alternate", "second")
        third = str(hit.value("o")) if hit.has("o") and hit.word("o").value > 2 else "1"
        return unplaced(duration_value(text, "2" if every_second else third), "SET")
    return _named(hit.word("w"), hit.text("t"))


def _named(word: Word, part: str = "") -> Reading | None:
    """A weekday, month or season that comes again, or a part of the weekday."""
    if word.text.removesuffix("s").endswith("day"):
        code = f"T{PART_CODES[singular(part)]}" if part else ""
        return unplaced(f"XXXX-WXX-{int(word.value) + 1}{code}", "SET", Granularity.PART if part else Granularity.DAY)
    seasons = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
    if word.text in seasons:
        return unplaced(f"XXXX-{seasons[word.text]}", "SET", Granularity.SEASON)
    return unplaced(f"XXXX-{int(word.value):02}", "SET", Granularity.MONTH) if word.value else None


@rule(r"THE (?:NTH|LAST) (?:WEEKDAY|WEEKEND|DAYWORD|UNIT) (?:OF|IN) EACH (?P<u>UNIT|QUARTER)")
def nth_of_every(hit: Hit) -> Reading | None:
    """Read "the first Monday of every month"."""
    return unplaced(duration_value(hit.text("u"), "1"), "SET")


@rule(r"EACH (?: (?P<a>NUM) | (?P<v>FEW|COUPLE) OF?) (?P<u>UNITS|QUARTERS)")
def every_so_many(hit: Hit) -> Reading | None:
    """Read "every two weeks", "every few days"."""
    many = str(hit.value("a")) if hit.has("a") else "X"
    return unplaced(duration_value(singular(hit.text("u")), many), "SET")


@rule(r"(?P<w>PLURALDAY) (?P<t>PART)?")
def plural_days(hit: Hit) -> Reading | None:
    """Read "Mondays"."""
    return _named(hit.word("w"), hit.text("t"))


@rule(r"(?P<w>WEEKDAY) (?: (?P<t>PART) | (?=(?:AND|OR) WEEKDAY (?P<later>PART)))")
def weekday_nights(hit: Hit) -> Reading | None:
    """Read "Sunday nights", and the "Monday" of "Monday and Tuesday nights"."""
    part = hit.text("t") or hit.text("later")
    return _named(hit.word("w"), part) if part.endswith("s") else None


@rule(r"(?<=ON) (?P<u>UNITS)")
def on_weekends(hit: Hit) -> Reading | None:
    """Read "weekends" in "on weekends"."""
    return unplaced("XXXX-WXX-WE", "SET", Granularity.WEEK) if hit.text("u") == "weekends" else None


@rule(r"(?: (?:NUM|SEVERAL|AN FEW)? TIMES) (?: (?:AN|EACH|THE|PER) (?P<u>ONEUNIT) | EACH (?P<a>NUM) (?P<many>UNITS))")
def times_a_year(hit: Hit) -> Reading | None:
    """Read "twice a year", "three times a week", "once every four years"."""
    if hit.has("u"):
        return unplaced(duration_value(hit.text("u"), "1"), "SET")
    return unplaced(duration_value(singular(hit.text("many")), str(hit.value("a"))), "SET")


@rule(r"PER (?P<u>ONEUNIT)")
def per_year(hit: Hit) -> Reading | None:
    """Read "per year", "per week"; miles "per hour" are a speed."""
    unit = hit.text("u")
    return unplaced(duration_value(unit, "1"), "SET") if unit not in ("hour", "minute", "second") else None


_FREQUENT: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennially": "P2Y",
}


@rule(r"(?P<f>FREQUENT)")
def frequent(hit: Hit) -> Reading | None:
    """Read "daily", "annually"; a "quarterly" loss is that of one quarter, and comes once."""
    if hit.compounded("f") or (hit.text("f") == "quarterly" and hit.tag("f") != "RB"):
        return None
    return unplaced(_FREQUENT[hit.text("f")], "SET")


RULES: Final[tuple[Rule, ...]] = (
    every,
    nth_of_every,
    every_so_many,
    weekday_nights,
    plural_days,
    on_weekends,
    times_a_year,
    per_year,
    frequent,
)
