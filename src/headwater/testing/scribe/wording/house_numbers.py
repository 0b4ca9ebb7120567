"""A house's numbers and dates: "10" or "ten", "Nov. 7" or "7 November". Values never change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.wording.grammar import NOUNS, fresh
from headwater.testing.scribe.wording.styles import Change, HouseStyle, Manner, Start
from headwater.text.numerals import SMALL
from headwater.text.wordset import wordset

__all__ = ["STARTS", "dates", "numbers"]

_SHORT: Final = {
    "January": "Jan.",
    "February": "Feb.",
    "March": "March",
    "April": "April",
    "May": "May",
    "June": "June",
    "July": "July",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
_FULL: Final = {form: month for month, short in _SHORT.items() for form in (month, short)}
_WORDS: Final = {value: word for word, value in SMALL.items() if 2 <= value <= 12}
_VALUES: Final = {word: value for value, word in _WORDS.items()}
# What is counted as a measure keeps its digits in every house.
_MEASURED: Final = wordset("""
    percent per % million billion trillion thousand hundred dozen a.m. p.m. am pm degrees meters metres kilometers
    kilometres miles km feet inches tonnes tons pounds dollars euros cents o'clock and or to of
""")


class _Date(NamedTuple):
    width: int
    month: str
    day: Word
    year: Word | None


def numbers(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """Whole numbers from 2 to 12 that count things, in words up to the house's limit, else in digits.

    A sentence does not open with digits; measures, dates, ages and scores stay.
    """
    word = words[place]
    if word.quoted or not _counts(words, place):
        return None
    value = _VALUES.get(word.text.lower(), int(word.text) if word.text.isdecimal() else 0)
    if value not in _WORDS:
        return None
    form = _WORDS[value] if value <= style.in_words or place == 0 else str(value)
    if place == 0 or form == word.text:
        return None
    return Change(1, (word._replace(text=form),), "number style")


def dates(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """A day and month, with a year or without, in the house's order and with its names of months."""
    found = _read_date(words, place)
    if found is None or words[place].quoted:
        return None
    month = fresh(_SHORT[found.month] if style.short_months else found.month, "NNP")
    day = found.day._replace(gap=" ")
    year = () if found.year is None else (found.year._replace(gap=" "),)
    comma = () if style.day_first or not year else (fresh(",", ",", gap=""),)
    made = (day, month, *year) if style.day_first else (month, day, *comma, *year)
    new = (made[0]._replace(gap=words[place].gap), *made[1:])
    old = words[place : place + found.width]
    return Change(found.width, new, "date style") if [w.text for w in new] != [w.text for w in old] else None


def _read_date(words: tuple[Word, ...], place: int) -> _Date | None:
    """The date that begins here: "Nov. 7", "7 November", "April 14, 2024", "14 April 2024"."""
    pair = words[place : place + 2]
    if len(pair) < 2 or not pair[1].gap:
        return None
    if pair[0].text in _FULL and _is_day(pair[1].text):
        year = words[place + 2 : place + 4]
        dated = len(year) == 2 and year[0].text == "," and _is_year(year[1])
        return _Date(4 if dated else 2, _FULL[pair[0].text], pair[1], year[1] if dated else None)
    if _is_day(pair[0].text) and pair[1].text in _FULL:
        year = words[place + 2 : place + 3]
        dated = len(year) == 1 and _is_year(year[0])
        return _Date(3 if dated else 2, _FULL[pair[1].text], pair[0], year[0] if dated else None)
    return None


def _counts(words: Sequence[Word], place: int) -> bool:
    """Whether a number counts what the next words name."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if word.tag != "CD" or after is None or after.text in _MEASURED:
        return False
    if before is not None and (
        before.text in _FULL or before.text in {"$", "£", "€", "-", "aged", "age", "No.", "the"}
    ):
        return False
    apart = word.gap != "" or before is None
    bare = after.text in {",", "."} and before is not None and before.tag.startswith("VB")
    return (
        apart
        and after.text not in _FULL
        and (bare or after.tag in NOUNS - {"NNP", "NNPS"} or after.tag.startswith("JJ"))
    )


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _is_year(word: Word) -> bool:
    return word.text.isdecimal() and len(word.text) == 4


STARTS: Final[Mapping[Manner, Start]] = {
    dates: lambda text, _: text in _FULL or _is_day(text),
    numbers: lambda _, tag: tag == "CD",
}
