"""The copyist's pen: it exchanges, adds and drops words, and keeps a note of each edit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from random import Random
from typing import NamedTuple

from headwater.testing.scribe.draft import Place, Word
from headwater.types import AlterationKind

__all__ = ["Note", "Pen"]


class Note(NamedTuple):
    """An edit as the pen made it: `before` are offsets into the text being copied, `place` where that was written."""

    id: int
    kind: AlterationKind | None
    how: str
    before: tuple[int, int]
    place: Place | None


class Pen:
    """One copyist's hand in one copy: his chance, and the notes of his edits in the order he made them.

    `numbers` numbers the edits of a whole story, so that an edit keeps its number in every later copy.
    """

    def __init__(self, random: Random, numbers: count[int] | None = None) -> None:
        self.random = random
        self.notes: list[Note] = []
        self._numbers = count(1) if numbers is None else numbers

    def exchange(
        self, old: Sequence[Word], new: Sequence[Word], how: str, kind: AlterationKind | None = None
    ) -> tuple[Word, ...]:
        """The words `new` in the place of `old` (at least one), noted as an edit.

        `new` take over where `old` come from; make them with `word._replace(text=...)` or as `Word(text, gap, lemma,
        tag)`. With nothing in `new` use `drop`.
        """
        place, at = _places(old), _offsets(old)
        quoted = old[0].quoted
        number = self._note(kind, how, at, place)
        return tuple(
            word._replace(
                place=place if word.place is None else word.place,
                at=at if word.at is None else word.at,
                quoted=word.quoted or quoted,
                edits=(*_earlier(word, old), *number),
            )
            for word in new
        )

    def drop(
        self, before: Word | None, old: Sequence[Word], after: Word | None, how: str, kind: AlterationKind | None = None
    ) -> tuple[Word | None, Word | None]:
        """The words on either side of `old`, which is dropped: they bear the edit. One of them may be None."""
        around = [word for word in (before, *old, after) if word is not None]
        number = self._note(kind, how, _offsets(around), _places(around))
        left = None if before is None else before._replace(edits=(*before.edits, *number))
        right = None if after is None else after._replace(edits=(*after.edits, *number))
        return left, right

    def insert(
        self, before: Word, new: Sequence[Word], how: str, kind: AlterationKind | None = None
    ) -> tuple[Word, ...]:
        """`before` and the words `new` after it, all of which bear the edit."""
        number = self._note(kind, how, before.at, before.place)
        fresh = (word._replace(place=None, at=None, quoted=before.quoted, edits=number) for word in new)
        return (before._replace(edits=(*before.edits, *number)), *fresh)

    def _note(
        self, kind: AlterationKind | None, how: str, at: tuple[int, int] | None, place: Place | None
    ) -> tuple[int, ...]:
        """The number of a new note; nothing if the words come from nowhere: that is no edit of the text copied."""
        if at is None:
            return ()
        number = next(self._numbers)
        self.notes.append(Note(number, kind, how, at, place))
        return (number,)


def _earlier(word: Word, old: Sequence[Word]) -> tuple[int, ...]:
    """Edits that stay with a new word: those of the words it replaces."""
    return word.edits or tuple(dict.fromkeys(number for each in old for number in each.edits))


def _offsets(words: Sequence[Word]) -> tuple[int, int] | None:
    known = [word.at for word in words if word.at is not None]
    return (min(start for start, _ in known), max(end for _, end in known)) if known else None


def _places(words: Sequence[Word]) -> Place | None:
    """Where the words were written, if that is one sentence of one original; else the first one's place."""
    known = [word.place for word in words if word.place is not None]
    if not known:
        return None
    same = [place for place in known if place[:2] == known[0][:2]]
    return Place(*known[0][:2], min(place.start for place in same), max(place.end for place in same))
