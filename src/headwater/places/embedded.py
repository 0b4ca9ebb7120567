"""Places in the names of other things: "the Fayette County Jail", "South Philadelphia", "the University of Kentucky".

Such a name is no name of the place, but it tells which part of the world the story is in.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.atlas import Spot, spots_named
from headwater.text.wordset import wordset
from headwater.types import Precision, Span

__all__ = ["PARTS", "ROADS", "STREETS", "part_of", "place_inside"]

PARTS: Final = wordset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central "
    "north-east north-west south-east south-west downtown uptown midtown inner upper lower greater metro mid rural"
)
ROADS: Final = wordset(
    "street st avenue ave road rd boulevard blvd drive dr lane ln court ct place pl way highway hwy parkway pkwy route "
    "interstate freeway expressway turnpike terrace circle crescent square alley trail loop mews row close bridge"
)
STREETS: Final = wordset("street avenue road boulevard drive lane highway parkway")  # as the last of several words
# What stands behind the place that a body or building is called after.
_BODIES: Final = wordset(
    "police sheriff county parish city town township borough state fire department school schools high university "
    "college hospital medical court courthouse jail prison airport council district mayor public community regional "
    "municipal detention correctional metropolitan metro division crime coroner attorney prosecutor courts superior "
    "circuit memorial general international national chamber board housing transit health emergency division"
)
_WORD: Final = re.compile(r"[^\s]+")
_LONGEST: Final = 3  # words of a place in another name
_LEAST: Final = 5_000  # people of a town that bodies are called after


def part_of(text: str, span: Span) -> Span | None:
    """The town in a name for a part of it: "Philadelphia" in "South Philadelphia"; None if the name is no such."""
    words = [match.span() for match in _WORD.finditer(text, span.start, span.end)]
    if len(words) < 2:
        return None
    first, last = (text[slice(*words[at])].casefold() for at in (0, -1))
    if first in PARTS:
        rest = Span(span.article, words[1][0], span.end)
    elif last in PARTS:
        rest = Span(span.article, span.start, words[-2][1])
    else:
        return None
    return rest if spots_named(text[rest.start : rest.end]) else None


def place_inside(text: str, span: Span) -> Span | None:
    """The place that the thing named at `span` is called after: before a word for a body, or behind its last "of"."""
    words = [match.span() for match in _WORD.finditer(text, span.start, span.end)]
    said = [text[start:end].casefold().strip("'’.,") for start, end in words]
    if not words or said[-1] in ROADS:
        return None
    if "of" in said[1:-1]:
        return _known(text, span, words[said.index("of", 1) + 1 :])
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        follows = re.sub(r"['’]s$", "", said[count])
        if follows in _BODIES and (found := _known(text, span, words[:count])):
            return found
    return None


def _known(text: str, span: Span, words: list[tuple[int, int]]) -> Span | None:
    """The words as a span if they name a place that bodies are called after."""
    start, end = words[0][0], words[-1][1]
    return Span(span.article, start, end) if any(map(_counts, spots_named(text[start:end]))) else None


def _counts(spot: Spot) -> bool:
    return not spot.alias and (spot.precision is not Precision.TOWN or spot.population >= _LEAST)
