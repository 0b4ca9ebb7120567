"""Rules for durations, repeated times, vague references: "six hours", "the past 18 years", "every Monday", "recently".

A duration has a TIMEX3 value `P18Y`, `PT6H`, `PXM` (some months). It lies on the calendar only where the words tie it
to the day of writing: "the past 18 years" ends there, "the next two weeks" begins there.
"""

from __future__ import annotations

import datetime
from typing import Final

from headwater.text.dates.calendar import DURATION_CODES, Reading, duration_value, shift, unplaced
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import pointed
from headwater.text.dates.relative import PART_CODES, singular
from headwater.types import Granularity

__all__ = ["RULES"]


def _count(hit: Hit) -> str:
    if not hit.has("a"):
        return "2" if hit.has("v") and hit.text("v") == "couple" else "X" if hit.has("v") else "1"
    value = hit.word("a").value + (0.5 if hit.match.groupdict().get("half") else 0)
    return str(int(value)) if value.is_integer() else f"{value:g}"


_DEGREE = r"(?: UP TO | AT LEAST | NO? MORE THAN | NO? LESS THAN | MORE | NEARLY | ABOUT )?"
_NUMBER = r"(?:(?P<a>NUM) (?:(?:OR|TO|HYPHEN) NUM)? | AN? (?P<v>VAGUE) OF?)"


@rule(
    rf"{_DEGREE} {_NUMBER} (?:AND? AN? (?P<half>HALF))? HYPHEN? MORE? (?:ADDED HYPHEN?)?"
    r" (?P<u>ANYUNIT) (?:HYPHEN? ADDED)? (?:OR SO)?"
)
def counted(hit: Hit) -> Reading | None:
    """Read "six hours", "more than three weeks", "a couple of years", "10-year", "two more weeks"."""
    unit, after = hit.text("u"), hit.after()
    if _of_age(hit) or hit.glued() or not _agrees(hit) or (after is not None and after.text in ("hand", "base")):
        return None
    return unplaced(duration_value(singular(unit), _count(hit)), "DURATION")


def _of_age(hit: Hit) -> bool:
    """Whether the words give an age: "54-year-old", "54 years old", "three years of age"."""
    rest = hit.words[hit.match.end() : hit.match.end() + 2]
    texts = [word.text for word in rest]
    return texts[:1] in (["old"], ["olds"]) or texts in (["-", "old"], ["-", "olds"], ["of", "age"])


def _agrees(hit: Hit) -> bool:
    """A singular unit after a number above one needs a hyphen or a noun behind it: "five year low", not "20 second"."""
    unit, number = hit.text("u"), _count(hit)
    if unit.endswith("s") or number == "1":
        return True
    after = hit.after()
    return unit not in ("second", "quarter") and after is not None and (after.text.isalpha() or after.text == "-")


@rule(rf"{_DEGREE} (?P<n>AN) (?:ADDED)? HYPHEN? (?P<u>ONEUNIT) (?: AND AN HALF)? (?:OR SO | OR (?P<two>NUM))?")
def one(hit: Hit) -> Reading | None:
    """Read "nearly a month", "an hour and a half"; "$40 a day" and "a year" after a count are repeated times."""
    unit, after = hit.text("u"), hit.after()
    if unit in ("weekend", "quarter") or (unit == "day" and len(hit.all) == 2):
        return None
    if len(hit.all) == 2 and _rate(hit):
        return unplaced(duration_value(singular(unit), "1"), "SET")
    if after is not None and after.text == "-":
        return None
    halves = {"minute": "PT1M30S", "hour": "PT1H30M", "day": "PT36H", "year": "P1Y6M", "week": "P1.5W"}
    if any(word.text == "half" for word in hit.all):
        return unplaced(halves.get(unit, duration_value(unit, "1.5")), "DURATION")
    return unplaced(duration_value(unit, "1"), "DURATION")


def _rate(hit: Hit) -> bool:
    before = hit.before()
    return before is not None and (before.value != 0 or before.text in ("%", "times", "once", "twice", "percent"))


@rule(r"HALF AN (?P<u>UNIT)")
def half_a_unit(hit: Hit) -> Reading | None:
    """Read "half an hour"."""
    halves = {"hour": "PT30M", "year": "P6M", "century": "P50Y", "decade": "P5Y", "minute": "PT30S", "day": "PT12H"}
    return unplaced(halves[hit.text("u")], "DURATION") if hit.text("u") in halves else None


@rule(r"THE? ADDED? (?P<u>UNITS) (?:OR UNITS | AND UNITS)?")
def some_units(hit: Hit) -> Reading | None:
    """Read "weeks", "months or years", "decades": how many is not said."""
    unit = singular(hit.text("u"))
    if hit.text("u") in ("weekends", "seconds") or _of_age(hit) or hit.words[hit.match.start()].text == "the":
        return None
    return unplaced(duration_value(unit, "X"), "DURATION")


_POINTED_NUMBER = r"(?: (?P<a>NUM) (?:(?:OR|TO|HYPHEN) NUM)? | AN? (?P<v>VAGUE) OF?)"


