"""Wording: what a spinner or a careless hand puts for a word breaks a phrase, or is no word at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from headwater.derivations.directions.ways import Change, Side, Sign, Way
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.set_phrases import is_set_phrase
from headwater.text.thesaurus import known, same_sense, used
from headwater.types import Token

__all__ = ["wording_signs"]

_CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def wording_signs(way: Way) -> Iterator[Sign]:
    """Signs from words exchanged one for one."""
    swapped = [
        each for each in way.exchanges if _is_plain(way.source, each.gone[0]) and _is_plain(way.copy, each.come[0])
    ]
    alike = [
        each
        for each in swapped
        if same_sense(each.gone[0].lemma, each.come[0].lemma) and each.gone[0].lemma != each.come[0].lemma
    ]
    broken = [each for each in alike if _breaks(way, each)]
    if broken:
        yield _sign(way, "phrase broken", len(broken) ** 0.5, broken, "a set phrase lost one of its words")
    slips = [each for each in swapped if each not in alike and _slip(way, each)]
    if slips:
        yield _sign(way, "slip of the pen", len(slips) ** 0.5, slips, "one letter off, and a rarer word or none")


def _is_plain(side: Side, token: Token) -> bool:
    text = side.text(token)
    return token.pos in _CONTENT and text.isalpha() and text.islower() and text not in FUNCTION_WORDS and len(text) > 2


def _sign(way: Way, name: str, value: float, found: Sequence[Change], detail: str) -> Sign:
    first = found[0]
    words = f"{detail}: “{way.source.text(first.gone[0])}”, “{way.copy.text(first.come[0])}”"
    return Sign(name, value, words, way.source.span(first.gone), way.copy.span(first.come))


def _breaks(way: Way, change: Change) -> bool:
    """Whether the source's word makes a set phrase with a neighbour, and the copy's does not."""
    return _in_phrase(way.source, change.gone[0]) and not _in_phrase(way.copy, change.come[0])


@lru_cache(maxsize=4096)  # a text meets every other of its line
def _in_phrase(side: Side, token: Token) -> bool:
    for tokens in side.sentences:
        if token in tokens:
            at = tokens.index(token)
            pairs = [tokens[max(0, at - 1) : at + 1], tokens[at : at + 2]]
            return any(len(pair) == 2 and is_set_phrase(pair[0].lemma.lower(), pair[1].lemma.lower()) for pair in pairs)
    return False


def _slip(way: Way, change: Change) -> bool:
    old, new = change.gone[0], change.come[0]
    apart = DamerauLevenshtein.distance(way.source.text(old), way.copy.text(new))
    if apart > 1 or old.lemma == new.lemma:
        return False
    return known(old.lemma) and (not known(new.lemma) or used(old.lemma) > 4 * (1 + used(new.lemma)))
