"""The signs that two event words tell of one event: named variables of a pair, from 0 to about 1 unless it is said.

What speaks in one way for two uses of one word can speak in another for two words: most signs are therefore told
apart by kinship, "same word", "akin" (derived words, synonyms) or "other".
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Final

from headwater.claims.happenings.kinship import Kin, Kinship, kinship
from headwater.claims.happenings.space import Space
from headwater.claims.happenings.views import EventView, Key
from headwater.text.light_verbs import LIGHT_VERBS
from headwater.text.thesaurus import synonyms

__all__ = ["Signs", "signs_of"]

Signs = dict[str, float]

_GROUP: Final = {Kin.SAME: "same word", Kin.DERIVED: "akin", Kin.SYNONYM: "akin"}
_SPEAKING: Final = frozenset({"say", "announce"})
_UNLIKE: Final = 0.3  # likeness of the best pair of participants below which two sets of them differ
_ONE_ARTICLE: Final = 0.5  # stands for the likeness of an article to itself: that they are one is a sign of its own
_LEAD: Final = 1  # sentences 0 and 1: title and lead


def signs_of(one: EventView, other: EventView, space: Space) -> Signs:
    """The variables of a pair of event words; symmetric. Those that are 0 may be missing."""
    kin = kinship(one.lemma, other.lemma)
    group = _GROUP.get(kin.kin, "other")
    signs = dict(_of_words(one, other, kin, space))
    signs.update(_of_places(one, other))
    signs.update(_of_values(one, other))
    signs.update(_of_company(one, other, kin, space))
    signs.update((f"{group}: {name}", value) for name, value in _of_context(one, other, space) if value)
    return signs


def _of_words(one: EventView, other: EventView, kin: Kinship, space: Space) -> Iterator[tuple[str, float]]:
    shared = (one.words & other.words) - LIGHT_VERBS
    met = kin.kin in {Kin.CLASS, Kin.NONE} and bool(shared)
    yield "phrases share a word" if met else f"words: {kin.kin}", 1.0
    same = kin.kin is Kin.SAME
    yield "thesaurus", 0.0 if same else kin.likeness
    yield "one class", float(kin.one_class)
    yield "classes meet", float(kin.classes_meet)
    yield "comparable classes", float(kin.comparable)
    yield "classes apart", float(kin.other_class)
    yield "one part of speech", float(one.lemma.pos == other.lemma.pos)
    yield "rare word", space.rarity(one.lemma.word) if same else 0.0


def _of_places(one: EventView, other: EventView) -> Iterator[tuple[str, float]]:
    """Where the two stand: sentences between them in one article, log; both in the lead."""
    together = one.trigger.article == other.trigger.article
    same = one.lemma.word == other.lemma.word
    yield "one sentence", float(together and one.place == other.place)
    yield "sentences between", math.log(1 + abs(one.place - other.place)) if together else 0.0
    yield ("leads, same word" if same else "leads"), float(max(one.place, other.place) <= _LEAD)


def _of_values(one: EventView, other: EventView) -> Iterator[tuple[str, float]]:
    """Days, numbers, marks and moods that agree or differ."""
    yield "days meet", float(any(_meet(a, b) for a in one.days for b in other.days))
    yield "days apart", float(_apart(one.days, other.days))
    yield "sentences' days apart", float(_apart(one.near, other.near))
    yield from _agreeing("numbers", one.numbers, other.numbers)
    yield from _agreeing("marks", one.marks, other.marks)
    yield "one denied", float(one.negated != other.negated)
    yield "one to come", float(one.future != other.future)
    yield "one plural", float(one.plural != other.plural)


def _agreeing(name: str, one: Set[object], other: Set[object]) -> Iterator[tuple[str, float]]:
    shared = bool(one & other)
    yield f"{name} shared", float(shared)
    yield f"{name} differ", float(bool(one and other) and not shared)


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _apart(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> bool:
    return bool(one and other) and not any(_meet(a, b) for a in one for b in other)


def _of_company(one: EventView, other: EventView, kin: Kinship, space: Space) -> Iterator[tuple[str, float]]:
    if kin.kin is Kin.SAME:
        yield "often, same word", space.often(one.lemma.word)
        return
    company = space.company(*sorted((one.lemma.word, other.lemma.word)))
    yield "company: parts", company.parts
    yield "company: parts, words unlike", company.parts if kin.kin is Kin.NONE else 0.0
    yield "company: patients", company.patients
    yield "company: words", company.words
    yield "company: in one sentence", company.one_sentence
    yield "company: in one article", company.one_article
    yield "company: never in one sentence", company.apart
    yield "often", company.often


def _of_context(one: EventView, other: EventView, space: Space) -> Iterator[tuple[str, float]]:
    """Participants by role, the sentences and the articles: told apart by kinship."""
    together = one.trigger.article == other.trigger.article
    yield "sentences", space.cosine(one.context, other.context)
    yield "sentences, the shorter", space.covered(one.context, other.context)
    yield "one article", float(together)
    articles = sorted((one.trigger.article, other.trigger.article))
    yield "articles", _ONE_ARTICLE if together else space.articles_alike(*articles)
    spreads = [space.spread(view.lemma.word) for view in (one, other)]
    yield "spread", min(spreads)
    yield "speaking", float(bool({one.lemma.event_class, other.lemma.event_class} & _SPEAKING))
    for role in ("agent", "patient", "place"):
        yield from _likened(role, one.parts.get(role, frozenset()), other.parts.get(role, frozenset()))
    yield from _likened("parts", one.everybody, other.everybody)
    yield from _agreeing("names", _named(one.everybody), _named(other.everybody))
    around = [space.covered(one.everybody, other.context), space.covered(other.everybody, one.context)]
    yield "parts in the other's sentence", max(around)
    yield "parts in each other's sentences", min(around) if one.everybody and other.everybody else 0.0


@lru_cache(maxsize=1 << 14)
def _named(keys: frozenset[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if key[0] == "entity")


def _likened(name: str, one: frozenset[Key], other: frozenset[Key]) -> Iterator[tuple[str, float]]:
    best = _best(one, other)
    yield f"{name} alike", best
    yield f"{name} differ", float(bool(one and other) and best < _UNLIKE)


@lru_cache(maxsize=1 << 16)
def _best(one: frozenset[Key], other: frozenset[Key]) -> float:
    """How alike the two likest of two sets of participants are."""
    if one & other:
        return 1.0
    return max((_likeness(a, b) for a in one for b in other), default=0.0)


def _likeness(one: Key, other: Key) -> float:
    return synonyms(one[1], other[1], "NOUN") if one[0] == other[0] == "word" else 0.0
