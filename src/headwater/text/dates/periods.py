"""Rules for years and their parts, decades, centuries and feasts: "late 2019", "the third quarter", "last spring"."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

from headwater.text.dates.calendar import (
    Reading,
    around,
    century,
    decade,
    easter,
    half,
    nth_weekday,
    quarter,
    season,
    shift,
    span,
    unplaced,
    year,
)
from headwater.text.dates.context import Hit, Rule, rule
from headwater.text.dates.placing import EDGE_HEAD, YEAR_TAIL, near_anchor, pointed, year_of, year_tail
from headwater.text.dates.tense import Tense
from headwater.types import Granularity

__all__ = ["RULES"]

SEASON_CODES: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

_CURRENCY: Final = frozenset("$€£¥%")


@rule(rf"{EDGE_HEAD} (?:FISCAL|THE UNIT)? (?P<y>YEAR)")
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
    number = hit.value("d")
    reading = decade(number + 1900 if number < 100 else number)
    return reading if number >= 1000 or hit.text("d")[0] in "'’" else None


@rule(r"(?:EDGE HYPHEN?)? THE? (?:EDGE HYPHEN?)? (?P<n>ORDINAL) HYPHEN? (?P<u>UNIT|UNITS)")
def century_named(hit: Hit) -> Reading | None:
    """Read "the 19th century"."""
    return century(hit.value("n")) if hit.text("u") in ("century", "centuries") else None


@rule(r"THE? (?:FISCAL|NEXT|THIS|LAST)? (?P<n>NTH) HYPHEN? QUARTER (?: OF? (?:FISCAL)? (?:THE? " + YEAR_TAIL + "))?")
def quarter_named(hit: Hit) -> Reading | None:
    """Read "the third quarter", "third-quarter", "the first quarter of 2019"."""
    return _year_part(hit, quarter, 4)


@rule(r"(?: THE? (?P<y>YEAR) | (?P<p>POINTER) UNIT) POSS? (?P<n>NTH) HYPHEN? QUARTER")
def quarter_after_year(hit: Hit) -> Reading | None:
    """Read "the 2019 third quarter", "last year's third quarter"."""
    return _year_part(hit, quarter, 4)


@rule(r"(?P<n>QNUMBER) (?: OF? (?:" + YEAR_TAIL + "))?")
def quarter_short(hit: Hit) -> Reading | None:
    """Read "Q3 2019"."""
    return _year_part(hit, quarter, 4)


@rule(r"THE? (?P<n>NTH|LAST) HALF OF (?:THE? " + YEAR_TAIL + ")")
def half_named(hit: Hit) -> Reading | None:
    """Read "the first half of 2019"."""
    return _year_part(hit, half, 2)


def _year_part(hit: Hit, make: Callable[[int, int], Reading], parts: int) -> Reading | None:
    number = parts if hit.text("n") == "last" else hit.value("n")
    if not 1 <= number <= parts or not year_tail(hit):
        return None
    named, anchor = year_of(hit), hit.context.anchor
    if named is not None:
        return make(named, number)._replace(relative=hit.has("p"))
    if anchor is None:
        return unplaced(f"XXXX-Q{number}", "DATE", Granularity.QUARTER)
    # results are reported after the quarter's end: a quarter still running is meant only in the future tense
    tense = Tense.FUTURE if hit.tense("n") is Tense.FUTURE else Tense.PAST
    this_year = make(anchor.year, number)
    back = tense is Tense.PAST and this_year.first is not None and this_year.first > anchor
    return (make(anchor.year - 1, number) if back else this_year)._replace(relative=True)


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


@rule(r"(?P<h>HOLIDAY) (?P<d>EVE|DAYWORD)? (?: (?P<y>YEAR))?")
def holiday(hit: Hit) -> Reading | None:
    """Read "Christmas", "Christmas Eve", "Easter 2019", "Thanksgiving Day", "Halloween"."""
    name, eve = hit.text("h"), hit.text("d") == "eve"
    if hit.has("y"):
        return _feast(name, hit.value("y"), eve)
    if hit.context.anchor is None:
        return unplaced("XXXX-XX-XX", "DATE", Granularity.DAY)
    return near_anchor(lambda y: _feast(name, y, eve), hit.context.anchor, hit.tense("h"))


def _feast(name: str, number: int, eve: bool) -> Reading:
    feasts: dict[str, Callable[[], datetime.date]] = {
        "christmas": lambda: datetime.date(number, 12, 25),
        "easter": lambda: easter(number),
        "thanksgiving": lambda: nth_weekday(number, 11, 3, 4),
        "halloween": lambda: datetime.date(number, 10, 31),
    }
    return around("day", feasts[name]() - datetime.timedelta(days=eve))


RULES: Final[tuple[Rule, ...]] = (
    year_alone,
    year_range,
    decade_named,
    century_named,
    quarter_named,
    quarter_after_year,
    quarter_short,
    half_named,
    season_named,
    holiday,
)
