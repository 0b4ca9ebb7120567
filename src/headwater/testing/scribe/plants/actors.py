"""Who did what to whom, where a sentence says it plainly: two groups of nouns with a verb of action between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.forms import Words, is_name, low, tag
from headwater.text.names.lexicon import DAYS, is_role
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset

__all__ = ["Deed", "Group", "deeds", "group_at", "is_actor", "is_plural"]

_VERBS: Final = wordset("""
    kill arrest attack accuse blame sue criticise criticize shoot beat defeat support oppose back visit detain warn
    urge thank condemn praise follow injure wound rescue threaten order help fine question interview meet replace
    appoint dismiss kidnap capture ambush bomb invade fight outnumber evict guard overpower chase hire stab charge
    convict sentence summon telephone call
""")
_INSIDE: Final = ("DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "PRP$", "HYPH")
_JOINING: Final = wordset("of and or to into - 's ’s")
_CARRYING_ON: Final = ("POS", "VBD", "MD", "CC", "TO", "VBZ", "WP", "WDT", "CD")
_CROWDS: Final = wordset("people police troops officials crew staff youths men women children")


class Group(NamedTuple):
    """A group of nouns: words `first` to `last`, exclusive."""

    first: int
    last: int


class Deed(NamedTuple):
    """Who stands before the verb, the verb's words, who stands after it. `passive`: the one after did it."""

    before: Group
    verb: Group
    after: Group
    passive: bool


def deeds(words: Words) -> Iterator[Deed]:
    """The deeds that a sentence tells at its beginning or after a clause mark."""
    for index, word in enumerate(words):
        if word.lemma not in _VERBS or word.tag not in ("VBD", "VBN"):
            continue
        passive = low(words, index - 1) in ("was", "were") and low(words, index + 1) == "by"
        active = word.tag == "VBD" or tag(words, index - 1) in ("NN", "NNS", "NNP")
        verb = Group(index - passive, index + 1 + passive)
        before, after = _group_before(words, verb.first), group_at(words, verb.last)
        if before and after and (passive or active) and _stands_alone(words, before, after):
            yield Deed(before, verb, after, passive)


def group_at(words: Words, first: int) -> Group | None:
    """The group of nouns that begins at a word."""
    last = first
    while tag(words, last) in _INSIDE and low(words, last).capitalize() not in _CALENDAR:
        last += 1
    return Group(first, last) if last > first and _is_group(words, first, last) else None


_CALENDAR: Final = frozenset(day.capitalize() for day in DAYS)


def _group_before(words: Words, last: int) -> Group | None:
    first = last
    while first and tag(words, first - 1) in _INSIDE:
        first -= 1
    return Group(first, last) if first < last and _is_group(words, first, last) else None


def _is_group(words: Words, first: int, last: int) -> bool:
    determined = words[first].tag in ("DT", "CD", "PRP$", "NNP") or words[last - 1].tag in ("NNS", "NNP")
    once = sum(word.tag == "DT" for word in words[first:last]) <= 1 and not any(
        word.tag == "DT" for word in words[first + 1 : last]
    )
    return determined and once and words[last - 1].tag in ("NN", "NNS", "NNP")


def _stands_alone(words: Words, before: Group, after: Group) -> bool:
    """Whether both groups are whole (no "of ..." after them), and the first begins its clause."""
    opening = tag(words, before.first - 1) in ("``", "CC") or low(words, before.first - 1) == "that"
    ends = low(words, after.last) not in _JOINING and tag(words, after.last) not in _CARRYING_ON
    begins = before.first == 0 or opening
    return begins and ends and all(is_actor(words[group.last - 1]) for group in (before, after))


def is_actor(head: Word) -> bool:
    """Whether a noun names people who can act: a name, a role, a body of people."""
    return is_name(head) or is_role(head.lemma) or head.text.lower() in _CROWDS or _is_people(head.lemma)


@lru_cache(maxsize=4096)
def _is_people(lemma: str) -> bool:
    return is_a(lemma, "person") or is_a(lemma, "organization")


def is_plural(words: Words, group: Group) -> bool:
    """Whether a verb after the group is plural."""
    head = words[group.last - 1]
    return head.tag == "NNS" or head.text.lower() in _CROWDS
