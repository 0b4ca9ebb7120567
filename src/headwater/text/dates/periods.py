"""Rules for years and their parts, decades, centuries and feasts: "late 2019", "the third quarter", "last spring"."""

from __future__ import annotations

import datetime
from typing import Final

from headwater.text.dates.calendar import (
    Reading,
    around,
    century,
    decade,
    season,
    shift,
    span,
    unplaced,
    weekend,
    year,
)
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.feasts import feast_day, is_month_long
from headwater.text.dates.placing import EDGE_HEAD, YEAR_TAIL, near_anchor, pointed, year_of, year_tail
from headwater.types import Granularity

__all__ = ["RULES"]

SEASON_CODES: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

_CURRENCY: Final = frozenset("$€£¥%")


@rule(rf"{EDGE_HEAD} (?:THE? FISCAL UNIT? | THE UNIT)? (?P<y>YEAR) (?:FISCAL UNIT)?")
def year_alone(hit: Hit) -> Reading | None:
    """Read "2018", "late 2019", "the end of 1999", "fiscal 1990"; not an amount, a count or a part of a code."""
    if hit.glued() or not _year_like(hit):
        return None
    reading = year(hit.value("y"))
    if not any(word.text == "fiscal" for word in hit.all) or reading.first is None:
        return reading
    # companies and states name a fiscal year by the year in which it ends: it may begin eleven months earlier
    return reading._replace(first=shift(reading.first, "month", -11))


_NOT_BEFORE_YEAR_WORDS = "than nearly almost about some around approximately over no flight room route"
_NOT_BEFORE_YEAR: Final = frozenset(_NOT_BEFORE_YEAR_WORDS.split())
_NOUNS_AFTER_WORDS = (
    "people men women votes points miles feet meters metres jobs dollars shares workers homes troops soldiers "
    "percent tons tonnes acres km kilometers kilometres pounds barrels units cases deaths members students "
    "employees"
)
_NOUNS_AFTER: Final = frozenset(_NOUNS_AFTER_WORDS.split())


def _year_like(hit: Hit) -> bool:
    number, before, after = hit.value("y"), hit.before(), hit.after()
    if before and (before.text in _CURRENCY or (len(hit.all) == 1 and before.text in _NOT_BEFORE_YEAR)):
        return False
    if after and (after.text in _NOUNS_AFTER or after.text in _CURRENCY or _street(hit)):
        return False
    plain = before is not None and before.text in (
        "in",
        "since",
        "of",
        "until",
        "by",
        "from",
        "to",
        "(",
        "late",
        "early",
    )
    return 1900 <= number <= 2099 or (plain and number >= 1400) or len(hit.all) > 1


_STREETS_WORDS = "street st road rd avenue ave drive lane boulevard blvd place square"
_STREETS: Final = frozenset(_STREETS_WORDS.split())


def _street(hit: Hit) -> bool:
    """Whether the number is a house's: "2018 Alder Street"."""
    rest = hit.words[hit.match.end() : hit.match.end() + 3]
    return any(word.text in _STREETS for word in rest[1:])


@rule(r"THE (?P<u>UNIT) (?P<y>NUMBER)")
def year_spoken(hit: Hit) -> Reading | None:
    """Read "the year two thousand"."""
    number = hit.word("y").value
    return year(int(number)) if hit.text("u") == "year" and 1000 <= number <= 2199 and number.is_integer() else None


@rule(r"(?:(?<=IN)|(?<=OF)) (?P<y>SHORTYEAR)")
def year_short(hit: Hit) -> Reading | None:
    """Read "in '98", "the summer of '69"."""
    number = hit.value("y")
    return year(number + (2000 if number < 50 else 1900))


@rule(r"(?P<a>YEAR) (?:DASH|AND) (?P<b>YEAR|DAYNUM|SHORTYEAR|NUMBER)")
def year_range(hit: Hit) -> Reading | None:
    """Read "2014 to 2018", "2014-18" and "between 2014 and 2018"; "2014 and 2018" alone are two years."""
    joint, before = hit.words[hit.match.start() + 1].text, hit.before()
    if hit.glued() or (joint == "and" and (before is None or before.text != "between")):
        return None
    first, last = hit.value("a"), hit.value("b")
    last += first // 100 * 100 if last < 100 and joint in "-–" else 0
    if not first < last <= first + 300 or not first >= 1400:
        return None
    return span(datetime.date(first, 1, 1), datetime.date(last, 12, 31), f"{first}/{last}")


@rule(r"THE? (?:EDGE HYPHEN? | END OF THE? | (?:NTH|LAST) HALF OF THE?)? (?P<d>DECADE)")
def decade_named(hit: Hit) -> Reading | None:
    """Read "the 1990s", "the late '80s"."""
    number, spelled = hit.value("d"), hit.text("d").isalpha()
    reading = decade(number + 1900 if number < 100 else number)
    if spelled:  # "in her twenties", "in the low eighties" are no years
        return reading if hit.all[0].text == "the" and _no_degree(hit) else None
    return reading if number >= 1000 or hit.text("d")[0] in "'’" else None


