"""Quotes: the fuller one is nearer the speaker. They get trimmed, lose their marks, become indirect."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.derivations.directions.ways import Group, Side, Sign, Way
from headwater.text.cues import is_speech_verb

__all__ = ["quote_signs"]

_QUOTE: Final = 6  # words; a shorter one is a scare quote or a title
_REST: Final = 4  # words that must be left, and gone, for a quote to be called trimmed
_KEPT: Final = 0.5  # share of the quoted words that an indirect rendering keeps


def quote_signs(way: Way) -> Iterator[Sign]:
    """One sign of each kind at most."""
    seen: set[str] = set()
    for group in way.groups:
        for sign in _of_group(way, group):
            if sign.name not in seen:
                seen.add(sign.name)
                yield sign


def _of_group(way: Way, group: Group) -> Iterator[Sign]:
    ours, theirs = _quoted(way.source, group.ours), _quoted(way.copy, group.theirs)
    if len(ours) < _QUOTE:
        return
    spans = way.source.sentence_span(group.ours[0]), way.copy.sentence_span(group.theirs[0])
    if _REST <= len(theirs) <= len(ours) - _REST and _within(theirs, ours):
        yield Sign("quote trimmed", 1.0, f"{len(theirs)} of {len(ours)} quoted words are left", *spans)
    if theirs:
        return
    words = _forms(way.copy, group.theirs)
    if _within(ours, words):
        yield Sign("quotation marks lost", 1.0, "the quoted words stand without marks", *spans)
    elif len(set(ours) & set(words)) >= _KEPT * len(set(ours)) and _speaks(way.copy, group.theirs):
        yield Sign("quote made indirect", 1.0, "what was quoted is told", *spans)


@lru_cache(maxsize=4096)  # a text meets every other of its line
def _quoted(side: Side, numbers: tuple[int, ...]) -> list[int]:
    found: list[int] = []
    for number in numbers:
        within = side.reading.in_sentence(number)
        found += side.reading.words.forms[within][side.reading.quoted[within]].tolist()
    return found


def _forms(side: Side, numbers: tuple[int, ...]) -> list[int]:
    return [form for number in numbers for form in side.reading.words.forms[side.reading.in_sentence(number)].tolist()]


def _within(part: list[int], whole: list[int]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _speaks(side: Side, numbers: tuple[int, ...]) -> bool:
    return any(token.pos == "VERB" and is_speech_verb(token.lemma) for token in side.words(numbers))
