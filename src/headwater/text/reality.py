"""Whether a verb tells what happened, or only what was tried, planned, feared, possible or denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.text.cues import is_negated
from headwater.types import Token

__all__ = ["is_real"]

Below = Mapping[int, Sequence[int]]

_DEPTH: Final = 4  # verbs above that are looked at
_UNREAL: Final = frozenset({"could", "would", "might", "may", "can", "should", "must", "will", "shall", "'ll", "'d"})
_OPEN_MARKS: Final = frozenset({"if", "unless", "whether", "until", "lest"})
_REPORTING: Final = frozenset({"appear", "seem", "believe", "report", "say", "happen", "presume", "think", "know"})
_ATTEMPTS: Final = frozenset({"attempt", "try", "threaten", "plan", "plot", "conspire", "want", "intend", "avoid"})


def is_real(tokens: Sequence[Token], below: Below, verb: int, *, denied: bool = False) -> bool:
    """Whether the verb tells what happened: not denied, not a matter of could, if or in order to."""
    if is_negated(tokens, verb) != denied:
        return False
    return _is_told_as_fact(tokens, below, verb, _DEPTH)


def _is_told_as_fact(tokens: Sequence[Token], below: Below, verb: int, depth: int) -> bool:
    token = tokens[verb]
    held = [tokens[child] for child in below[verb]]
    if any(child.dep == "aux" and child.lemma.lower() in _UNREAL and child.tag == "MD" for child in held):
        return False
    if any(child.dep == "mark" and child.lemma.lower() in _OPEN_MARKS for child in held):
        return False
    head = tokens[token.head]
    infinitive = any(child.tag == "TO" for child in held)
    if infinitive and not (token.dep == "xcomp" and head.lemma.lower() in _REPORTING):
        return False
    if token.dep in {"conj", "pcomp"} and depth and token.head in below and head.pos in {"VERB", "AUX"}:
        return not _is_attempt(head) and _is_told_as_fact(tokens, below, token.head, depth - 1)
    if token.dep == "pcomp":
        return not _is_attempt(tokens[head.head]) and not _is_attempt(head)
    return not (token.dep == "xcomp" and _is_attempt(head))


def _is_attempt(token: Token) -> bool:
    return token.lemma.lower() in _ATTEMPTS
