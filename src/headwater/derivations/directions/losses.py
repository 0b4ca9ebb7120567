"""Losses inside a sentence: exact numbers become vague, names become "an official", hours days, cautions certainties.

Transmission loses detail (lectio difficilior aside): a copyist who does not know a number cannot invent it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from headwater.derivations.directions.ways import Group, Side, Sign, Way
from headwater.text.cues import is_speech_verb
from headwater.text.words import fold
from headwater.text.wordset import wordset
from headwater.types import Date, Granularity, Token

__all__ = ["loss_signs"]

_VAGUE: Final = wordset("dozens scores hundreds thousands several some many few numerous multiple dozen various")
_OFFICIALS: Final = wordset(
    "official officials spokesman spokeswoman spokesperson source sources witness resident man woman"
)
_HEDGES: Final = wordset(
    "allegedly reportedly apparently purportedly alleged suspected presumed possibly probably may might could believed"
    " unclear unconfirmed likely about around nearly almost approximately roughly least"
)
_FINE: Final = (Granularity.MOMENT, Granularity.HOUR, Granularity.PART)


def loss_signs(way: Way) -> Iterator[Sign]:
    """One sign of each kind at most."""
    seen: set[str] = set()
    for group in way.groups:
        for sign in (*_in_changes(way, group), *_in_sentences(way, group)):
            if sign.name not in seen:
                seen.add(sign.name)
                yield sign


def _in_changes(way: Way, group: Group) -> Iterator[Sign]:
    for change in group.changes:
        gone, come = _folded(way.source, change.gone), _folded(way.copy, change.come)
        spans = way.source.span(change.gone), way.copy.span(change.come)
        if len(gone) <= 3 and any(token.pos == "NUM" for token in change.gone) and _VAGUE & set(come):
            yield Sign("number made vague", 1.0, "an exact number became a vague one", *spans)
        if _names(change.gone) and not _names(change.come) and _OFFICIALS & set(come) - set(gone):
            yield Sign("name made a role", 1.0, "who was named is only described", *spans)
        if _HEDGES & set(gone) and not _HEDGES & _every(way.copy, group.theirs):
            yield Sign("hedge dropped", 1.0, "a word of caution is gone", *spans)


def _in_sentences(way: Way, group: Group) -> Iterator[Sign]:
    spans = way.source.sentence_span(group.ours[0]), way.copy.sentence_span(group.theirs[0])
    if _attributed(way.source, group.ours) and not _attributed(way.copy, _around(way, group)):
        yield Sign("attribution dropped", 1.0, "the word on who said it is gone", *spans)
    if _timed(way.source, group.ours) and _dated(way.copy, group.theirs) and not _timed(way.copy, group.theirs):
        yield Sign("time made a day", 1.0, "the hour is gone, the day is left", *spans)


def _around(way: Way, group: Group) -> tuple[int, ...]:
    """The copy's sentences with their neighbours: a sentence that was split leaves the sayer in one half."""
    return tuple(range(max(0, group.theirs[0] - 1), min(len(way.copy.sentences), group.theirs[-1] + 2)))


def _folded(side: Side, tokens: Sequence[Token]) -> list[str]:
    return [fold(side.text(token)) for token in tokens]


def _every(side: Side, numbers: Sequence[int]) -> set[str]:
    return {form for number in numbers for form in side.forms[number]}


def _names(tokens: Sequence[Token]) -> bool:
    return any(token.ent == "PERSON" for token in tokens)


@lru_cache(maxsize=4096)  # a text meets every other of its line
def _attributed(side: Side, numbers: tuple[int, ...]) -> bool:
    tokens = side.words(numbers)
    accords = any((one.lemma, other.lemma) == ("accord", "to") for one, other in pairwise(tokens))
    return accords or any(token.pos == "VERB" and is_speech_verb(token.lemma) for token in tokens)


@lru_cache(maxsize=4096)
def _timed(side: Side, numbers: tuple[int, ...]) -> bool:
    return any(date.granularity in _FINE for date in _dates(side, numbers))


@lru_cache(maxsize=4096)
def _dated(side: Side, numbers: tuple[int, ...]) -> bool:
    return any(date.granularity is Granularity.DAY for date in _dates(side, numbers))


def _dates(side: Side, numbers: Sequence[int]) -> Iterator[Date]:
    first, last = side.sentence_span(numbers[0]).start, side.sentence_span(numbers[-1]).end
    return (date for date in side.document.dates if first <= date.span.start < last)
