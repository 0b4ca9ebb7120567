"""Which event words of a story are compared at all: those that something joins, found by keys and not pair by pair."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from typing import Final

from headwater.claims.happenings.kinship import stem
from headwater.claims.happenings.space import Company, Space
from headwater.claims.happenings.views import EventView
from headwater.text.events import comparable, event_classes
from headwater.text.light_verbs import LIGHT_VERBS
from headwater.text.thesaurus import meeting_keys

__all__ = ["compared"]

_COMPANY: Final = 0.25  # likeness of participants from which two words that nothing else joins are compared
_LEAST_SYNONYM: Final = 0.3
_CROWD: Final = 15  # words that one participant joins at most: who takes part in everything tells nothing
_MOST: Final = 120  # tellings of one word that are compared with all others; keeps large stories linear

Pair = tuple[int, int]


def compared(views: Sequence[EventView], space: Space) -> Iterator[Pair]:
    """Pairs of places in `views`, the smaller first, in order: one word, kin, or words with the same participants."""
    of_word: dict[str, list[int]] = defaultdict(list)
    for place, view in enumerate(views):
        of_word[view.lemma.word].append(place)
    words = {*_kin(views), *_in_company(views, space), *((word, word) for word in of_word)}
    pairs = {
        (min(one, other), max(one, other))
        for left, right in words
        for one, other in itertools.product(of_word[left][:_MOST], of_word[right])
        if one != other
    }
    return iter(sorted(pairs))


def _kin(views: Sequence[EventView]) -> Iterator[tuple[str, str]]:
    """Pairs of words that share a stem, a sense, a class or comparable classes, or a word of their phrases."""
    meeting: dict[Hashable, set[str]] = defaultdict(set)
    for view in views:
        for key in _keys(view):
            meeting[key].add(view.lemma.word)
    for together in meeting.values():
        yield from itertools.combinations(sorted(together), 2)


def _keys(view: EventView) -> Iterator[Hashable]:
    yield "stem", stem(view.lemma.word)
    yield from (("word", word) for word in view.words - LIGHT_VERBS)
    yield from (("class", name) for name in view.lemma.classes | _near(view.lemma.event_class))
    for word in {view.lemma.word, view.lemma.phrase}:
        yield from (("sense", key) for key in meeting_keys(word, _LEAST_SYNONYM))


@cache
def _near(event_class: str) -> frozenset[str]:
    return frozenset(name for name in event_classes() if comparable(event_class, name))


def _in_company(views: Sequence[EventView], space: Space) -> Iterator[tuple[str, str]]:
    """Pairs of words of which the same take part in what they tell, in sentences of their own."""
    present: dict[Hashable, set[str]] = defaultdict(set)
    for view in views:
        for key in view.everybody:
            present[key].add(view.lemma.word)
    crowds = (sorted(words) for words in present.values() if len(words) <= _CROWD)
    pairs = {pair for words in crowds for pair in itertools.combinations(words, 2)}
    return (pair for pair in sorted(pairs) if _keep_company(space.company(*pair)))


def _keep_company(company: Company) -> bool:
    """Of the same participants, and never told side by side: one sentence tells one event by one word."""
    return company.parts > _COMPANY and company.apart > 0
