"""Clauses that leave open whether what they tell of is so: questions, conditions, commands, aims.

FactBank calls them underspecified (Saurí and Pustejovsky 2009). What a noun tells of is open or did not come to pass
where its verb or adjective says so: "planned an attack", "foiled the attack", "the attempted murder".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.text.wordset import wordset
from headwater.types import Token

__all__ = ["is_averted", "is_left_open", "is_only_meant"]

Below = Mapping[int, Sequence[int]]

_CONDITIONS: Final = frozenset({"if", "unless", "provided", "supposing", "once"})
_OPEN_MODALS: Final = frozenset({"will", "would", "could", "might", "may", "'ll", "'d", "wo", "shall", "can"})
_CAUSING: Final = wordset("""
    allow force cause make get help let enable lead compel see hear watch find prompt oblige leave have catch
""")
"""Verbs whose infinitive came to pass: implicatives (Karttunen 1971) and perception."""
_AVERTING: Final = wordset("avert avoid foil thwart prevent stave forestall pre-empt preempt disrupt")
_AVERTED: Final = wordset("averted foiled thwarted prevented aborted abortive foil thwart avert abort")
_MEANING: Final = wordset("""
    plan plot threaten attempt fear expect want seek prepare consider propose promise demand urge conspire intend mull
    contemplate order vow pledge anticipate request
""")
_MEANT: Final = wordset("""
    attempted planned threatened feared imminent would-be future proposed possible potential intended expected
    hypothetical upcoming attempt plan threaten fear propose intend expect
""")
_ENDS: Final = frozenset({".", "!", "?"})
_NOUN_PARTS: Final = frozenset({"dobj", "obj", "nsubjpass", "pobj"})


def is_left_open(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """Whether the clause of a verb asserts nothing: it asks, sets a condition or hangs on one, commands, or aims at.

    `tokens` are those of a document, `below` the dependents of each word in the sentence of `predicate`.
    """
    return (
        _is_asked(tokens, below, predicate)
        or _is_inverted(tokens, below, predicate)
        or _hangs_on_a_condition(tokens, below, predicate)
        or _is_commanded(tokens, below, predicate)
        or _is_aimed_at(tokens, below, predicate)
    )


def _is_asked(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """The next end of a sentence after the verb is a question mark; what a relative clause tells is not asked."""
    if tokens[predicate].dep == "relcl" or not below:
        return False
    after = range(predicate, max(below) + 1)
    return next((tokens[n].lemma == "?" for n in after if tokens[n].lemma in _ENDS), False)


def _is_inverted(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """“Had they locked the gate”, “should it rain”: an auxiliary before its subject, in a clause under another."""
    if tokens[predicate].dep not in {"advcl", "ccomp"}:
        return False
    helping = [n for n in below[predicate] if tokens[n].dep in {"aux", "auxpass"}]
    subjects = [n for n in below[predicate] if tokens[n].dep in {"nsubj", "nsubjpass"}]
    leads = bool(helping) and tokens[helping[0]].lemma.lower() in {"have", "should", "be"}
    first = min(below[predicate], default=predicate)
    return leads and bool(subjects) and helping[0] == first and helping[0] < subjects[0]


def _hangs_on_a_condition(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """“If it breaks, people will drown”: what would come of a condition."""
    modal = any(tokens[n].dep == "aux" and tokens[n].lemma.lower() in _OPEN_MODALS for n in below[predicate])
    clauses = (n for n in below[predicate] if tokens[n].dep == "advcl")
    return modal and any(_sets_a_condition(tokens, below, clause) for clause in clauses)


def _sets_a_condition(tokens: Sequence[Token], below: Below, clause: int) -> bool:
    marks = {tokens[n].lemma.lower() for n in below[clause] if tokens[n].dep == "mark"}
    return bool(marks & _CONDITIONS) or _is_inverted(tokens, below, clause)


def _is_commanded(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """A bare verb at the head of its sentence, without subject or auxiliary."""
    token = tokens[predicate]
    held = {tokens[n].dep for n in below[predicate]}
    return token.dep == "ROOT" and token.tag == "VB" and not held & {"nsubj", "nsubjpass", "csubj", "expl", "aux"}


def _is_aimed_at(tokens: Sequence[Token], below: Below, predicate: int) -> bool:
    """An infinitive with a subject of its own ("a path for firms to raise money") that nothing says came to pass."""
    infinitive = any(tokens[n].tag == "TO" for n in below[predicate])
    return infinitive and tokens[tokens[predicate].head].lemma not in _CAUSING


def is_averted(tokens: Sequence[Token], below: Below, noun: int) -> bool:
    """Whether the event of a noun is said not to have come to pass: "no attack", "foiled an attack"."""
    marks = {tokens[n].lemma.lower() for n in below[noun] if tokens[n].dep == "amod"}
    denied = any(tokens[n].lemma in {"no", "zero"} and tokens[n].dep in {"det", "neg"} for n in below[noun])
    return denied or bool(marks & _AVERTED) or tokens[_verb_over(tokens, noun)].lemma in _AVERTING


def is_only_meant(tokens: Sequence[Token], below: Below, noun: int) -> bool:
    """Whether the event of a noun is only planned, feared, called for or attempted."""
    marks = {tokens[n].lemma.lower() for n in below[noun] if tokens[n].dep == "amod"}
    return bool(marks & _MEANT) or tokens[_verb_over(tokens, noun)].lemma in _MEANING


def _verb_over(tokens: Sequence[Token], noun: int) -> int:
    """The verb that the noun is the object of, through one preposition ("warned of an attack"); else the noun."""
    if tokens[noun].dep not in _NOUN_PARTS:
        return noun
    head = tokens[noun].head
    return tokens[head].head if tokens[noun].dep == "pobj" and tokens[head].dep == "prep" else head
