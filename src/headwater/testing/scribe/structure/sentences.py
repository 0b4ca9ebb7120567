"""Sentences merged and split, where that takes no more than a conjunction and a capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.testing.scribe.draft import Draft, Sentence, Word
from headwater.testing.scribe.pen import Pen

__all__ = ["resentence"]

_OPENERS: Final = frozenset(
    {"the", "a", "an", "he", "she", "it", "they", "there", "this", "these", "those", "no", "in"}
)
_LONGEST: Final = 30  # words of a merged sentence, about
_SHORTEST: Final = 5  # words on either side of a split
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def resentence(draft: Draft, pen: Pen, *, rate: float = 0.5) -> Draft:
    """Neighbouring short sentences of a paragraph merged with "and", long ones split at ", and": `rate` of each."""
    merged = _merged(draft.sentences, pen, rate)
    return draft.with_sentences([piece for sentence in merged for piece in _maybe_split(sentence, pen, rate)])


def _maybe_split(sentence: Sentence, pen: Pen, rate: float) -> Iterator[Sentence]:
    at = next((n for n in range(len(sentence.words)) if _splits(sentence.words, n)), None)
    if at is None or sentence.furniture or pen.random.random() >= rate:
        yield sentence
        return
    before, after = sentence.words[:at], sentence.words[at + 2 :]
    stop = Word(".", "", ".", ".")
    left, right = pen.drop(before[-1], sentence.words[at : at + 2], after[0], "sentence split")
    assert left is not None and right is not None  # noqa: S101, PT018  # both sides were given
    yield sentence._replace(words=(*before[:-1], left, stop))
    yield Sentence((_capital(right), *after[1:]))


def _splits(words: Sequence[Word], at: int) -> bool:
    """Whether ", and" stands there between two clauses, outside quotation marks."""
    if at + 2 >= len(words) or (words[at].text, words[at + 1].text) != (",", "and") or words[at].place is None:
        return False  # not there, or put there in merging
    before, after = words[:at], words[at + 2 :]
    return (
        min(len(before), len(after)) > _SHORTEST
        and not any(word.quoted or word.tag in ("``", "''") for word in words)
        and after[0].text.lower() in _OPENERS
        and any(word.tag in _FINITE for word in before)
        and any(word.tag in _FINITE for word in after[1:6])
        and words[-1].text == "."
    )


def _merged(sentences: Sequence[Sentence], pen: Pen, rate: float) -> Iterator[Sentence]:
    waiting: Sentence | None = None
    for sentence in sentences:
        if waiting is not None and _merges(waiting, sentence) and pen.random.random() < rate:
            yield _merge(waiting, sentence, pen)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = sentence
    if waiting is not None:
        yield waiting


def _merges(first: Sentence, second: Sentence) -> bool:
    words = (*first.words, *second.words)
    return (
        not second.opens
        and not (first.furniture or second.furniture)
        and len(words) <= _LONGEST
        and not any(word.quoted or word.tag in ("``", "''", ":") for word in words)
        and second.words[0].text.lower() in _OPENERS
        and first.words[-1].text == "."
        and len(first.words) > 2
    )


def _merge(first: Sentence, second: Sentence, pen: Pen) -> Sentence:
    left, right = pen.drop(first.words[-2], first.words[-1:], second.words[0], "sentences merged")
    assert left is not None and right is not None  # noqa: S101, PT018  # both sides were given
    lower = right._replace(text=right.text[0].lower() + right.text[1:], gap=" ")
    link = (Word(",", "", ",", ","), Word("and", " ", "and", "CC"))
    return first._replace(words=(*first.words[:-2], left, *link, lower, *second.words[1:]))


def _capital(word: Word) -> Word:
    return word._replace(text=word.text[0].upper() + word.text[1:])
