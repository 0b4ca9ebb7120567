"""Who reads so: how many lines of reporting, and of one line how many articles, have each side of a difference.

As in textual criticism the witnesses are weighed, not counted (Maas 1958): copies of one text are one line. What stands
between marks in more lines is the sounder reading; it is not said that it was spoken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.quotes.readings.slots import Slot
from headwater.quotes.readings.witnesses import Witness, Word

__all__ = ["Standing", "standing_of"]


class Standing(NamedTuple):
    """How many have the base's words, and how many the reading's: lines, or the articles of the one line there is."""

    unit: str
    base: int
    reading: int

    @property
    def margin(self) -> int:
        """How many more have the base's words; below zero the reading has more."""
        return self.base - self.reading

    def told(self, base: str, reading: str) -> str:
        """The count in words: "2 lines have “safe”, 1 has “sound”"."""
        has = "has" if self.base == 1 else "have"
        return f"{self.base} {self.unit}{'s' * (self.base != 1)} {has} {base}, {self.reading} {reading}"


def standing_of(slot: Slot, base: Witness, reading: Witness, family: Iterable[Witness]) -> Standing:
    """Who of the family has the words of each side between marks, in their company; who has neither is no witness."""
    marked = [one for one in family if one.marked]
    sides = (_around(base.words, slot.at), _around(reading.words, slot.to))
    found = [[one for one in marked if _has(one.said, words)] for words in sides]
    lines = [{one.line for one in side} for side in found]
    if len(lines[0] | lines[1]) > 1:
        return Standing("line", len(lines[0]), len(lines[1]))
    return Standing("article", *(len({_article(one) for one in side}) for side in found))


def _article(witness: Witness) -> str:
    return witness.quote.content.article


def _around(words: Sequence[Word], place: tuple[int, int]) -> tuple[str, ...]:
    """The forms at a place with the word before and the word after, so that they are found at their place only."""
    first, last = max(0, place[0] - 1), min(len(words), place[1] + 1)
    return tuple(word.form for word in words[first:last] if not word.bracketed)


def _has(said: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one runs through the other without a break."""
    size = len(words)
    return any(tuple(said[start : start + size]) == tuple(words) for start in range(len(said) - size + 1))
