"""Notes that a newsroom sets around a story: where it comes from, who its writer is, what was mended in it.

They speak of the story or of its writer, not of what happened: "This story was produced by …", "An earlier version of
this article …", "Jane Doe is a reporter for …". The last counts only at the end of a text, and only of people whom the
story does not name: a story about a reporter may say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.agencies import agency_within
from headwater.text.layout import Line, Mark, lines
from headwater.types import FurnitureKind

__all__ = ["find_notes"]

_LONGEST: Final = 400
_TAIL_LINES: Final = 3

_STORY: Final = r"(?:story|article|report|piece|post|dispatch|feature|interview|analysis)"
_ORIGIN: Final = re.compile(
    rf"[\[(*–—-]*\s*(?:this|the) {_STORY} (?:(?:was|is|has been|have been|had been) )?(?:(?:first|originally|also) )?"
    r"(?:produced|written|published|republished|reprinted|reproduced|provided|supplied|syndicated|translated|"
    r"generated|distributed|made possible|brought to you|part of|adapted|excerpted) "
    r"(?:by|in|on|at|from|for|with|under|through|as part|of)\b.*",
    re.IGNORECASE,
)
_MENDED: Final = re.compile(
    rf"[\[(*–—-]*\s*(?:(?:correction|clarification|update|editor[’']s note)[^.\n]{{0,40}}[:.–—-]\s*)?"
    rf"(?:(?:this|the) {_STORY} (?:was|has been) (?:since )?"
    r"(?:corrected|updated|amended|edited|revised|clarified|changed)\b"
    rf"|an? (?:earlier|previous|original) version of this {_STORY}\b).*",
    re.IGNORECASE,
)
_CAP: Final = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_NAME: Final = rf"{_CAP}(?: {_CAP}){{1,3}}"
_TRADES: Final = (
    r"(?:reporter|writer|correspondent|editor|journalist|columnist|photographer|photojournalist|producer|contributor"
    r"|freelancer|critic|blogger|intern|fellow)s?"
)
_BYLINE: Final = re.compile(r"(?:\w+ )?by:? ", re.IGNORECASE)
_WRITER: Final = re.compile(
    rf"(?P<names>{_NAME}(?:(?:, | and |, and ){_NAME}){{0,3}}) "
    r"(?:is|are|was|covers|cover|writes|write|reports|report)\b(?: (?:an?|the|our|on|about|for)\b)?"
    rf"(?: [\w’'&-]+){{0,6}}? ?\b(?:{_TRADES}\b|for (?:the )?{_CAP})(?! (?:who|whose))"
    r"[^.]{0,160}\.?"
)


def find_notes(text: str) -> Iterator[Mark]:
    """Yield the notes of `text` that are lines of their own.

    A note on where the story comes from is a credit, its value the short name of the agency it names, or ''; so is a
    note on what was mended, without a value. A note on the writer is a contributor line.
    """
    everything = lines(text)
    tail = len(everything) - _TAIL_LINES
    for number, line in enumerate(everything):
        if len(line.text) > _LONGEST:
            continue
        if _ORIGIN.fullmatch(line.text):
            yield Mark(line.start, line.end, FurnitureKind.CREDIT, agency_within(line.text))
        elif _MENDED.fullmatch(line.text):
            yield Mark(line.start, line.end, FurnitureKind.CREDIT)
        elif number >= max(1, tail) and _on_the_writer(everything, number):
            yield Mark(line.start, line.end, FurnitureKind.CONTRIBUTORS, agency_within(line.text))


def _on_the_writer(everything: Sequence[Line], number: int) -> bool:
    """Tell whether a line says what somebody does in the trade whom no other line but a byline names."""
    found = _WRITER.fullmatch(everything[number].text)
    if found is None:
        return False
    family = re.split(r", and |, | and ", found["names"])[0].split()[-1]
    others = (line.text for at, line in enumerate(everything) if at != number and not _BYLINE.match(line.text))
    return not any(re.search(rf"\b{re.escape(family)}\b", other, re.IGNORECASE) for other in others)
