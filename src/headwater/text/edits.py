"""What an edit did to the words: the one typing for the copies of a story and for two articles side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.news_synonyms import news_synonyms
from headwater.text.numerals import SMALL, digits_value
from headwater.text.respelling import respelt
from headwater.text.thesaurus import synonyms
from headwater.types import EditKind, Token

__all__ = ["edit_kind"]

_SYNONYM: Final = 0.3  # thesaurus value from which one word may stand for another


def edit_kind(before: Sequence[Token], after: Sequence[Token]) -> EditKind:
    """The kind of an edit by its words, without punctuation; the first that fits.

    An addition or omission has words on one side only; spelling means the same words written otherwise ("12" and
    "twelve" too), reordered the same words in another order, a synonym a word for each word that may stand for it.
    Raises `ValueError` if there are no words on either side.
    """
    if not before and not after:
        raise ValueError("an edit without words")
    if not before or not after:
        return EditKind.ADDITION if not before else EditKind.OMISSION
    here, there = [_spelt(token) for token in before], [_spelt(token) for token in after]
    if "".join(here) == "".join(there):
        return EditKind.SPELLING
    if Counter(here) == Counter(there):
        return EditKind.REORDERED
    return EditKind.SYNONYM if _stand_for_each_other(before, after) else EditKind.REWORDED


def _spelt(token: Token) -> str:
    """The word as all its spellings have it: small letters, one country's spelling, numbers in digits."""
    plain = "".join(char for char in token.lemma.lower() if char.isalnum())
    value = SMALL.get(plain) or digits_value(plain)
    return f"{value:g}" if value is not None else respelt(plain)


def _stand_for_each_other(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the content words of either side are as many and each may stand for the one in its place."""
    here = [token.lemma for token in before if token.lemma.lower() not in FUNCTION_WORDS]
    there = [token.lemma for token in after if token.lemma.lower() not in FUNCTION_WORDS]
    if not here or len(here) != len(there):
        return False
    return all(_same(one, other) for one, other in zip(here, there, strict=True))


def _same(one: str, other: str) -> bool:
    return one == other or news_synonyms(one, other) or synonyms(one, other) >= _SYNONYM
