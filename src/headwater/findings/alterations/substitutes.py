"""Which word was put in the place of which, inside a stretch that was reworded.

A reworded stretch keeps the order of its source, so its words are aligned without crossing, by what they are: words
of one sense first, then words of one part of speech in one function.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from headwater.text.news_synonyms import news_synonyms
from headwater.text.thesaurus import same_sense, synonyms
from headwater.types import Token

__all__ = ["SYNONYM", "answers", "is_spelling", "put_for", "says_the_same"]

SYNONYM: Final = 0.3  # thesaurus value from which one word may stand for another
_LONGEST: Final = 12  # words on a side; in longer stretches the text was written anew
_STEM: Final = 5  # letters by which "relative" and "relatively" are taken for one word
_CLASSES: Final = {"PROPN": "NOUN", "AUX": "VERB"}
_MODIFIERS: Final = frozenset({"amod", "compound", "nmod", "nummod"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "NUM"})
_OPEN: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "ADP", "SCONJ"})


def put_for(
    tokens: Sequence[Token], others: Sequence[Token], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """Left words -> the right words put in their place: the best alignment without crossing."""
    if not left or not right or len(left) > _LONGEST or len(right) > _LONGEST:
        return {}
    if len(left) == len(right) == 1 and {tokens[left[0]].pos, others[right[0]].pos} <= _OPEN:
        return {left[0]: right[0]}  # a single word for a single word, whatever the parser makes of either
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(right) + 1)]
    for i, here in enumerate(left, 1):
        row: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
        for j, there in enumerate(right, 1):
            worth = _worth(tokens[here], others[there], _drift(i, j, len(left), len(right)))
            score, pairs = best[i - 1][j - 1]
            taken = (score + worth, (*pairs, (here, there))) if worth > 0 else (0.0, ())
            row.append(max(taken, best[i - 1][j], row[j - 1], key=lambda one: one[0]))
        best.append(row)
    return dict(best[-1][-1][1])


def answers(one: Token, other: Token) -> bool:
    """Whether the second word says what the first says."""
    if one.pos in {"PROPN", "NUM"} or other.pos in {"PROPN", "NUM"}:
        return is_spelling(one.lemma, other.lemma)
    return is_spelling(one.lemma, other.lemma) or says_the_same(one.lemma, other.lemma)


def says_the_same(one: str, other: str) -> bool:
    """Whether one lemma may stand for the other, by the dictionary or by the habits of news."""
    return news_synonyms(one, other) or synonyms(one, other) >= SYNONYM


@lru_cache(maxsize=16384)
def is_spelling(one: str, other: str) -> bool:
    """Whether two words are one in two spellings or forms: "storey", "story"; "parliament", "parliamentary"."""
    if one == other or (len(one) >= _STEM and one[:_STEM] == other[:_STEM]):
        return True
    return min(len(one), len(other)) >= _STEM and OSA.distance(one, other) <= 1


def _drift(i: int, j: int, left: int, right: int) -> float:
    """How far two words lie from one place, counted from the nearer end of the stretch, 0 to 1."""
    return min(abs(i - j), abs((left - i) - (right - j))) / max(left, right)


def _worth(one: Token, other: Token, drift: float) -> float:
    """How well one word fills the other's place; 0 where it cannot."""
    if not {one.pos, other.pos} <= _CONTENT:
        return 0.5 if one.pos == other.pos else 0.0
    likeness = _likeness(one.lemma, other.lemma)
    same_class = _class(one) == _class(other)
    if not same_class and likeness < SYNONYM:
        return 0.0
    return 1.0 + 2 * likeness + 0.5 * same_class + 0.5 * (one.dep == other.dep) - drift


@lru_cache(maxsize=16384)
def _likeness(one: str, other: str) -> float:
    if is_spelling(one, other):
        return 1.0
    close = same_sense(one, other) or news_synonyms(one, other)
    return max(synonyms(one, other), SYNONYM if close else 0.0)


def _class(token: Token) -> str:
    return "modifier" if token.dep in _MODIFIERS else _CLASSES.get(token.pos, token.pos)
