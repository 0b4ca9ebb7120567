"""A word exchanged for its opposite: "an increase" became "a decrease"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.substitutes import SYNONYM
from headwater.text.clauses import COPULAS
from headwater.text.opposition import are_opposed, point_apart
from headwater.text.thesaurus import synonyms
from headwater.types import AlterationKind, Token

__all__ = ["opposite_changes"]

_LIKE_ENOUGH: Final = 0.6  # share of answered words from which a word is exchanged and not the sentence
_CLASSES: Final = frozenset({"NOUN", "ADJ", "ADV"})
_PREFIXES: Final = ("un", "in", "im", "dis", "non")
_SHORTEST: Final = 5  # letters of a word that such a prefix turns into its opposite


def opposite_changes(aligned: Aligned) -> Iterator[Change]:
    """Nouns, adjectives and adverbs put in the place of their antonyms; verbs are looked at with their negations."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    for left, right in sorted(aligned.put.items()):
        one, other = aligned.left.tokens[left], aligned.right.tokens[right]
        if one.pos == other.pos and _are_opposites(one, other) and not _is_evened_out(aligned, left, right):
            here, there = aligned.left.span((left,)), aligned.right.span((right,))
            detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
            harm = f"the opposite is said: {detail}"
            yield Change(AlterationKind.NEGATION, here, there, harm, "", "opposite", detail)


def _are_opposites(one: Token, other: Token) -> bool:
    if one.pos not in _CLASSES or synonyms(one.lemma, other.lemma) >= SYNONYM:
        return False
    if point_apart(one.lemma, other.lemma):
        return False  # another side, told as a place
    return are_opposed(one.lemma, other.lemma) or _is_prefixed(one.lemma, other.lemma)


def _is_prefixed(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES)


def _is_evened_out(aligned: Aligned, left: int, right: int) -> bool:
    """Whether a negation makes up for it, or the verb too was exchanged: "is not safe" and "is unsafe"."""
    one, other = aligned.left.tokens[left].head, aligned.right.tokens[right].head
    if aligned.left.tokens[one].lemma in COPULAS and aligned.right.tokens[other].lemma in COPULAS:
        return aligned.left.denied(one) != aligned.right.denied(other)
    faced = aligned.answered.get(one, aligned.put.get(one))
    return faced != other or aligned.left.denied(one) != aligned.right.denied(other)
