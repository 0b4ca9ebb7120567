"""What a text looks like on the page: its lines, the sentences of a line, and marks laid on stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from headwater.text.wordset import wordset
from headwater.types import FurnitureKind

__all__ = ["Line", "Mark", "lines", "sentences_of"]

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[A-ZÀ-Þ0-9@©–—])")
_LONGEST_WORD = 40  # how far back the word before a full stop is looked for
_LAST_WORD = re.compile(r"[\w.’']+$")
# Abbreviations after which a name usually goes on; single letters and words with an inner stop are seen by their form.
_ABBREVIATED = wordset(
    "mr mrs ms dr st sgt lt col gen maj capt rep sen gov rev prof jr sr co corp inc ltd no vs jan feb mar apr jun "
    "jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn "
    "miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
)


class Line(Struct, frozen=True):
    """A line that holds something, without white space at its edges; offsets are into the whole text."""

    start: int
    end: int
    text: str


class Mark(Struct, frozen=True, order=True):
    """A stretch of a text with what it is: `Furniture` before it knows its article."""

    start: int
    end: int
    kind: FurnitureKind
    value: str = ""


@lru_cache(maxsize=2)  # every kind of furniture is looked for in the lines of one text, then of the next
def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order."""
    return tuple(_line(match) for match in _LINE.finditer(text))


def sentences_of(line: Line) -> Iterator[Line]:
    """Yield the sentences of a line, by form alone: good enough to tell a credit from the news before it."""
    start = 0
    for stop in _STOP.finditer(line.text):
        if _ends_sentence(line.text[max(0, stop.start() - _LONGEST_WORD) : stop.start()], stop.group()):
            yield _part(line, start, stop.end())
            start = stop.end()
    yield _part(line, start, len(line.text))


def _line(match: re.Match[str]) -> Line:
    body = match.group().strip()
    start = match.start() + match.group().index(body)
    return Line(start, start + len(body), body)


def _part(line: Line, start: int, end: int) -> Line:
    body = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(body), body)


def _ends_sentence(before: str, stop: str) -> bool:
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word.group()
    return not ("." in last or (len(last) == 1 and last.isupper()) or last.lower() in _ABBREVIATED)
