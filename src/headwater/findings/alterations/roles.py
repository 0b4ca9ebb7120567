"""Who did it and who suffered it, who was what: parts exchanged in copying."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.texts import Text
from headwater.text.clauses import COPULAS
from headwater.text.events import event_class
from headwater.types import AlterationKind

__all__ = ["role_changes"]

_REACH: Final = 4  # words
_PASSIVE: Final = frozenset({"nsubjpass", "agent"})
_SUBJECTS: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_STANDS_FOR_OTHERS: Final = frozenset({"it", "they", "he", "she", "who", "that", "which", "dozen", "one"})


class _Event(Struct, frozen=True):
    """A verb with the lemmas of those who do it and of those it is done to."""

    verb: str
    does: frozenset[str]
    suffers: frozenset[str]


class _Being(Struct, frozen=True):
    """“The driver was a soldier” against “the driver was a nurse”: the nouns' lemmas, and from who to what it was."""

    left: str
    right: str
    here: tuple[int, int]
    there: tuple[int, int]


def role_changes(aligned: Aligned) -> Iterator[Change]:
    """Who did it and who suffered it exchanged, or two people's descriptions exchanged."""
    yield from _changed_sides(aligned)
    yield from _exchanged_descriptions(aligned)


# --- doing and suffering --------------------------------------------------------------------------------------


def _changed_sides(aligned: Aligned) -> Iterator[Change]:
    """Whoever suffers it on one side does it on the other."""
    left = list(_events(aligned.left, aligned.left_words))
    right = list(_events(aligned.right, aligned.right_words))
    for one in left:
        for other in right:
            moved = (one.suffers & other.does) - other.suffers - one.does
            moved |= (one.does & other.suffers) - other.does - one.suffers
            if _same_event(one.verb, other.verb) and moved:
                yield _change_of_sides(aligned, min(moved))


def _same_event(one: str, other: str) -> bool:
    return event_class(one, "VERB") == event_class(other, "VERB")


def _change_of_sides(aligned: Aligned, name: str) -> Change:
    left, right = aligned.passage.left, aligned.passage.right
    harm = f"who did it and who suffered it: “{name}” stands on the other side"
    return Change(AlterationKind.ROLE, left, right, harm, "", "part in the event", f"“{name}” changes sides")


def _events(text: Text, words: tuple[int, ...]) -> Iterator[_Event]:
    """Each verb of a known class of events among the words, with its parts."""
    for index in words:
        if text.tokens[index].pos == "VERB" and event_class(text.tokens[index].lemma, "VERB"):
            does: set[str] = set()
            suffers: set[str] = set()
            for child in text.children(index):
                _fill(text, child, does, suffers)
            yield _Event(text.tokens[index].lemma, frozenset(does if _acts(text, index) else ()), frozenset(suffers))


def _acts(text: Text, verb: int) -> bool:
    """Whether it is done to another: not "the train derailed", where nobody is said to do it, nor "hurt his ankle"."""
    parts = {text.tokens[child].dep: child for child in text.children(verb)}
    if "dobj" not in parts:
        return bool(_PASSIVE & parts.keys())
    return not any(text.tokens[child].tag == "PRP$" for child in text.children(parts["dobj"]))


def _fill(text: Text, child: int, does: set[str], suffers: set[str]) -> None:
    dep = text.tokens[child].dep
    if dep == "nsubj":
        does |= _heads(text, child)
    elif dep in {"nsubjpass", "dobj"}:
        suffers |= _heads(text, child)
    elif dep == "agent" or (dep == "prep" and text.tokens[child].lemma == "by"):
        for grandchild in text.children(child):
            does |= _heads(text, grandchild)


def _heads(text: Text, top: int) -> set[str]:
    """The lemma of a phrase's head, and of what it counts: "dozens of soldiers" are soldiers."""
    found = {text.tokens[top].lemma}
    for child in text.children(top):
        if text.tokens[child].dep == "prep" and text.tokens[child].lemma == "of":
            found |= {text.tokens[grandchild].lemma for grandchild in text.children(child)}
    return found - _STANDS_FOR_OTHERS


# --- being ----------------------------------------------------------------------------------------------------


def _exchanged_descriptions(aligned: Aligned) -> Iterator[Change]:
    """“Three were nurses, the fourth was a guard” against “three were guards, the fourth was a nurse”.

    Read off the order of the words: coordinated copulas are parsed too poorly.
    """
    beings = [being for pair in sorted(aligned.put.items()) if (being := _being(aligned, *pair)) is not None]
    for one, other in itertools.combinations(beings, 2):
        crossed = one.left == other.right and one.right == other.left
        if crossed and one.left != one.right:
            yield _exchange(aligned, one, other)


def _being(aligned: Aligned, left: int, right: int) -> _Being | None:
    """A noun put in another's place behind a copula, where both sides have the copula and a word before it."""
    if {aligned.left.tokens[left].pos, aligned.right.tokens[right].pos} != {"NOUN"}:
        return None
    verb = next((word for word in _before(left) if aligned.left.tokens[word].lemma in COPULAS), None)
    if verb is None or aligned.kept.get(verb) not in _before(right):
        return None
    who = next((word for word in _before(verb) if aligned.left.tokens[word].pos in _SUBJECTS), None)
    if who is None or aligned.kept.get(who) not in _before(aligned.kept[verb]):
        return None
    here, there = (who, left), (aligned.kept[who], right)
    return _Being(aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma, here, there)


def _before(word: int) -> range:
    """The few words before a word, the nearest first."""
    return range(word - 1, max(-1, word - 1 - _REACH), -1)


def _exchange(aligned: Aligned, one: _Being, other: _Being) -> Change:
    here, there = aligned.left.span((*one.here, *other.here)), aligned.right.span((*one.there, *other.there))
    detail = f"“{one.left}” and “{other.left}” change places"
    harm = f"who was what: {detail}"
    return Change(AlterationKind.ROLE, here, there, harm, "", "descriptions exchanged", detail)