@rule(
    rf"(?: (?: AT LEAST | NEARLY | ABOUT )? THE )? (?P<p>LAST|NEXT|RECENT|NTH) {_POINTED_NUMBER}? MORE?"
    r" (?P<u>UNITS|ANYUNIT) (?:OR SO)?"
)
def stretch(hit: Hit) -> Reading | None:
    """Read "the past 18 years", "the next few weeks", "recent months", "the first nine months"."""
    unit, pointer = singular(hit.text("u")), hit.text("p")
    if not hit.has("a") and not hit.has("v"):
        return _some(unit, pointer, plural=hit.text("u") != unit)
    reading = unplaced(duration_value(unit, _count(hit)), "DURATION")
    anchor, count = hit.context.anchor, _count(hit)
    if anchor is None or not count.isdigit() or not (pointer == "recent" or pointed(hit, "p")) or unit == "weekend":
        return reading
    return _tied(reading, anchor, unit, int(count) * (1 if pointed(hit, "p") > 0 else -1))


def _some(unit: str, pointer: str, *, plural: bool) -> Reading | None:
    if not plural or pointer in ("latest", "first"):
        return None
    ahead = pointer in ("next", "coming", "following", "upcoming")
    if pointer in ("last", "next"):
        return unplaced(duration_value(unit, "X"), "DURATION")
    return unplaced("FUTURE_REF" if ahead else "PAST_REF", "DATE")


def _tied(reading: Reading, anchor: datetime.date, unit: str, steps: int) -> Reading:
    days = {"hour": 1 / 24, "minute": 0.0, "second": 0.0}
    if unit in days:
        other = anchor + datetime.timedelta(days=round(steps * days[unit] + (0.49 if steps > 0 else -0.49)))
    else:
        other = shift(anchor, unit, steps)
    first, last = min(anchor, other), max(anchor, other)
    return reading._replace(first=first, last=last, relative=True)


@rule(r"EACH (?P<w>WEEKDAY|MONTH|ONEUNIT|PART)")
def every(hit: Hit) -> Reading | None:
    """Read "every Monday", "each month", "every night"."""
    text = hit.text("w")
    if text in PART_CODES:
        return unplaced(f"XXXX-XX-XXT{PART_CODES[text]}", "SET", Granularity.PART)
    if text in DURATION_CODES and text != "second":
        return unplaced(duration_value(text, "1"), "SET")
    return _named_set(hit)


def _named_set(hit: Hit) -> Reading | None:
    word = hit.word("w")
    if word.text.removesuffix("s").endswith("day"):
        return unplaced(f"XXXX-WXX-{int(word.value) + 1}", "SET", Granularity.DAY)
    return unplaced(f"XXXX-{int(word.value):02}", "SET", Granularity.MONTH) if word.value > 2 else None


@rule(r"(?:(?P<w>PLURALDAY)|WEEKDAY (?P<t>PART))")
def plural_days(hit: Hit) -> Reading | None:
    """Read "Mondays", "Sunday nights"."""
    if hit.has("w"):
        return _named_set(hit)
    if not hit.text("t").endswith("s"):
        return None
    part = PART_CODES[singular(hit.text("t"))]
    return unplaced(f"XXXX-WXX-{int(hit.all[0].value) + 1}T{part}", "SET", Granularity.PART)


@rule(r"(?:NUM? TIMES) (?:AN|EACH|THE) (?P<u>ONEUNIT)")
def times_a_year(hit: Hit) -> Reading | None:
    """Read "twice a year", "three times a week"."""
    return unplaced(duration_value(hit.text("u"), "1"), "SET")


_FREQUENT: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
}


@rule(r"(?P<f>FREQUENT)")
def frequent(hit: Hit) -> Reading | None:
    """Read "daily", "annually"."""
    return unplaced(_FREQUENT[hit.text("f")], "SET") if not _in_a_name(hit, "f") else None


def _in_a_name(hit: Hit, group: str) -> bool:
    """Whether the word is glued to another by a hyphen: "semi-monthly", "daily-use"."""
    after, word = hit.after(), hit.word(group)
    return hit.glued() or (after is not None and after.text == "-" and after.start == word.end)


@rule(r"(?P<w>NOW|PAST|SOON)")
def vague(hit: Hit) -> Reading | None:
    """Read "now", "currently", "recently", "soon"."""
    word, after = hit.word("w"), hit.after()
    if after is not None and after.text == "as":  # "as soon as"
        return None
    references = {"soon": "FUTURE_REF", "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF"}
    return unplaced(references.get(word.text, "PAST_REF"), "DATE") if not _in_a_name(hit, "w") else None


@rule(r"THE (?P<w>LAST|FUTURE) (?!WEEKDAY|MONTH|ANYUNIT|NUM|VAGUE)")
def the_future(hit: Hit) -> Reading | None:
    """Read "the past", "the future"."""
    if hit.text("w") not in ("past", "future"):
        return None
    after = hit.after()
    noun = after is not None and after.letter == "." and after.text.isalpha()
    return None if noun else unplaced("PAST_REF" if hit.text("w") == "past" else "FUTURE_REF", "DATE")


RULES: Final[tuple[Rule, ...]] = (
    counted,
    one,
    half_a_unit,
    some_units,
    stretch,
    every,
    plural_days,
    times_a_year,
    frequent,
    vague,
    the_future,
)
