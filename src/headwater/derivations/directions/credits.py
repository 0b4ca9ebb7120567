"""Credits: a text that names the other's newsroom as its source has its words from there.

Agencies that no table knows are matched with the outlet of the other text by name or code (`text.mastheads`). What the
literature and newsroom practice hold for the strongest sign of all; a text that its own agency published keeps the
agency's dateline and is nobody's copy for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.derivations.directions.ways import Side, Sign, Way
from headwater.derivations.stated import STATED
from headwater.text.agencies import agency_named
from headwater.text.mastheads import masthead_words, same_house
from headwater.text.words import fold
from headwater.types import Document, FurnitureKind, Span

__all__ = ["agency_of", "credit_signs", "outlet_agency", "outlet_of"]

_PLACES: Final = (
    FurnitureKind.DATELINE,
    FurnitureKind.BYLINE,
    FurnitureKind.CREDIT,
    FurnitureKind.CONTRIBUTORS,
    FurnitureKind.COPYRIGHT,
)
_SIGNED: Final = (FurnitureKind.BYLINE, FurnitureKind.CONTRIBUTORS)
_TAIL: Final = 3  # paragraphs at the foot of a text where a short line may be a credit
_SHORT: Final = 16  # words of such a line
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,40})\)")
_TOLD: Final = (
    r"(?:\b(?:told|according to|reported by|first reported in|a report by|a report in|citing|interview with) (?:the )?"
    r"{name}(?!\w)|(?<!\w){name} (?:reported|reports|has learned|quoted)\b)"
)


def agency_of(document: Document) -> str:
    """The agency an article credits, by its metadata or its own furniture; '' if none."""
    if document.article.agency is not None:
        return document.article.agency.value
    return next((part.value for part in document.furniture if part.kind in _PLACES and part.value), "")


def outlet_of(document: Document) -> str:
    """The name of whoever published the article; '' if that is unknown."""
    return document.article.outlet.value if document.article.outlet is not None else ""


def outlet_agency(document: Document) -> str:
    """The agency that published an article itself; '' if its outlet is none or unknown.

    It is one that the table knows, or one that credits itself: the outlet's name, or its code, in its own dateline.
    """
    outlet, credited = outlet_of(document), agency_of(document)
    return agency_named(outlet) or (credited if same_house(outlet, credited) else "")


def credit_signs(way: Way) -> Iterator[Sign]:
    """The signs of credits, bylines and self-reference, and what the copy's publisher states outright."""
    source, copy = way.source.document, way.copy.document
    stated = way.copy.reading.stated.names(way.source.reading.stated)
    if stated is not None:
        yield Sign(STATED, 1.0, stated.told(source.article.name), None, stated.source.span)
    named = _names_outlet_of(way.copy, source)
    if named is not None and _names_outlet_of(way.source, copy) is None:
        yield Sign("credit", 1.0, f"{copy.article.name} credits {outlet_of(source)}", None, named)
    own = outlet_agency(source)
    if own and not outlet_agency(copy):
        yield Sign("agency's own", 1.0, f"{source.article.name} was published by {own} itself")
    if _third_party(source, copy) and not agency_of(copy) and named is None:
        yield Sign("credit lost", 1.0, f"{source.article.name} credits {agency_of(source)}, the other nobody")
    signed = next((part.span for part in source.furniture if part.kind in _SIGNED), None)
    if signed is not None and not any(part.kind in _SIGNED for part in copy.furniture):
        yield Sign("byline lost", 1.0, "who wrote it is said in one only", signed)
    told = _told(way.copy, outlet_of(source))
    if told is not None and _told(way.source, outlet_of(source)) is None:
        yield Sign("another newsroom's ear", 1.0, f"speaks of {outlet_of(source)} as of another newsroom", None, told)


def _third_party(source: Document, copy: Document) -> bool:
    """Whether the source credits a house that published neither text."""
    credited = agency_of(source)
    return bool(credited) and not any(same_house(outlet_of(each), credited) for each in (source, copy))


def _names_outlet_of(side: Side, other: Document) -> Span | None:
    """Where one text credits the newsroom that published the other, and not itself."""
    outlet = outlet_of(other)
    if not outlet or same_house(outlet, outlet_of(side.document)):
        return None
    found = (span for name, span in _credited(side.document) if same_house(outlet, name))
    return next(found, None) or _line_naming(side.document, outlet)


def _credited(document: Document) -> Iterator[tuple[str, Span]]:
    """The houses that a text credits in its furniture, with the place."""
    for part in document.furniture:
        if part.kind in _PLACES:
            words = document.article.text[part.span.start : part.span.end]
            yield from [(part.value, part.span)] if part.value else []
            yield from ((name, part.span) for name in _BRACKETS.findall(words))
    agency = document.article.agency
    if agency is not None and document.article.text:
        yield agency.value, agency.span or Span(document.article.id, 0, 1)


def _line_naming(document: Document, outlet: str) -> Span | None:
    """A short line at the foot of a text in which an outlet's whole name stands: "Source: The Sallow Herald"."""
    name = masthead_words(outlet)
    for span in document.paragraphs[-_TAIL:]:
        line = document.article.text[span.start : span.end]
        words = tuple(fold(word) for word in re.findall(r"[^\W_]+", line))
        if (
            len(words) <= _SHORT
            and len("".join(name)) > 3
            and _stands_in(name, words)
            and _is_credit(line, words, name)
        ):
            return span
    return None


def _is_credit(line: str, words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a line that holds a newsroom's name credits it: nothing else stands in it, or words of the trade do."""
    return len(words) <= len(name) + 2 or bool(_CREDITING.search(line))


_CREDITING: Final = re.compile(
    r"\b(?:source|credit|first published|originally|appeared|courtesy|report(?:ing|ed)? (?:by|from)|via|contributed"
    r"|with (?:files|inputs?|reporting)|republished|syndicated|copyright)\b",
    re.IGNORECASE,
)


def _stands_in(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _told(side: Side, outlet: str) -> Span | None:
    """Where a text speaks of a newsroom in its sentences: "told the Herald", "according to the Herald"."""
    if not outlet or same_house(outlet, outlet_of(side.document)):
        return None
    found = _told_pattern(outlet).search(side.document.article.text)
    return Span(side.document.article.id, found.start(), found.end()) if found else None


@lru_cache(maxsize=1024)
def _told_pattern(outlet: str) -> re.Pattern[str]:
    name = outlet.removeprefix("The ").removeprefix("the ")
    names = {name, agency_named(outlet)} - {""}
    return re.compile(_TOLD.replace("{name}", "(?:" + "|".join(map(re.escape, sorted(names))) + ")"))
