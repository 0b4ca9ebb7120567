"""Datelines: "PARIS (AFP) —", "LONDON, July 3 (Reuters) -", "SPRINGFIELD, Ill. –", in the forms that agencies use.

The place in capitals and the dash are custom since the telegraph; style books differ in the rest, so the forms are
alternatives over the same parts. A dateline opens a sentence: what follows starts with a capital, a digit or a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from headwater.text.agencies import agency_named
from headwater.text.days import MONTH, read_day
from headwater.text.layout import lines
from headwater.text.wordset import wordset

__all__ = ["Dateline", "find_dateline"]


class Dateline(Struct, frozen=True):
    """A dateline: offsets into the text, place as written, ISO day if a year stands there, agency if one is named."""

    start: int
    end: int
    place: str
    day: str = ""
    agency: str = ""


_UPPER: Final = "A-ZÀ-ÖØ-Þ"
_CAPS_WORD: Final = rf"(?:Mc|Mac|al-|el-)?[{_UPPER}][{_UPPER}'’.\-]{{1,24}}"
_CAPS: Final = rf"{_CAPS_WORD}(?:(?: (?:de|la|el|al|du|di|of|the|and) | ?/ ?|, | ){_CAPS_WORD}){{0,5}}"
_TITLE_WORD: Final = rf"[{_UPPER}][\w'’.]{{0,24}}"
_TITLE: Final = rf"{_TITLE_WORD}(?:(?: (?:de|la|el|al|du|di|of|the|and) |[ \-/]){_TITLE_WORD}){{0,3}}"
_REGION: Final = rf"(?:(?:, | ?\[){_TITLE}\]?,?){{0,2}}"
_DATE: Final = (
    rf"(?:,?[ ]?(?P<date>(?i:{MONTH}[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?|\d{{1,2}}[ ]{MONTH}(?:,?[ ]\d{{2,4}})?))[.,]?)"
)
_SLOT: Final = r"[ ]?[(\[|/][ ]?(?P<slot>[^()\[\]|\n]{2,40}?)[ ]?[)\]|/]\.?"
_DASH: Final = r"(?:\s?(?:—|–|―|-{2,3})\s*|\s-\s+|\s?-\s+|\s?:\s+)"
_BARE_DASH: Final = r"(?:\s?(?:—|–|―|-{2,3})\s*|\s-\s+)"

# Each form: the pattern, and whether the slot must name a known agency.
_FORMS: Final = tuple(
    (re.compile(pattern), known)
    for pattern, known in (
        (rf"(?P<place>{_CAPS}){_REGION}{_DATE}?{_SLOT}{_DASH}", False),
        (rf"(?P<place>{_TITLE}){_REGION}{_DATE}?{_SLOT}{_DASH}", False),
        (rf"(?P<place>{_CAPS}|{_TITLE}){_REGION}{_DATE}?{_SLOT}\s*", True),
        (rf"{_SLOT}[ ]?(?:{_BARE_DASH})?(?P<place>{_CAPS}|{_TITLE}){_REGION}{_DATE}?{_BARE_DASH}", True),
        (rf"(?P<place>){_DATE}?{_SLOT}{_DASH}", True),
        (rf"(?P<place>)(?P<date>)\((?P<slot>[A-Z][A-Z0-9]{{1,9}})\){_BARE_DASH}", False),
        (rf"(?P<place>{_CAPS}){_REGION}{_DATE}?(?P<slot>){_BARE_DASH}", False),
    )
)
_INITIALS: Final = re.compile(r"[A-Z]{2,5}")
_CALL_SIGN: Final = re.compile(r"[WK][A-Z]{2,3}")  # of North American broadcasters
_OPENS: Final = re.compile(rf"[\"“‘'«(\[]?[{_UPPER}0-9$£€]|[\"“‘«]")
_SLOT_SHAPE: Final = re.compile(rf"[{_UPPER}][\w.&/ \-]*|dpa")
# Words in capitals that stand before a dash and are no place.
_NO_PLACE: Final = wordset(
    "UPDATE UPDATED BREAKING EXCLUSIVE VIDEO PHOTOS PHOTO WATCH LIVE CORRECTION CORRECTED ANALYSIS OPINION "
    "EDITORIAL NEWS FILE NOTE WARNING ALERT URGENT REPORT EXPLAINER FACTBOX TIMELINE PROFILE INTERVIEW READ MORE "
    "RELATED LATEST SPORT SPORTS BUSINESS POLITICS WORLD IN ON AT WITH FOR TO FROM BY IS ARE WAS NOT HOW WHY WHAT "
    "WHO WHEN A AN AND BUT OR IF IT NATO NASA FBI CIA UN EU USA US UK FIFA WHO OPEC COVID UNICEF UNESCO NGO CEO "
    "TV DNA AIDS HIV PM GMT EST EDT PST PDT SHARE TWEET ADVERTISEMENT COMMENTARY REVIEW FEATURE STORY WRAPUP "
    "ROUNDUP UPDATES"
)
_HEAD_LINES = 12
_LONGEST = 160  # code points; also keeps hostile text from costing more than a moment


def find_dateline(text: str, also_at: Iterable[int] = ()) -> Dateline | None:
    """Return the first dateline of `text`, looked for where its first lines begin and at the offsets `also_at`."""
    for start in sorted({*_line_starts(text), *also_at}):
        dateline = _dateline_at(text, start)
        if dateline is not None:
            return dateline
    return None


def _line_starts(text: str) -> Iterator[int]:
    return (line.start for line in lines(text)[:_HEAD_LINES])


def _dateline_at(text: str, start: int) -> Dateline | None:
    for form, agency_needed in _FORMS:
        found = form.match(text, start, start + _LONGEST)
        if found is None or not _OPENS.match(text, found.end()):
            continue
        agency = agency_named(found["slot"]) if found["slot"] else ""
        if (agency_needed and not agency) or not _plausible(text, found):
            continue
        agency = "" if "/" in (found["slot"] or "") else agency or _initials(found["slot"])
        return Dateline(start, start + len(found.group().rstrip()), found["place"], _day(found["date"]), agency)
    return None


def _initials(slot: str | None) -> str:
    """The agency that initials in a dateline's brackets name, known or not; a station's call sign names itself."""
    return slot if slot and _INITIALS.fullmatch(slot) and not _CALL_SIGN.fullmatch(slot) else ""


def _plausible(text: str, found: re.Match[str]) -> bool:
    """Tell that this is no label, no line of shouting, and brackets that could hold the name of a newsroom."""
    words = found["place"].replace(",", " ").replace("/", " ").split()
    if any(word.strip(".") in _NO_PLACE for word in words) or "\n\n" in found.group().rstrip():
        return False
    if found["slot"]:
        return _SLOT_SHAPE.fullmatch(found["slot"]) is not None
    following = text[found.end() : found.end() + 60]
    return found["date"] is not None or any(character.islower() for character in following)


def _day(date: str | None) -> str:
    return (read_day(date) or "") if date else ""
