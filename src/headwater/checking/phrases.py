"""Circumstances that nobody tells: phrases of a claim whose words stand together in no sentence of the reports.

A sentence taken whole and given an invented end ("... to the surprise of the unions") has the better part of its words
in the reports, and of its end often this word here and that one there.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from headwater.checking.bearing import Bearing, weight_of
from headwater.text.rewording.sides import Side

__all__ = ["Untold", "untold_phrase"]

_PHRASES: Final = frozenset({"prep", "agent", "advcl", "acl", "relcl", "appos", "npadvmod", "pcomp"})
_LEAST: Final = 2  # words of a phrase that say something
_LARGEST: Final = 0.6  # share of a claim above which a phrase is the claim itself
_MOSTLY: Final = 0.5  # share of a phrase's words that the best sentence lacks


class Untold(NamedTuple):
    """Words `first` to `last` of a claim, and how many words of theirs the sentence that has most of them lacks."""

    first: int
    last: int
    lacking: float


def untold_phrase(bearing: Bearing) -> Untold | None:
    """The phrase of which the reports have least in one sentence; None if they have the better half of each."""
    claim = bearing.claim
    telling = {word for word in range(len(claim)) if weight_of(claim, word)}
    phrases = (sorted(telling & _under(claim, top)) for top in range(len(claim)) if _is_phrase(claim, top))
    found = [
        Untold(words[0], words[-1], lacking)
        for words in phrases
        if _LEAST <= len(words) <= _LARGEST * len(telling)
        if (lacking := len(words) - _most(bearing, words)) >= _MOSTLY * len(words)
    ]
    return max(found, default=None, key=lambda phrase: (round(phrase.lacking, 6), -phrase.first))


def _is_phrase(claim: Side, top: int) -> bool:
    """Whether a circumstance, or a second thing done, hangs on the word; who says it ("according to ...") is none."""
    token = claim.tokens[top]
    joined = token.dep == "conj" and token.pos == "VERB"
    return (token.dep in _PHRASES or joined) and claim.lemmas[top] != "accord"


def _most(bearing: Bearing, words: list[int]) -> float:
    """How many of the words the sentence has that has most of them; another spelling or a synonym is worth less."""
    return max((sum(met[word][1] for word in words if word in met) for met in bearing.near.values()), default=0.0)


def _under(side: Side, top: int) -> set[int]:
    """A word and all that hangs on it."""
    under, waiting = {top}, [top]
    while waiting:
        above = waiting.pop()
        below = [at for at, head in enumerate(side.heads) if head == above and at not in under]
        under.update(below)
        waiting += below
    return under
