"""What one text has and the other lacks: reporting gets cut, from the tail first; background gets added.

A sentence that only the source has speaks for the source if it reports (somebody speaks, acts, is named), since nobody
who copies has more to report. One that only the copy has speaks for the copy if it is background that anyone could add.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log1p
from typing import Final

from headwater.derivations.directions.ways import Side, Sign, Way
from headwater.text.cues import is_speech_verb
from headwater.types import EntityKind

__all__ = ["background_signs", "material_signs"]

_ENOUGH: Final = 2  # sentences that the copy must keep


def material_signs(way: Way) -> Iterator[Sign]:
    """Signs from the sentences that the copy lacks."""
    if len(way.groups) < _ENOUGH:
        return
    missing = way.missing
    tail = _tail(way)
    inner = [number for number in missing if number not in tail]
    telling = [number for number in inner if _reports(way.source, number)]
    beside = [number for number in inner if _beside_kept(way, number)]
    yield from _count(way.source, "tail cut", tail, "sentences at the end are gone")
    yield from _count(way.source, "reporting left out", telling, "reporting sentences are gone from the middle")
    yield from _count(way.source, "paragraph thinned", beside, "sentences are gone from paragraphs that are kept")


def background_signs(way: Way, back: Way) -> Iterator[Sign]:
    """Background that only the copy has.

    What stands before the first sentence that both have is a lead, a heading, the news of the whole: no background.
    """
    if len(way.groups) < _ENOUGH:
        return
    first, last = min(back.partner), max(back.partner)
    added = [
        number
        for number in back.missing
        if first < number < last and not _reports(way.copy, number) and not _beside_kept(back, number)
    ]
    for sign in _count(way.copy, "background added", added, "sentences of background are new"):
        yield Sign(sign.name, sign.value, sign.detail, None, sign.here)


@lru_cache(maxsize=4096)  # a text meets every other of its line
def _reports(side: Side, number: int) -> bool:
    """Whether a sentence reports: somebody speaks in it or is named, or something is in quotes."""
    span = side.sentence_span(number)
    tokens = side.sentences[number]
    spoken = any(token.pos == "VERB" and is_speech_verb(token.lemma) for token in tokens)
    quoted = any(each.start < span.end and span.start < each.end for each in side.document.quoted)
    named = any(
        name.kind is EntityKind.PERSON and span.start <= name.span.start < span.end for name in side.document.names
    )
    return spoken or quoted or named


def _tail(way: Way) -> tuple[int, ...]:
    """The run of missing sentences that ends the source."""
    last = max(way.partner, default=-1)
    return tuple(number for number in way.missing if number > last)


def _beside_kept(way: Way, number: int) -> bool:
    """Whether another sentence of its paragraph is in the copy."""
    sentences = way.source.document.sentences
    paragraph = sentences[number].paragraph
    return any(sentences[each].paragraph == paragraph for each in (number - 1, number + 1) if each in way.partner)


def _count(side: Side, name: str, numbers: Sequence[int], detail: str) -> Iterator[Sign]:
    if numbers:
        yield Sign(name, log1p(len(numbers)), f"{len(numbers)} {detail}", side.sentence_span(numbers[0]))
