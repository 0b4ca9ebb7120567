"""What the words beside a place name say of where it lies: "Marlow, Texas", "Marlow in Texas", "Texas's Marlow".

The wider place is read off the map by its words, whether or not the parser holds it for a name, since abbreviations
("Ill.", "Calif.") are often lost.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.atlas import Spot, spots_named
from headwater.types import Precision, Span

__all__ = ["holds", "wider_place"]

_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]*\.?(?:[A-Z]\.)*|of|and|the|del?|la)"
_NAME: Final = rf"({_WORD}(?:[ ]{_WORD}){{0,3}})"
_SIDE: Final = r"(?:[ ](?:north|south|east|west|central)\w*)?"
_BEHIND: Final = re.compile(rf"(?:,|[ ]\(|,?[ ](?:in|of)(?:[ ]the)?{_SIDE})[ ]?{_NAME}")
_RANK: Final = (
    r"(?:(?:second|third|largest|biggest|main|port)[ \-])*(?:(?:capital|city|town|village)[ ]){0,2}(?:of[ ])?"
)
_AHEAD: Final = re.compile(rf"{_NAME}['’]s?[ ]{_RANK}$")
_WIDE: Final = (Precision.COUNTRY, Precision.REGION, Precision.COUNTY)
_REACH: Final = 60  # code points ahead that are looked at


def wider_place(text: str, span: Span) -> tuple[Spot, ...]:
    """The countries, regions or counties that the words beside the name at `span` say it lies in; () if none."""
    behind = _BEHIND.match(text, span.end)
    if behind and (found := _longest(behind[1].split(" "), from_left=True)):
        return found
    ahead = _AHEAD.search(text[max(0, span.start - _REACH) : span.start])
    return _longest(ahead[1].split(" "), from_left=False) if ahead else ()


def holds(wide: Spot, spot: Spot) -> bool:
    """Whether a place lies in a wider one, by their codes; no place lies in itself."""
    if spot.country != wide.country or (spot.precision, spot.name) == (wide.precision, wide.name):
        return False
    if wide.precision is Precision.COUNTRY:
        return True
    inside = spot.region == wide.region and spot.precision is not Precision.COUNTRY
    return inside and (wide.precision is Precision.REGION or spot.county == wide.county)


def _longest(words: list[str], *, from_left: bool) -> tuple[Spot, ...]:
    """The wide places of the most words that name one, counted from the side of the name."""
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count] if from_left else words[-count:])
        found = tuple(spot for spot in spots_named(name) if spot.precision in _WIDE and not spot.alias)
        if found and name[0].isupper():
            return found
    return ()
