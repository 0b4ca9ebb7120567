"""Sentences between two passages that answer each other though not a rare word was kept.

A mechanical spinner may leave no word of a short sentence alone, and no aligner that weighs shared words finds it. Its
place gives it away: both sides have a sentence right before (or behind) one passage, in no passage itself, of the same
parts of speech one after another, and the words in like places are in good part a thesaurus's for each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.findings.alterations.texts import Text
from headwater.text.thesaurus import synonyms
from headwater.types import Derivation, Passage, Span, Token

__all__ = ["passages_between"]

_RENDERED: Final = 0.5  # share of the words that must be kept or akin, place by place
_FEWEST: Final = 5  # words; shorter sentences are built alike by chance


def passages_between(derivation: Derivation, left: Text, right: Text) -> Iterator[Passage]:
    """The unaligned neighbours of the derivation's passages that render each other, each sentence once."""
    taken_left = _covered(left, [passage.left for passage in derivation.sentences])
    taken_right = _covered(right, [passage.right for passage in derivation.sentences])
    for passage in derivation.sentences:
        for one, other in zip(_beside(left, passage.left), _beside(right, passage.right), strict=True):
            if one in taken_left or other in taken_right or not _renders(left, right, one, other):
                continue
            taken_left.add(one)
            taken_right.add(other)
            yield Passage(left.document.sentences[one].span, right.document.sentences[other].span, 0.0)


def _covered(text: Text, spans: Sequence[Span]) -> set[int]:
    """The numbers of the sentences that lie in the spans; -1 and the one after the last, which are none, as well."""
    return {-1, len(text.document.sentences)}.union(*map(text.sentences_with, spans))


def _beside(text: Text, span: Span) -> tuple[int, int]:
    """The sentence before and the sentence behind a span; -1 where there is none."""
    words = text.words(span)
    if not words:
        return -1, -1
    return text.sentence_number(words[0]) - 1, text.sentence_number(words[-1]) + 1


def _renders(left: Text, right: Text, one: int, other: int) -> bool:
    """Whether two sentences have the same build and like words in half of the places."""
    here, there = _words(left, one), _words(right, other)
    if len(here) < _FEWEST or [token.pos for token in here] != [token.pos for token in there]:
        return False
    alike = sum(a.lemma == b.lemma or synonyms(a.lemma, b.lemma) > 0 for a, b in zip(here, there, strict=True))
    return alike >= _RENDERED * len(here)


def _words(text: Text, number: int) -> list[Token]:
    return [text.tokens[word] for word in text.words(text.document.sentences[number].span)]
