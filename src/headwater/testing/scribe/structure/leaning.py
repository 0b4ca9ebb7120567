"""What cannot stand without what comes before it: "He ruled it out", the second half of a quotation, "Not so"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from headwater.testing.scribe.draft import Sentence, Word
from headwater.testing.scribe.structure.paragraphs import Paragraph
from headwater.text.wordset import wordset

__all__ = ["blocks", "leans", "units"]

_Piece = TypeVar("_Piece")

_POINTING: Final = wordset("""
    he she it they his her its their him them this that these those both neither others another but and so then not yet
    still however instead also elsewhere later afterwards there
""")
_NO_NOUN: Final = frozenset({"VBZ", "VBD", "MD", ".", ",", "POS"})
_SHORT: Final = 9  # words: in a longer sentence "it" mostly has its noun
_OPENING: Final = frozenset("“\"«„‘'") | {"``"}


def leans(sentence: Sentence) -> bool:
    """Whether a reader would ask of whom or what the sentence speaks, had he not read the one before."""
    words = sentence.words
    if sentence.furniture or not words:
        return False
    if words[0].quoted and words[0].text not in _OPENING:
        return True  # in the midst of a quotation
    if any(_points_back(words, place) for place in range(len(words))):
        return True
    own = [word for word in words if not word.quoted and word.text[:1].isalnum()]
    if words[0].text in _OPENING and (not own or own[0].tag == "PRP"):
        return True  # nobody named who says it
    return bool(own) and own[0] is words[0] and _points(own[0])


def units(sentences: Sequence[Sentence]) -> list[tuple[int, ...]]:
    """The numbers of the sentences, each with those that lean on it. Furniture is in none."""
    kept = [number for number, sentence in enumerate(sentences) if not sentence.furniture]
    return _runs(kept, lambda number: leans(sentences[number]) or _answers(sentences, number))


def blocks(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs, each with those that lean on it: their sentences in one row, every paragraph still opened."""
    runs = _runs(parts, lambda part: leans(part[0]))
    return [tuple(sentence for part in run for sentence in part) for run in runs]


def _points(word: Word) -> bool:
    return word.text.lower() in _POINTING


def _points_back(words: Sequence[Word], place: int) -> bool:
    """Whether "that", "it" or "this" stands for a whole sentence: "called that routine" does, "denied it" does."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    if word.quoted or after is None:
        return False
    alone = word.tag == "DT" and word.text.lower() in {"that", "this"} and after.tag in _NO_NOUN
    return alone or (word.text == "it" and place > 0 and after.text in {".", ","} and len(words) <= _SHORT)


def _answers(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether the sentence follows a question in its paragraph."""
    return number > 0 and not sentences[number].opens and sentences[number - 1].words[-1].text == "?"


def _runs(items: Sequence[_Piece], leaning: Callable[[_Piece], bool]) -> list[tuple[_Piece, ...]]:
    runs: list[tuple[_Piece, ...]] = []
    for item in items:
        if runs and leaning(item):
            runs[-1] = (*runs[-1], item)
        else:
            runs.append((item,))
    return runs