def _no_degree(hit: Hit) -> bool:
    before, after = hit.before(), hit.after()
    if any(word is not None and word.text in _MEASURED for word in map(hit.before, range(2, 7))):
        return False
    return before is None or (before.text in _BEFORE_DECADES and not (after and after.text in ("percent", "degrees")))


_MEASURED: Final = frozenset(("temperature", "temperatures", "highs", "lows", "readings", "mercury", "heat"))
_BEFORE_DECADES: Final = frozenset(
    ("in", "of", "since", "during", "through", "throughout", "from", "until", "into", "by")
)


@rule(r"(?:EDGE HYPHEN?)? THE? (?:EDGE HYPHEN?)? (?P<n>ORDINAL) HYPHEN? (?P<u>UNIT|UNITS) (?P<e>ERA)?")
def century_named(hit: Hit) -> Reading | None:
    """Read "the 19th century"; before our era there are no days."""
    if hit.text("u") not in ("century", "centuries"):
        return None
    before_christ = hit.text("e") in ("bc", "bce")
    return unplaced(f"BC{hit.value('n') - 1:02}", "DATE") if before_christ else century(hit.value("n"))


@rule(r"(?: (?P<y>NUM) (?P<e>ERA) | (?P<f>ERA) (?P<z>NUM))")
def year_of_era(hit: Hit) -> Reading | None:
    """Read "44 BC", which has no days here, and "AD 79"."""
    era, number = hit.text("e") or hit.text("f"), hit.value("y" if hit.has("y") else "z")
    if not 1 <= number <= 9999 or (hit.has("f") and era in ("bc", "bce", "ce")):
        return None
    return unplaced(f"BC{number:04}", "DATE", Granularity.YEAR) if era in ("bc", "bce") else year(number)


@rule(r"THE? (?:(?P<e>EDGE) HYPHEN?)? (?P<q>POINTER)? (?P<r>LAST)? (?P<s>SEASON) (?: OF? THE? (?:" + YEAR_TAIL + "))?")
def season_named(hit: Hit) -> Reading | None:
    """Read "last spring", "the summer of 2019", "this fall"; a bare "spring" or "fall" is a word like any other."""
    code, anchor, named = SEASON_CODES[hit.text("s")], hit.context.anchor, year_of(hit)
    if not year_tail(hit) or (len(hit.all) == 1 and not _in_season(hit)):
        return None
    if named is not None:
        return season(named, code)._replace(relative=hit.has("p"))
    if anchor is None:
        return unplaced(f"XXXX-{code}", "DATE", Granularity.SEASON)
    return _season_near(hit, code, anchor)


def _in_season(hit: Hit) -> bool:
    before = hit.before()
    return before is not None and before.text in ("in", "since", "by", "during", "until", "through", "of", "for")


def _season_near(hit: Hit, code: str, anchor: datetime.date) -> Reading:
    candidates = [season(anchor.year + step, code) for step in (-2, -1, 0, 1)]
    past = hit.has("r") or pointed(hit, "q") < 0
    if past:
        return [each for each in candidates if each.last and each.last < anchor][-1]._replace(relative=True)
    if pointed(hit, "q") > 0:
        return next(each for each in candidates if each.first and each.first > anchor)._replace(relative=True)
    tense = hit.tense("s")
    return near_anchor(lambda y: season(y, code), anchor, tense)


@rule(r"(?P<h>HOLIDAY) (?P<d>EVE|DAYWORD|WEEKEND|UNIT)? (?: COMMA? (?P<y>YEAR))?")
def holiday(hit: Hit) -> Reading | None:
    """Read "Christmas Eve", "Easter 2019", "Labor Day weekend", "New Year's Eve"; "Ramadan" is found, without days."""
    first = hit.word("h")
    if not first.text or (hit.has("d") and hit.text("d") not in ("eve", "day", "weekend", "week")):
        return None
    anchor = hit.context.anchor
    if anchor is None and not hit.has("y"):
        return _unplaced_feast(first.text)
    reading = _feast(hit, hit.value("y")) if hit.has("y") else None
    if reading is None and anchor is not None and feast_day(first.text, anchor.year) is not None:
        reading = near_anchor(lambda y: _feast(hit, y) or unplaced("", "DATE"), anchor, hit.tense("h"))
    return reading or _unplaced_feast(first.text)


def _unplaced_feast(name: str) -> Reading:
    long = is_month_long(name)
    return unplaced("XXXX-XX" if long else "XXXX-XX-XX", "DATE", Granularity.MONTH if long else Granularity.DAY)


def _feast(hit: Hit, number: int) -> Reading | None:
    date, unit = feast_day(hit.text("h"), number), hit.text("d")
    if date is None:
        return None
    if unit == "weekend":  # of a Monday the days before it, of a Thursday those after it
        return weekend(shift(date, "day", -3 if date.weekday() < 2 else 0))
    if unit == "week":
        return around("week", date)
    return around("day", date - datetime.timedelta(days=unit == "eve"))


RULES: Final[tuple[Rule, ...]] = (
    year_alone,
    year_spoken,
    year_of_era,
    year_short,
    year_range,
    decade_named,
    century_named,
    season_named,
    holiday,
)
