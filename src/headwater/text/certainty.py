"""How sure a clause is of what it says, with the scope of its hedges.

What stands over a clause counts; what modifies a noun in it or hangs on another clause does not.
Certainty follows FactBank (Saurí and Pustejovsky 2009): a clause takes the weakest of its own words and of the verbs
and adjectives that it is the complement of, up to a verb of speech, whose hedges tell of the saying and not of what is
said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from headwater.text.cues import SPEECH_VERBS, certainty_of, is_negated
from headwater.text.wordset import wordset
from headwater.types import Certainty, Token

__all__ = ["certainty_in"]

_ORDER: Final = (Certainty.UNDERSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE)
_MODIFIERS: Final = frozenset({"amod", "compound", "poss", "nmod"})
_COMPLEMENTS: Final = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acl", "pcomp", "oprd"})
_DOUBT: Final = wordset(
    "doubt question dispute suspect fear speculate wonder possible possibility chance risk suspicion"
)
_LEAVING_OPEN: Final = wordset("confirm verify know establish determine prove say clear sure certain evidence proof")
_REFUSING: Final = wordset("fail refuse decline")
_HELD_LIKELY: Final = wordset(
    "believe think expect presume suppose assume seem appear likely probable belief expectation assumption"
)
_PEOPLE: Final = frozenset({"suspect"})  # the man suspected, whose name says nothing of what the clause tells
_NEAR: Final = 6  # tokens around a word among which its own adjective, determiner and auxiliaries stand
_DEPTH: Final = 8  # governors over a clause; deeper nesting is a parser's error


def certainty_in(tokens: Sequence[Token], predicate: int, words: Iterable[int]) -> Certainty:
    """How sure the clause of `predicate` is of what it says.

    `tokens` are those of a document, `predicate` and the clause's own `words` indices into them. "The suspected man
    left" is certain of the leaving, "is believed to have left" holds it probable, "may not have left", "did not rule
    out that he left" and "refused to deny that he left" possible; "could not confirm that he left" leaves it open.
    """
    levels = {_own(tokens, predicate, word) for word in words} | set(_above(tokens, predicate))
    return next((level for level in _ORDER if level in levels), Certainty.CERTAIN)


def _own(tokens: Sequence[Token], predicate: int, word: int) -> Certainty:
    """What a word of the clause itself says; an adjective of a noun in it hedges the noun."""
    token = tokens[word]
    if (token.dep in _MODIFIERS and token.head != predicate) or (token.pos == "NOUN" and token.lemma in _PEOPLE):
        return Certainty.CERTAIN
    return certainty_of(tokens, word, word + 1)


def _above(tokens: Sequence[Token], predicate: int) -> Iterator[Certainty]:
    """What the governors say of the clause that is their complement, nearest first, up to a verb of speech."""
    current = predicate
    for _ in range(_DEPTH):
        governor = tokens[current].head
        if governor == current or not 0 <= governor < len(tokens) or tokens[current].dep not in _COMPLEMENTS:
            return
        yield from (_of_governor(tokens, item) for item in _predicates(tokens, governor))
        if tokens[current].dep == "xcomp":  # "may try to leave": the modal reaches down to the infinitive
            yield from (certainty_of(tokens, child, child + 1) for child in _auxiliaries(tokens, governor))
        if tokens[governor].lemma in SPEECH_VERBS:
            return
        current = governor


def _of_governor(tokens: Sequence[Token], governor: int) -> Certainty:
    lemma, negated = tokens[governor].lemma, is_negated(tokens, governor)
    if lemma in _DOUBT or (lemma == "rule" and negated):
        return Certainty.POSSIBLE
    if lemma == "deny" and tokens[tokens[governor].head].lemma in _REFUSING:
        return Certainty.POSSIBLE
    if lemma in _LEAVING_OPEN and (negated or _has_no(tokens, governor)):
        return Certainty.UNDERSPECIFIED
    return Certainty.PROBABLE if lemma in _HELD_LIKELY else Certainty.CERTAIN


def _predicates(tokens: Sequence[Token], governor: int) -> Iterator[int]:
    """A governor, and what a copula says: in "it is possible that ..." the adjective governs."""
    yield governor
    if tokens[governor].lemma == "be":
        near = range(governor, min(len(tokens), governor + _NEAR))
        yield from (item for item in near if tokens[item].head == governor and tokens[item].dep in {"acomp", "attr"})


def _has_no(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether a noun is said not to be there: "no evidence that ..."."""
    return any(token.head == noun and token.lemma == "no" for token in tokens[max(0, noun - _NEAR) : noun])


def _auxiliaries(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    low = max(0, verb - _NEAR)
    return (item for item in range(low, verb) if tokens[item].head == verb and tokens[item].dep == "aux")
