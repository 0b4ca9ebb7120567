"""Rules for durations: "six hours", "the past 16 years", "three and a half months", "recent years".

A duration has a TIMEX3 value `P18Y`, `PT6H`, `PXM` (some months). It lies on the calendar only where the words tie it
to the day of writing: "the past 16 years" ends there, "the next two weeks" begins there.
"""

from __future__ import annotations

import datetime
from typing import Final

from headwater.text.dates.calendar import Reading, duration_value, shift, unplaced
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import pointed
from headwater.text.dates.relative import singular

__all__ = ["RULES", "how_many"]


def how_many(hit: Hit) -> str:
    """The number of units in digits, "X" where it is not said."""
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
    before = hit.before()
    if before is not None and before.text == "as" and hit.has("v"):  # "the second in as many weeks"
        return None
    if _of_age(hit) or hit.glued() or not _agrees(hit) or (after is not None and after.text in ("hand", "base")):
        return None
    if singular(unit) == "quarter" and how_many(hit) in ("1", "2", "3") and _is_fraction(hit):
        return None  # "three-quarters of its food"
    return unplaced(_with_halves(singular(unit), how_many(hit)), "DURATION")


def _is_fraction(hit: Hit) -> bool:
    after = hit.after()
    return any(word.text == "-" for word in hit.all) or (after is not None and after.text == "of")


def _with_halves(unit: str, many: str) -> str:
    """The duration; half hours and minutes in the next smaller unit: PT5H30M."""
    finer = {"hour": "M", "minute": "S"}.get(unit, "")
    if not finer or not many.endswith(".5"):
        return duration_value(unit, many)
    return f"{duration_value(unit, many.removesuffix('.5'))}30{finer}"


def _of_age(hit: Hit) -> bool:
    """Whether the words give an age: "54-year-old", "54 years old", "three years of age"."""
    rest = hit.words[hit.match.end() : hit.match.end() + 2]
    texts = [word.text for word in rest]
    return texts[:1] in (["old"], ["olds"]) or texts in (["-", "old"], ["-", "olds"], ["of", "age"])


def _agrees(hit: Hit) -> bool:
    """A singular unit after a number above one needs a hyphen or a noun behind it: "five year low", not "20 second"."""
    unit, number = hit.text("u"), how_many(hit)
    if unit.endswith("s") or number == "1":
        return True
    after = hit.after()
    return unit not in ("second", "quarter") and after is not None and (after.text.isalpha() or after.text == "-")


@rule(rf"{_DEGREE} (?P<n>AN) (?:ADDED)? HYPHEN? (?P<u>ONEUNIT) (?: AND AN HALF)? (?:OR SO | OR (?P<two>NUM))?")
def one(hit: Hit) -> Reading | None:
    """Read "nearly a month", "an hour and a half"; "$40 a day" and "a year" after a count are repeated times."""
    unit, after = hit.text("u"), hit.after()
    if unit in ("weekend", "quarter") or (unit == "day" and len(hit.all) == 2 and not _rate(hit)):
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
    """Whether something is counted before: "$40 a day", "twice a year", "four flights a week"."""
    before, counted = hit.before(), (hit.before(2), hit.before(3))
    if before is None:
        return False
    if before.value != 0 or before.text in ("%", "times", "once", "twice", "percent"):
        return True
    plural = before.letter == "." and before.text.endswith("s")
    return plural and any(word is not None and (word.value != 0 or word.text in _MANY) for word in counted)


_MANY: Final = frozenset(("dozens", "hundreds", "thousands", "several", "few", "million", "billion"))


@rule(r"HALF AN (?P<u>UNIT)")
def half_a_unit(hit: Hit) -> Reading | None:
    """Read "half an hour"."""
    halves = {"hour": "PT30M", "year": "P6M", "century": "P50Y", "decade": "P5Y", "minute": "PT30S", "day": "PT12H"}
    return unplaced(halves[hit.text("u")], "DURATION") if hit.text("u") in halves else None


@rule(r"THE? ADDED? (?P<u>UNITS) (?:OR UNITS | AND UNITS | (?P<a>AHEAD))?")
def some_units(hit: Hit) -> Reading | None:
    """Read "weeks", "months or years", "decades": how many is not said."""
    unit = singular(hit.text("u"))
    after, the = hit.after(), hit.all[0].text == "the"
    told = hit.has("a") or (after is not None and after.text in ("that", "since"))  # "in the years that followed"
    if hit.text("u") in ("weekends", "seconds") or _of_age(hit) or (the and not told):
        return None
    return unplaced(duration_value(unit, "X"), "DURATION")


_POINTED_NUMBER = r"(?: (?P<a>NUM) (?:(?:OR|TO|HYPHEN) NUM)? | AN? (?P<v>VAGUE) OF?)"


@rule(
    rf"(?: (?: AT LEAST | NEARLY | ABOUT )? THE )? (?P<p>LAST|NEXT|RECENT|FUTURE|NTH) {_POINTED_NUMBER}? MORE?"
    r" (?P<u>UNITS|ANYUNIT) (?:OR SO)?"
)
def stretch(hit: Hit) -> Reading | None:
    """Read "the past 16 years", "the next few weeks", "recent months", "the first nine months"."""
    unit, pointer = singular(hit.text("u")), hit.text("p")
    if not hit.has("a") and not hit.has("v"):
        return _some(unit, pointer, plural=hit.text("u") != unit)
    reading = unplaced(duration_value(unit, how_many(hit)), "DURATION")
    anchor, count = hit.context.anchor, how_many(hit)
    if anchor is None or not count.isdigit() or not (pointer == "recent" or pointed(hit, "p")) or unit == "weekend":
        return reading
    return _tied(reading, anchor, unit, int(count) * (1 if pointed(hit, "p") > 0 else -1))


def _some(unit: str, pointer: str, *, plural: bool) -> Reading | None:
    if not plural or pointer in ("latest", "first"):
        return None
    ahead = pointer in ("next", "coming", "following", "upcoming", "future")
    if pointer in ("last", "next", "recent"):
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


RULES: Final[tuple[Rule, ...]] = (counted, one, half_a_unit, some_units, stretch)
