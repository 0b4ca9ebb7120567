"""Where two readings of one utterance differ: the words of both, and what the change looks like by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from headwater.quotes.readings.aligning import aligned
from headwater.quotes.readings.shifts import is_shift
from headwater.quotes.readings.witnesses import Witness, Word
from headwater.types import ReadingKind

__all__ = ["Slot", "slots_of"]


class Slot(NamedTuple):
    """A place at which a reading differs from the base.

    `at` and `to` are word indices: (first, last) in the base, (first, last) in the reading, last exclusive.
    """

    kind: ReadingKind
    base: tuple[Word, ...]
    reading: tuple[Word, ...]
    at: tuple[int, int]
    to: tuple[int, int]

    @property
    def weighs(self) -> bool:
        """Whether the change can change what was said."""
        return any(word.weighs for word in (*self.base, *self.reading))


def slots_of(base: Witness, reading: Witness) -> tuple[Slot, ...]:
    """The differences of a reading from the base, in order. Words of one lemma in two forms are a difference, too."""
    return tuple(_slots(base, reading))


def _slots(base: Witness, reading: Witness) -> Iterator[Slot]:
    for same, at, to in aligned(base.lemmas, reading.lemmas, base.openings, reading.after_dots):
        if not same:
            yield from _narrowed(base, reading, at, to)
            continue
        for step in range(at[1] - at[0]):
            one, other = base.words[at[0] + step], reading.words[to[0] + step]
            if one.form != other.form:
                yield _slot(base, reading, (at[0] + step, at[0] + step + 1), (to[0] + step, to[0] + step + 1))


def _narrowed(base: Witness, reading: Witness, at: tuple[int, int], to: tuple[int, int]) -> Iterator[Slot]:
    """The slot without words at its ends that are the same but were given two lemmas: "worse", "singing"."""
    (first, last), (start, stop) = at, to
    while first < last and start < stop and base.words[first].form == reading.words[start].form:
        first, start = first + 1, start + 1
    while first < last and start < stop and base.words[last - 1].form == reading.words[stop - 1].form:
        last, stop = last - 1, stop - 1
    if first < last or start < stop:
        yield _slot(base, reading, (first, last), (start, stop))


def _slot(base: Witness, reading: Witness, at: tuple[int, int], to: tuple[int, int]) -> Slot:
    here, there = base.words[at[0] : at[1]], reading.words[to[0] : to[1]]
    return Slot(_kind(base, reading, at, to), here, there, at, to)


def _kind(base: Witness, reading: Witness, at: tuple[int, int], to: tuple[int, int]) -> ReadingKind:
    """What a difference is by itself, before anybody asks who else reads so; `WORDING` is what nothing explains."""
    here, there = base.words[at[0] : at[1]], reading.words[to[0] : to[1]]
    at_an_end = _at_an_end(at, base) and _at_an_end(to, reading) and not (here and there)
    explained = (
        (ReadingKind.BRACKET, any(word.bracketed for word in there)),
        (ReadingKind.TRIMMED, at_an_end),
        (ReadingKind.BRACKET, any(word.bracketed for word in here)),
        (ReadingKind.ELLIPSIS, _dotted(base, at) or _dotted(reading, to)),
        (ReadingKind.SHIFT, is_shift(here, there)),
        (ReadingKind.JOINED, _joins(base, reading, at, to) and not any(word.weighs for word in there)),
    )
    return next((kind for kind, holds in explained if holds), ReadingKind.WORDING)


def _at_an_end(place: tuple[int, int], witness: Witness) -> bool:
    return place[0] == 0 or place[1] == len(witness.words)


def _dotted(witness: Witness, place: tuple[int, int]) -> bool:
    """Whether dots stand before the words of this place, or among them."""
    first = max(0, place[0] - 1)
    return any(word.dotted for word in witness.words[first : max(place[1] - 1, place[0])])


def _joins(base: Witness, reading: Witness, at: tuple[int, int], to: tuple[int, int]) -> bool:
    """Whether a sentence ends in the base where the reading goes on: in the words left out, or before them."""
    first = max(0, at[0] - 1)
    stops = at[0] > 0 and any(word.stops for word in base.words[first : max(at[1], at[0])])
    goes_on = not any(word.stops for word in reading.words[max(0, to[0] - 1) : to[1]])
    return stops and (goes_on or at[1] > at[0])
