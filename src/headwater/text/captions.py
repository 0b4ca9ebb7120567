"""Photo captions and photo credits: found only by signs that a photograph is spoken of, never by tone.

Signs are a credit in brackets ("(AP Photo/Jane Doe)"), "Photo: …", "Credit…Jane Doe/Reuters", "… via Agency",
"Image copyright …", "In this photo released by …", "FILE - …". A photo's agency is not the agency of the text: no
value is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from headwater.text.agencies import AGENCY
from headwater.text.layout import Line, Mark, lines, sentences_of
from headwater.types import FurnitureKind

__all__ = ["find_captions"]

_LONGEST_CAPTION = 450
_MOST_SENTENCES = 4

_HOUSE: Final = (
    rf"(?:{AGENCY}|(?:Getty|GETTY)(?: (?:Images|IMAGES))?|Shutterstock|EPA(?:-EFE)?|NurPhoto|SOPA|Zuma|ZUMA|Sipa|SIPA)"
)
_CAP: Final = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_PERSON: Final = rf"{_CAP}(?: (?:{_CAP}|\d+|(?:de|al|el|van|von|bin|of the|for the|of|the|for)(?= [A-ZÀ-Þ]))){{0,6}}"
_PICTURE: Final = r"(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGE|[Pp]icture|PICTURE)"

_CREDIT: Final = re.compile(
    "|".join(
        (
            rf"\({{1,2}}\s{{0,3}}(?:(?:{_CAP}|{AGENCY}) ){{0,3}}(?:[Ff]ile )?{_PICTURE}\s*(?:[:/]|by\b|via\b|courtesy\b"
            rf"|provided\b|from\b|\))[^()\n]{{0,90}}\)*",
            rf"\(\s*(?:[Ff]ile|[Cc]ourtesy|[Hh]andout|Undated) {_PICTURE}[^()\n]{{0,60}}\)",
            rf"\(\s*{_PERSON}\s*/\s*{_HOUSE}[^()\n]{{0,60}}\)",
            rf"\(\s*{_HOUSE}\s*/\s*{_PERSON}[^()\n]{{0,60}}\)",
            rf"\(\s*[^()\n]{{2,60}} via {_HOUSE}\s*\)",
            rf"Credit\s?(?:…|\.\.\.|:)\s*{_PERSON}(?:\s*/\s*(?:{_HOUSE}|{_PERSON})|,? (?:via|through) (?:the )?{_HOUSE}"
            rf"|,? via {_CAP})?",
            r"\(\s*(?:Source|SOURCE|Courtesy|COURTESY|Credit|CREDIT)(?:\s*:|\s+of\b)\s*[A-Z][^()\n]{1,60}\)",
            rf"©\s*{_HOUSE}\s*/\s*{_PERSON}",
            rf"(?:Photo|PHOTO|Photograph|Image)(?: [Cc]redit| [Cc]ourtesy)?(?:\s*:"
            rf"| by)\s*{_PERSON}(?:\s*[/,]\s*{_PERSON}|,? via {_PERSON})?",
        )
    )
)
_CREDIT_SIGNS: Final = ("(", "©", "Credit", "Photo", "PHOTO", "Image")
# "(Jane Doe/Some Picture Agency)" at the end of a line of one sentence: the form tells, whatever the house.
_BYLINE_IN_BRACKETS: Final = re.compile(
    rf"[.!?”\"]\s*\(\s*{_CAP}(?: {_CAP}){{1,3}}\s*/\s*{_CAP}(?: {_CAP}){{0,4}}\s*\)\.?$"
)
# "… in the harbour, 2021. Jane Doe/Agency" without brackets: a known house is needed.
_SIGNED: Final = re.compile(rf"[.!?”\"]\s+{_PERSON}\s*/\s*{_HOUSE}\.?$")
_CREDIT_LINE: Final = re.compile(
    rf"(?!{AGENCY}\s*/\s*{AGENCY}$)(?:{_PERSON}(?: {_CAP}){{0,4}} via {_HOUSE}\.?"
    rf"|{_PERSON}\s*/\s*{_HOUSE}(?:\s*/\s*{_PERSON})?"
    rf"|{_HOUSE}\s*/\s*{_PERSON}"
    rf"|{_HOUSE} {_PICTURE}(?:\s*/.{{0,60}})?|(?:Courtesy|COURTESY)(?: (?:of|OF))? {_PERSON}|Courtesy {_PICTURE}"
    rf"|(?:Buy |View )?(?:Photos?|Full Caption|Image|Images|Gallery)(?: Gallery)?|(?:Image|Media|Video) (?:copyright"
    rf"|source|caption).*)"
)
_VIA: Final = re.compile(rf"(?:(?<=[.!?”\"] )|^)(?:{_CAP} ){{1,6}}(?:Office |Agency |Media )?via {_HOUSE}\.?$")
_CAPTION_HEAD: Final = re.compile(
    rf"FILE\s*[-–—]+\s*|(?:Image|Media|Video) (?:copyright|source|caption)\b"
    rf"|(?:In this|This)\b(?:[^.]{{0,60}})\b(?:file )?{_PICTURE}\b[^.]{{0,40}}\b(?:shows|provided|released|taken|made"
    rf"|from)\b"
    rf"|(?:File|Handout|Undated) {_PICTURE}\b[: ]"
)
_FURNISHED: Final = re.compile(
    r"\b(?:provided|released|distributed|handout|obtained) (?:by|from)\b|\bfile photo\b", re.IGNORECASE
)


def find_captions(text: str) -> Iterator[Mark]:
    """Yield captions (whole lines that belong to a picture) and photo credits (inside other lines) of `text`.

    A line that ends in a photo credit, or stands before one, is a caption if it is no longer than a caption can be.
    """
    everything = lines(text)
    for line, after in zip_longest(everything, everything[1:]):
        if _is_caption(line, after):
            yield Mark(line.start, line.end, FurnitureKind.CAPTION)
        else:
            yield from _credits_within(line)


def _is_caption(line: Line, after: Line | None) -> bool:
    if len(line.text) > _LONGEST_CAPTION:
        return False
    if _CREDIT_LINE.fullmatch(line.text):
        return True
    return _has_signs(line, after) and sum(1 for _ in sentences_of(line)) <= _MOST_SENTENCES


def _has_signs(line: Line, after: Line | None) -> bool:
    """Tell whether the line ends, or begins, as captions do."""
    if _ends_in_credit(line.text):
        return True
    if "/" in line.text and (
        _SIGNED.search(line.text) or (_BYLINE_IN_BRACKETS.search(line.text) and _one_sentence(line))
    ):
        return True
    head = _CAPTION_HEAD.match(line.text)
    return head is not None and (head.group()[:4] in {"FILE", "Imag", "Medi", "Vide"} or _picture_follows(line, after))


def _one_sentence(line: Line) -> bool:
    """Tell whether nothing but the credit follows the line's first full stop."""
    return all(part.text.startswith("(") for part in list(sentences_of(line))[1:])


def _may_credit(text: str) -> bool:
    """Tell whether something stands there that every form of `_CREDIT` has: cheaper to ask than the forms."""
    return any(sign in text for sign in _CREDIT_SIGNS)


def _ends_in_credit(text: str) -> bool:
    """Tell whether a credit closes the line; "Buy Photo" and the like may trail."""
    if not _may_credit(text):
        return False
    bare = re.sub(r"\s*(?:Buy|View) (?:[Tt]his )?(?:[Pp]hoto|Full Caption)\s*$", "", text)
    return any(found.end() >= len(bare) - 1 for found in _CREDIT.finditer(bare))


def _picture_follows(line: Line, after: Line | None) -> bool:
    credited = after is not None and (_CREDIT.fullmatch(after.text) or _CREDIT_LINE.fullmatch(after.text))
    return bool(credited) or _FURNISHED.search(line.text) is not None


def _credits_within(line: Line) -> Iterator[Mark]:
    for pattern, may in ((_CREDIT, _may_credit(line.text)), (_VIA, "via " in line.text)):
        for found in pattern.finditer(line.text) if may else ():
            yield Mark(line.start + found.start(), line.start + found.end(), FurnitureKind.CAPTION)
