"""A copy brought into the style of a house, all through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.draft import Draft, Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording import house_numbers, house_words
from headwater.testing.scribe.wording.joinery import exchanged_at
from headwater.testing.scribe.wording.styles import Change, HouseStyle, Manner

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
        change = next(_changes(words, place, style, manners), None)
        if change is None:
            place += 1
            continue
        length = len(words)
        words = exchanged_at(words, (place, place + change.width), change.new, pen, change.how)
        place += change.width + len(words) - length
    return words


def _changes(words: tuple[Word, ...], place: int, style: HouseStyle, manners: tuple[Manner, ...]) -> Iterator[Change]:
    """What the manners would do at a place, one after the other."""
    for manner in manners:
        change = manner(words, place, style)
        if change is not None:
            yield change
