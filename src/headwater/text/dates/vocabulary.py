"""The words of time: each has a class, and a class is one letter, over which the rules are regular expressions.

`MONTH`, `WEEKDAY`, `UNIT`, `AGO` ... are the classes; `class_of` looks a word up, `compile_rule` turns the names of
classes in a rule into letters. Lists hold general English alone.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from headwater.text.numerals import ORDINALS, SMALL

__all__ = ["CAPITAL_ONLY", "DULL", "LETTERS", "TRIGGERS", "VOCABULARY", "compile_rule"]

_NAMES = (
    "MONTH WEEKDAY SHORTDAY DAYNUM ORDINAL YEAR SHORTYEAR NUMBER DECADE CLOCK ISO NUMERIC UNIT UNITS QUARTER QUARTERS "
    "WEEKEND SECOND PART NOON SEASON LAST THIS NEXT EARLY LATE MID EARLIER END AGO LATER BEFORE AFTER TODAY TONIGHT "
    "OVERNIGHT AN THE OF IN OR AND HYPHEN COMMA POSS TO FROM BETWEEN MORE LESS THAN AT LEAST UP NEARLY ABOUT NO "
    "EACH COUPLE FEW SEVERAL HALF FISCAL OCLOCK MERIDIEM ZONE HOLIDAY EVE DAYWORD NOW RECENT PAST FUTURE SOON "
    "FREQUENT TIMES SO FOR ON OLD ADDED PLURALDAY PERIOD THAT QNUMBER BREAK ENDED PER OTHER TIME LOCAL AHEAD IS "
    "COMPARED ERA"
)
LETTERS: Final = dict(zip(_NAMES.split(), map(chr, range(0x100, 0x200)), strict=False))
DULL: Final = "."  # the letter of all other words
_GROUPS: Final[dict[str, str]] = {
    "NUM": "DAYNUM YEAR NUMBER SHORTYEAR",
    "NTH": "ORDINAL SECOND",
    "DAYOF": "DAYNUM ORDINAL SECOND",
    "DAY": "DAYNUM ORDINAL",
    "ANYUNIT": "UNIT UNITS QUARTER QUARTERS WEEKEND SECOND DAYWORD",
    "ANYUNITS": "UNITS QUARTERS",
    "ONEUNIT": "UNIT QUARTER WEEKEND DAYWORD",
    "POINTER": "LAST THIS NEXT",
    "EDGE": "EARLY LATE MID EARLIER LATER",
    "DASH": "HYPHEN TO",
    "ANYDAY": "WEEKDAY SHORTDAY",
    "VAGUE": "FEW SEVERAL COUPLE",
    "MARK": "POSS COMMA",
}
# one of which an expression cannot do without: about these words, and nowhere else, the text is read
_CORE = (
    "MONTH WEEKDAY SHORTDAY YEAR SHORTYEAR DECADE CLOCK ISO NUMERIC UNIT UNITS QUARTER QUARTERS WEEKEND SECOND PART "
    "NOON SEASON TODAY TONIGHT OVERNIGHT OCLOCK MERIDIEM ZONE HOLIDAY DAYWORD NOW RECENT PAST FUTURE SOON FREQUENT "
    "PLURALDAY QNUMBER ERA"
)
_CORE_LETTERS: Final = frozenset(LETTERS[name] for name in _CORE.split())

_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT_DAYS = "mon tue wed thu fri sat sun"
_PLURAL_DAYS = "mondays tuesdays wednesdays thursdays fridays saturdays sundays"
_CLASSES: Final[dict[str, str]] = {
    "UNIT": "minute hour month year decade century fortnight week millennium",
    "UNITS": "seconds minutes hours days weeks fortnights months years decades centuries weekends millennia",
    "DAYWORD": "day",
    "QUARTER": "quarter",
    "QUARTERS": "quarters",
    "WEEKEND": "weekend",
    "SECOND": "second",
    "PART": "morning afternoon evening night mornings afternoons evenings nights",
    "NOON": "noon midnight midday",
    "SEASON": "spring summer autumn fall winter",
    "LAST": "last past previous preceding latest prior",
    "THIS": "this current present same",
    "NEXT": "next coming following upcoming",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EARLIER": "earlier",
    "BEFORE": "before",
    "END": "end beginning start middle close",
    "AGO": "ago",
    "LATER": "later afterwards afterward",
    "AFTER": "after",
    "TODAY": "today yesterday tomorrow",
    "TONIGHT": "tonight",
    "OVERNIGHT": "overnight",
    "AN": "a an",
    "THE": "the",
    "OF": "of",
    "IN": "in during within since",
    "OR": "or",
    "AND": "and",
    "HYPHEN": "- – —",
    "COMMA": ",",
    "POSS": "'s ’s ' ’",
    "TO": "to through until till",
    "FROM": "from",
    "BETWEEN": "between",
    "MORE": "more over",
    "LESS": "less fewer under",
    "THAN": "than",
    "AT": "at",
    "LEAST": "least most",
    "UP": "up",
    "NEARLY": "nearly almost",
    "ABOUT": "about around approximately roughly some circa",
    "NO": "no",
    "EACH": "every each",
    "COUPLE": "couple",
    "FEW": "few",
    "SEVERAL": "several many",
    "HALF": "half",
    "FISCAL": "fiscal financial",
    "OCLOCK": "o'clock o’clock",
    "MERIDIEM": "am pm a.m. p.m. a.m p.m",
    "ZONE": "est edt cst cdt mst mdt pst pdt akst hst gmt utc bst cet cest eet eest msk ist jst kst aest aedt sgt wat "
    "eat et",
    "EVE": "eve",
    "NOW": "now currently nowadays",
    "RECENT": "recent",
    "PAST": "recently",
    "FUTURE": "future",
    "SOON": "soon",
    "FREQUENT": "daily weekly fortnightly monthly quarterly annually yearly hourly nightly "
    "biweekly bimonthly biennially",
    "TIMES": "once twice times",
    "SO": "so",
    "FOR": "for",
    "ON": "on",
    "OLD": "old",
    "ADDED": "additional extra further consecutive straight full whole trading working business long",
    "PERIOD": "period",
    "THAT": "that",
    "ENDED": "ended ending ends",
    "PER": "per",
    "OTHER": "other alternate",
    "TIME": "time",
    "LOCAL": "local",
    "AHEAD": "ahead",
    "IS": "is was",
    "COMPARED": "comparable corresponding",
    "ERA": "bc bce ad ce",
}


def _numbered(name: str, words: str, first: int) -> dict[str, tuple[str, float]]:
    return {word: (LETTERS[name], float(value)) for value, word in enumerate(words.split(), first)}


def _vocabulary() -> dict[str, tuple[str, float]]:
    words = {word: (LETTERS[name], 0.0) for name, entry in _CLASSES.items() for word in entry.split()}
    words |= _numbered("WEEKDAY", _WEEKDAYS, 0) | _numbered("PLURALDAY", _PLURAL_DAYS, 0)
    for name, entry, first in (("SHORTDAY", _SHORT_DAYS, 0), ("MONTH", _SHORT_MONTHS, 1)):
        short = _numbered(name, entry, first)
        words |= short | {f"{word}.": value for word, value in short.items()}
    words |= {
        word: (LETTERS["SHORTDAY"], value) for word, value in {"tues.": 1, "weds.": 2, "thurs.": 3, "thur.": 3}.items()
    }
    words |= dict.fromkeys(("sept", "sept."), (LETTERS["MONTH"], 9.0)) | _numbered("MONTH", _MONTHS, 1)
    words |= {word: (LETTERS["ORDINAL"], float(value)) for word, value in ORDINALS.items() if word != "second"}
    spelled = {
        f"{ten.removesuffix('y')}ies": (LETTERS["DECADE"], float(SMALL[ten])) for ten in SMALL if ten[-2:] == "ty"
    }
    return words | spelled | {"dozen": (LETTERS["NUMBER"], 12.0), "second": (LETTERS["SECOND"], 2.0)}


VOCABULARY: Final = _vocabulary()
_SHORT = {*_SHORT_MONTHS.split(), *_SHORT_DAYS.split(), "sept", "tues", "weds", "thurs", "thur"}
CAPITAL_ONLY: Final = frozenset(
    (*_SHORT, *(f"{word}." for word in _SHORT), "march", "et", "bc", "bce", "ad", "ce", "ist", "eat", "wat")
)
"""Words of time only with a capital: "May", "Sun.", "ET"."""
TRIGGERS: Final = frozenset(
    (*(word for word, (letter, _) in VOCABULARY.items() if letter in _CORE_LETTERS), "past", "current", "period")
)
"""The words around which the text is read."""


def compile_rule(pattern: str) -> re.Pattern[str]:
    """A rule over class names: `(?P<m>MONTH) (?P<d>DAY)`; white space means nothing."""
    return re.compile("".join(re.sub(r"[A-Z]{2,}", _letter_class, pattern).split()))


def _letter_class(match: re.Match[str]) -> str:
    names = _GROUPS.get(match.group(), match.group()).split()
    return "[" + "".join(LETTERS[name] for name in names) + "]"


assert len(LETTERS) == len(_NAMES.split()), "a class without a letter"  # noqa: S101 - a defect of this table alone
assert set(chain(_CLASSES)) <= set(LETTERS), "a class without a name"  # noqa: S101 - the same
