"""Dates as they are stated in metadata and at the head of a text: one complete day or instant, or nothing.

This is not the reader of time expressions in running text (`text.dates`): a date here is absolute, whole and alone.
What could be read in two ways ("03/05/2021") is not read at all.
"""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import Final

from headwater.text.layout import Line, Mark, lines
from headwater.types import FurnitureKind

__all__ = ["DAY", "MONTH", "day_alone", "day_in_path", "find_leading_dates", "read_day"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_ISO: Final = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_MONTH_FIRST: Final = rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
_DAY_FIRST: Final = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}"
_NUMERIC: Final = r"\d{4}/\d{1,2}/\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
DAY: Final = rf"(?:{_ISO}|{_WEEKDAY}(?:{_MONTH_FIRST}|{_DAY_FIRST})|{_NUMERIC})"
"""A regular expression (source) for a whole date: day, month and year."""

_CLOCK: Final = (
    r"(?:[,\s]*(?:at\s+|[–@|-]\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[aApP]\.?[mM]\.?)?"
    r"(?:\s*(?:\(?(?:GMT|UTC|BST|CES?T|IST|[ECMP][SD]?T)\b\)?|[+-]\d{2}:?\d{2}))?)?"
)
_BEFORE_CLOCK: Final = r"(?:\d{1,2}[:.]\d{2}\s*(?:[aApP]\.?[mM]\.?)?\s*(?:[A-Z]{2,4})?,?\s+)?"
_LABEL: Final = (
    r"(?P<label>(?:first |originally |last |date )?(?:published|posted|created|updated|modified|publication date|date|"
    r"publish date|released)(?: on| at)?\s*[:\-–|]?\s*)"
)
_LEADING: Final = re.compile(rf"(?:(?i:{_LABEL}))?{_BEFORE_CLOCK}(?P<day>{DAY}){_CLOCK}")
_AFTER_BARE: Final = re.compile(r"\s*(?:$|[|–—]|-\s|//)")
_UPDATED: Final = re.compile(r"updated|modified", re.IGNORECASE)
_NAMED: Final = re.compile(
    rf"{_WEEKDAY}(?:(?P<m1>[A-Z][a-z]+)\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>[A-Z][a-z]+)\.?)"
    r",?\s+(?P<year>\d{4})"
)
_MAIL: Final = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4})"
)
_EARLIEST, _LATEST = 1600, 2199
_IN_PATH: Final = re.compile(
    r"/(?P<year>(?:19|20)\d{2})(?P<mark>[/-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=[/_-]|$)"
)
_HEAD_LINES = 6


def read_day(text: str) -> str | None:
    """Return the ISO 8601 day that `text` states ("2021-05-03"), or instant, if an offset is given ("…T10:15+02:00").

    Reads ISO 8601 (basic and extended), RFC 2822, and English dates. A time of day without an offset says nothing that
    can be compared, and is dropped. None if `text` is no date, or could be two.
    """
    text = " ".join(text.split())
    return _iso(text) or _mail(text) or _english(text) or _numeric(text)


def day_alone(text: str) -> str:
    """Return the ISO day that `text` states, without a time of day; '' if it states none."""
    return (read_day(text) or "")[:10]


def day_in_path(url: str) -> str:
    """Return the ISO day that stands in the path of an address ("/2021/05/03/plan"), '' if none does."""
    found = _IN_PATH.search(url)
    return (_day(int(found["year"]), int(found["month"]), int(found["day"])) or "") if found else ""


def find_leading_dates(text: str) -> tuple[Mark, ...]:
    """Return the dates at the head of a text ("2021-05-03", "Published: 3 May 2021"), as marks with the ISO day.

    A bare date must stand alone on its line, before a dash, or be written in ISO form: "May 3, 2021 was cold" is news.
    The date of an update has no value: the text was published before it.
    """
    found = (_leading(line) for line in lines(text)[:_HEAD_LINES])
    return tuple(mark for mark in found if mark is not None)


def _leading(line: Line) -> Mark | None:
    found = _LEADING.match(line.text)
    if found is None:
        return None
    day = found["day"]
    labelled, plain_iso = found["label"] is not None, re.fullmatch(_ISO, day) is not None
    after = line.text[found.end() :]
    if not (labelled or plain_iso or _AFTER_BARE.match(after)) or re.match(r"\w", after):
        return None
    value = read_day(day)
    if value is None:
        return None
    value = "" if labelled and _UPDATED.search(found["label"]) else value[:10]
    return Mark(line.start, line.start + len(found.group().rstrip()), FurnitureKind.LEADING_DATE, value)


def _iso(text: str) -> str | None:
    try:
        instant = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return _written(instant) if re.match(r"\d{4}-?\d{2}-?\d{2}", text) else None


def _written(instant: datetime.datetime) -> str | None:
    if not _EARLIEST <= instant.year <= _LATEST:
        return None
    return instant.date().isoformat() if instant.tzinfo is None else instant.isoformat(timespec="seconds")


def _english(text: str) -> str | None:
    found = re.fullmatch(rf"({_WEEKDAY}(?:{_MONTH_FIRST}|{_DAY_FIRST})){_CLOCK}", text)
    if found is None:
        return None
    parts = _NAMED.fullmatch(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", found[1]))
    if parts is None:
        return None
    month = _MONTHS.index((parts["m1"] or parts["m2"])[:3].lower()) + 1
    return _day(int(parts["year"]), month, int(parts["d1"] or parts["d2"]))


def _numeric(text: str) -> str | None:
    """Read year first, or a day above twelve: everything else reads differently on two sides of an ocean."""
    numbers = [int(part) for part in re.split(r"[./]", text)] if re.fullmatch(_NUMERIC, text) else []
    if not numbers:
        return None
    if numbers[0] > 31:
        return _day(*numbers)
    first, second, year = numbers
    if first > 12 or (first == second):
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _mail(text: str) -> str | None:
    """Read the date of RFC 2822, with its time and zone; the library would make dates of much else."""
    if not _MAIL.fullmatch(text):
        return None
    try:
        return _written(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
