"""Dates altered in copying: another weekday, month, day or year, the wrong half of the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.plants.almanac import LONG, MONTHS, SHORT, WEEKDAYS, is_day, is_month, is_year
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, is_name, like, low, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.text.wordset import wordset

__all__ = [
    "another_day",
    "another_hour",
    "another_month",
    "another_part",
    "another_period",
    "another_weekday",
    "another_year",
]

_LATEST: Final = 2026  # a copyist would not believe a later year
_SHORTEST: Final = 28  # every month has such a day
_HALVES: Final = {"a.m.": "p.m.", "p.m.": "a.m.", "am": "pm", "pm": "am"}
_PARTS: Final = {
    "morning": ("evening", "afternoon"),
    "afternoon": ("morning",),
    "evening": ("morning", "afternoon"),
    "night": ("morning", "afternoon"),
    "dawn": ("dusk",),
    "dusk": ("dawn",),
    "noon": ("midnight",),
    "midnight": ("noon",),
    "sunrise": ("sunset",),
    "sunset": ("sunrise",),
}
_BEFORE_PART: Final = frozenset(WEEKDAYS) | wordset("this that the at before after since early late around shortly by")
_PERIODS: Final = {
    "week": ("month",),
    "weeks": ("months", "days"),
    "month": ("week", "year"),
    "months": ("weeks", "years"),
    "days": ("weeks",),
    "year": ("month",),
    "years": ("months",),
    "hours": ("days",),
    "spring": ("autumn",),
    "autumn": ("spring",),
    "fall": ("spring",),
    "summer": ("winter",),
    "winter": ("summer",),
}
_DISTANT: Final = wordset("last next")
_AWAY: Final = wordset("ago earlier later before")


def another_weekday(words: Words, _: Cast) -> Iterator[Change]:
    """Friday for Thursday; days in names ("Good Friday") stay."""
    for index, word in enumerate(words):
        if word.text not in WEEKDAYS or _within_name(words, index):
            continue
        for other in WEEKDAYS:
            if other not in _texts(words):
                yield Change(index, index + 1, (like(word, other),), "another weekday")


def another_year(words: Words, _: Cast) -> Iterator[Change]:
    """1947 for 1974, or a year close by."""
    for index in (index for index in range(len(words)) if is_year(words, index)):
        year = words[index].text
        swapped = year[:2] + year[3] + year[2]
        if swapped != year and int(swapped) <= max(_LATEST, int(year)):
            yield Change(index, index + 1, (like(words[index], swapped),), "digits of the year swapped")
        for years in (1, 2, 10):
            yield Change(index, index + 1, (like(words[index], str(int(year) - years)),), "another year")


def another_month(words: Words, _: Cast) -> Iterator[Change]:
    """June for July, written long or short as it was."""
    for index in (index for index in range(len(words)) if is_month(words, index)):
        row = SHORT if words[index].text in SHORT and words[index].text not in LONG else LONG
        number = MONTHS[words[index].text]
        if not (is_day(words, index + 1) or is_day(words, index - 1) or _in_month(words, index)):
            continue
        for step in (-2, -1, 1, 2):
            if 1 <= number + step <= 12 and not _too_late(words, index):
                yield Change(index, index + 1, (like(words[index], row[number + step - 1]),), "another month")


def another_day(words: Words, _: Cast) -> Iterator[Change]:
    """March 18 for March 8."""
    for index in (index for index in range(len(words)) if is_day(words, index)):
        day = int(words[index].text)
        for other in sorted({day % 10, day % 10 + 10, day % 10 + 20, day + 1, day - 1, int(str(day)[::-1])}):
            if 1 <= other <= _SHORTEST and other != day:
                yield Change(index, index + 1, (like(words[index], str(other)),), "another day of the month")


def another_hour(words: Words, _: Cast) -> Iterator[Change]:
    """The other half of the day, or another hour."""
    for index, word in enumerate(words):
        half = _HALVES.get(word.text.lower())
        if half and tag(words, index - 1) == "CD":
            yield Change(index, index + 1, (like(word, half),), "the other half of the day")
        hour, colon, minutes = word.text.partition(":")
        if word.tag == "CD" and colon and hour.isdigit() and minutes.isdigit():
            for hours in (int(hour) - 2, int(hour) - 1, int(hour) + 1, int(hour) + 2):
                if 1 <= hours <= 11:
                    yield Change(index, index + 1, (like(word, f"{hours}:{minutes}"),), "another hour")


def another_part(words: Words, _: Cast) -> Iterator[Change]:
    """Monday morning, not Monday evening; midnight, not noon."""
    for index, word in enumerate(words):
        text, before = word.text.lower(), low(words, index - 1)
        compound = low(words, index + 1) in ("-", "‑") or tag(words, index + 1)[:2] == "NN"
        if text in _PARTS and word.tag == "NN" and not compound and {before, before.capitalize()} & _BEFORE_PART:
            for other in _PARTS[text]:
                yield Change(index, index + 1, (like(word, other),), "another part of the day")


def another_period(words: Words, _: Cast) -> Iterator[Change]:
    """Last month for last week, three months ago for three weeks ago."""
    for index, word in enumerate(words):
        text = word.text.lower()
        distant = low(words, index - 1) in _DISTANT and word.tag == "NN"
        away = low(words, index + 1) in _AWAY and tag(words, index - 1) in ("CD", "DT", "JJ")
        if text not in _PERIODS or not (distant or away) or low(words, index - 2) == "the":
            continue
        for other in _PERIODS[text]:
            yield Change(index, index + 1, (like(word, other),), "another period")


def _within_name(words: Words, index: int) -> bool:
    """Whether a day is part of a name: "Good Friday", "the Sunday Mail"."""
    before = index > 0 and is_name(words[index - 1]) and not words[index - 1].text.isupper()
    after = index + 1 < len(words) and is_name(words[index + 1]) and low(words, index - 1) in ("the", "a")
    return before or after


def _texts(words: Words) -> set[str]:
    return {word.text for word in words}


def _in_month(words: Words, index: int) -> bool:
    return low(words, index - 1) in wordset("in since last next until till by early late mid from of during")


def _too_late(words: Words, index: int) -> bool:
    """Days that not every month has."""
    return any(is_day(words, near) and int(words[near].text) > _SHORTEST for near in (index - 1, index + 1))
