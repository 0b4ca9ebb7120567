"""Which terms may stand for each other, and how well: the same word, a synonym, a word for one class of event.

Terms of different types never match; words match by lemma, event class or a shared sense of the thesaurus; a name
matches itself and the name of its people ("Drovenia", "Drovenian").
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from headwater.claims.terms import Term
from headwater.text.events import classes_of, event_class
from headwater.text.thesaurus import meeting_keys, synonyms

__all__ = ["match", "matches"]

_SAME_CLASS: Final = 0.8  # "slay" and "kill": one class of event, perhaps another shade
_RARE_CLASS: Final = 0.4  # "burn" and "injure": only in one of their uses
_LEAST_SYNONYM: Final = 0.4  # below this two words share only rare senses, which joins what should stay apart
_SAME_STEM: Final = 0.7  # a country and its people
_STEM: Final = 5  # letters that a name and its adjective must share
_ENDING: Final = 3  # letters that the adjective may be longer


def matches(terms: Iterable[Term]) -> dict[Term, dict[Term, float]]:
    """For each term those of the terms that it may stand for, itself too; only what shares a key is compared."""
    each = sorted(set(terms), key=lambda term: (term.kind, term.key, term.pos))
    found: dict[Term, dict[Term, float]] = {term: {term: 1.0} for term in each}
    meeting: dict[Hashable, list[Term]] = defaultdict(list)
    for term in each:
        for key in _keys(term):
            meeting[key].append(term)
    for left, right in {pair for together in meeting.values() for pair in itertools.combinations(together, 2)}:
        value = match(left, right)
        if value > 0:
            found[left][right] = found[right][left] = value
    return found


def _keys(term: Term) -> Iterator[Hashable]:
    """What a word can meet another word on: its lemma, its event classes, its senses; a name, on its beginning."""
    if term.kind == "entity":
        yield term.kind, term.key[:_STEM]
    if term.kind == "word":
        yield term.key
        yield from classes_of(term.key, term.pos)
        yield from meeting_keys(term.key, _LEAST_SYNONYM)


@lru_cache(maxsize=65536)
def match(left: Term, right: Term) -> float:
    """1 for the same, less for words or names that may say the same, 0 for all else; symmetric."""
    if left.kind != right.kind:
        return 0.0
    if left.key == right.key:
        return 1.0
    if left.kind == "entity":
        return _SAME_STEM if _one_stem(left.key, right.key) else 0.0
    if left.kind != "word":
        return 0.0
    value = synonyms(left.key, right.key)
    return max(_classes(left, right), value if value >= _LEAST_SYNONYM else 0.0)


def _one_stem(one: str, other: str) -> bool:
    """A place and its people: "drovenia", "drovenian"; entity ids are names in small letters."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short[:-1]) and len(long) - len(short) <= _ENDING


def _classes(left: Term, right: Term) -> float:
    """How well two event words match by class: by the class each has most often, or by a rarer one."""
    one, other = event_class(left.key, left.pos), event_class(right.key, right.pos)
    if one and one == other:
        return _SAME_CLASS
    shared = classes_of(left.key, left.pos) & classes_of(right.key, right.pos)
    return _RARE_CLASS if shared & {one, other} else 0.0
