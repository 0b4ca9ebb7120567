"""A copy brought into the style of a house, all through."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from headwater.testing.scribe.draft import Draft, Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording import house_numbers, house_words
from headwater.testing.scribe.wording.joinery import exchanged_at
from headwater.testing.scribe.wording.styles import Change, HouseStyle, Manner, Start

__all__ = ["MANNERS", "house_style", "styled"]

MANNERS: Final[tuple[Manner, ...]] = (
    house_numbers.dates,
    house_numbers.numbers,
    house_words.percent,
    house_words.clock,
    house_words.courtesy,
    house_words.said,
    house_words.spelling,
    house_words.quotation_marks,
    house_words.dashes,
)
_STARTS: Final[Mapping[Manner, Start]] = {**house_numbers.STARTS, **house_words.STARTS}


def house_style(draft: Draft, pen: Pen, *, style: HouseStyle) -> Draft:
    """The draft as a house of this style prints it; furniture stays."""
    sentences = [
        sentence if sentence.furniture else sentence._replace(words=styled(sentence.words, pen, style, MANNERS))
        for sentence in draft.sentences
    ]
    return draft.with_sentences(sentences)


def styled(words: tuple[Word, ...], pen: Pen, style: HouseStyle, manners: tuple[Manner, ...]) -> tuple[Word, ...]:
    """A sentence in a style, as far as these manners go."""
    place = 0
    while place < len(words):
        change = _change(words, place, style, manners)
        if change is None:
            place += 1
            continue
        length = len(words)
        words = exchanged_at(words, (place, place + change.width), change.new, pen, change.how)
        place += change.width + len(words) - length
    return words


def _change(words: tuple[Word, ...], place: int, style: HouseStyle, manners: tuple[Manner, ...]) -> Change | None:
    """What the first of the manners that has something to change at a place would do."""
    for manner in _starting(words[place].text, words[place].tag, manners):
        change = manner(words, place, style)
        if change is not None:
            return change
    return None


@lru_cache(maxsize=65536)
def _starting(text: str, tag: str, manners: tuple[Manner, ...]) -> tuple[Manner, ...]:
    """Those of the manners that can begin at a word of this text and tag: at most words none."""
    return tuple(manner for manner in manners if _STARTS[manner](text, tag))
