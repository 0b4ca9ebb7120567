"""Danglers: words in the copy that lean on a sentence which only the source has.

A surname that nobody introduced, a pronoun after the sentence that named the person was cut, an acronym nobody spelt
out, the leftovers of a wire's own notes to editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.derivations.directions.credits import outlet_agency, outlet_of
from headwater.derivations.directions.ways import Side, Sign, Way
from headwater.text.mastheads import abbreviates, same_house
from headwater.text.words import fold
from headwater.text.wordset import wordset
from headwater.types import EntityKind, Name, Span

__all__ = ["dangler_signs"]

_LEANING: Final = wordset("he she it they his her their him them this that these those another both neither also")
_SOMEBODY: Final = wordset("he she his her him")
_BEFORE: Final = 2  # sentences in which the person must be named
_NOTES: Final = re.compile(
    r"^\s*\((?:adds|updates|recasts|refiles|corrects|rewrites|writethru|changes)\b[^)\n]{0,120}\)"
    r"|^\s*(?:ends|more|mtf|eom|to be continued)\s*$|\b(?:eds|editors): (?:adds|updates|recasts|note)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ACRONYM: Final = re.compile(r"\b[A-Z]{3,6}\b")
_LONG_FORM: Final = re.compile(r"\b(?:[A-Z][\w’'-]+(?: (?:of|for|and|the|on|in|to) (?:the )?| )){1,6}[A-Z][\w’'-]+")


def dangler_signs(way: Way) -> Iterator[Sign]:
    """Signs of something cut away from what leans on it."""
    yield from _surname(way)
    yield from _opening(way)
    yield from _pronoun(way)
    yield from _acronym(way)
    left = _note(way.copy.document.article.text)
    if left is not None and not _note(way.source.document.article.text) and not outlet_agency(way.copy.document):
        place = Span(way.copy.document.article.id, left.start(), left.end())
        yield Sign("desk note left", 1.0, "a wire's note to editors was left standing", None, place)


def _surname(way: Way) -> Iterator[Sign]:
    """A surname in the copy that nothing introduces there, though the source gives the full name."""
    full = {_last(way.source, name): name.span for name in _persons(way.source) if _length(way.source, name) > 1}
    own_full = {_last(way.copy, name) for name in _persons(way.copy) if _length(way.copy, name) > 1}
    bare = (name for name in _persons(way.copy) if _length(way.copy, name) == 1 and name.role is None)
    for name in bare:
        last = _last(way.copy, name)
        if last in full and last not in own_full:
            yield Sign("dangling surname", 1.0, "a surname without an introduction", full[last], name.span)
            return


def _persons(side: Side) -> Iterator[Name]:
    return (name for name in side.document.names if name.kind is EntityKind.PERSON)


def _length(side: Side, name: Name) -> int:
    return len(side.document.article.text[name.span.start : name.span.end].split())


def _last(side: Side, name: Name) -> str:
    return fold(side.document.article.text[name.span.start : name.span.end].split()[-1])


def _pronoun(way: Way) -> Iterator[Sign]:
    """A sentence that leans on the one before it, which only the source has."""
    missing = set(way.missing)
    for group in way.groups:
        ours, theirs = group.ours[0], group.theirs[0]
        opening = way.copy.forms[theirs][:1]
        if ours - 1 in missing and opening and opening[0] in _LEANING and opening == way.source.forms[ours][:1]:
            spans = way.source.sentence_span(ours - 1), way.copy.sentence_span(theirs)
            yield Sign("dangling pronoun", 1.0, f"“{opening[0]}” leans on a sentence that is gone", *spans)
            return


def _opening(way: Way) -> Iterator[Sign]:
    """A text that opens on "her" or "he" of somebody whom only the source names, just before."""
    first = next((number for number in range(len(way.copy.sentences)) if number not in way.copy.furniture), -1)
    for group in way.groups:
        ours, theirs = group.ours[0], group.theirs[0]
        opening = way.copy.forms[theirs][:1]
        if theirs != first or not opening or opening[0] not in _SOMEBODY or opening != way.source.forms[ours][:1]:
            continue
        named = _named(way.source, range(max(0, ours - _BEFORE), ours))
        if named is not None and _named(way.copy, range(first, first + _BEFORE)) is None:
            detail = f"the text opens on “{opening[0]}” of nobody"
            yield Sign("opens on a pronoun", 1.0, detail, named, way.copy.sentence_span(theirs))
            return


def _named(side: Side, numbers: range) -> Span | None:
    """Where some sentences name a person."""
    spans = [side.sentence_span(number) for number in numbers if number < len(side.sentences)]
    persons = (name.span for name in _persons(side))
    return next((each for each in persons if any(s.start <= each.start < s.end for s in spans)), None)


def _acronym(way: Way) -> Iterator[Sign]:
    """An acronym that the source spells out and the copy does not."""
    ours, theirs = way.source.document.article, way.copy.document.article
    for found in _acronyms(theirs.text):
        name = _spelt_out(found.group(), ours.text)
        if name is None or any(same_house(found.group(), outlet_of(side.document)) for side in (way.source, way.copy)):
            continue
        if _spelt_out(found.group(), theirs.text) is None:
            here, there = Span(ours.id, *name.span()), Span(theirs.id, *found.span())
            yield Sign("dangling acronym", 1.0, f"nothing says what {found.group()} is", here, there)
            return


@lru_cache(maxsize=256)  # a text is compared with many; so below
def _note(text: str) -> re.Match[str] | None:
    """The first note to editors."""
    return _NOTES.search(text)


@lru_cache(maxsize=256)
def _acronyms(text: str) -> tuple[re.Match[str], ...]:
    """Each acronym where it first stands, in order."""
    firsts = {found.group(): found for found in reversed([*_ACRONYM.finditer(text)])}
    return tuple(sorted(firsts.values(), key=lambda each: each.start()))


@lru_cache(maxsize=4096)
def _spelt_out(code: str, text: str) -> re.Match[str] | None:
    return next((name for name in _long_forms(text) if abbreviates(code, name.group())), None)


@lru_cache(maxsize=256)
def _long_forms(text: str) -> tuple[re.Match[str], ...]:
    """What may be a name spelt out."""
    return tuple(_LONG_FORM.finditer(text))
