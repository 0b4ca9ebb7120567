"""Which words of a sentence belong to a date or an hour: what the planters of numbers leave to those of dates."""

from __future__ import annotations

import re
from typing import Final

from headwater.testing.scribe.plants.forms import Words, low, tag
from headwater.text.wordset import wordset

__all__ = ["LONG", "MONTHS", "SHORT", "WEEKDAYS", "is_clock", "is_dated", "is_day", "is_month", "is_year"]

_MONTHS = """January February March April May June July August September October November December"""
LONG: Final = tuple(_MONTHS.split())
SHORT: Final = ("Jan.", "Feb.", *LONG[2:7], "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
MONTHS: Final = {name: number for row in (LONG, SHORT) for number, name in enumerate(row, 1)}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_YEAR: Final = re.compile(r"1[5-9]\d\d|20[0-4]\d")
_DAY: Final = re.compile(r"[12]?\d|3[01]")
_BEFORE_YEAR: Final = wordset(
    "in since until till from of by before after during between early late mid to and through"
)
_HALVES: Final = wordset("a.m. p.m. am pm a.m p.m gmt utc o'clock o’clock hours local")


def is_month(words: Words, index: int) -> bool:
    """Whether the word names a month, and is not the verb."""
    return 0 <= index < len(words) and words[index].text in MONTHS and words[index].tag == "NNP"


def is_year(words: Words, index: int) -> bool:
    """Whether four digits are a year by the words around them: "in 1974", "May 3, 2011", "the 1998 fire"."""
    if not _YEAR.fullmatch(low(words, index)):
        return False
    dated = is_month(words, index - 1) or (low(words, index - 1) == "," and is_month(words, index - 3))
    return dated or low(words, index - 1) in _BEFORE_YEAR or tag(words, index + 1) not in ("NNS", "JJ")


def is_day(words: Words, index: int) -> bool:
    """Whether a number is the day of a month: "March 8", "8 March"."""
    return bool(_DAY.fullmatch(low(words, index))) and (is_month(words, index - 1) or is_month(words, index + 1))


def is_clock(words: Words, index: int) -> bool:
    """Whether a number is an hour: "6:40", "5 a.m.", "0300 GMT"."""
    text = low(words, index)
    return ":" in text or low(words, index + 1) in _HALVES or (text.startswith("0") and len(text) > 1)


def is_dated(words: Words, index: int) -> bool:
    """Whether a number belongs to a date or an hour."""
    return is_year(words, index) or is_day(words, index) or is_clock(words, index)
