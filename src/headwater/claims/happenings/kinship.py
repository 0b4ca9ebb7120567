"""How two event words are akin: one lemma, derived, synonyms, of one class, or not at all."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from msgspec import Struct

from headwater.claims.happenings.views import Lemma
from headwater.text.events import comparable
from headwater.text.thesaurus import synonyms

__all__ = ["Kin", "Kinship", "kinship", "stem"]

_DERIVED: Final = 0.85  # likeness in the thesaurus from which two words are one content in two constructions
_SYNONYM: Final = 0.3  # ... from which they share a sense that is not rare
_ENDINGS: Final = re.compile(r"(?<=\w{4})(?:ations?|ments?|ings?|ions?|ers?|ed|es|s|al|e|y)$")  # four letters are left


class Kin(StrEnum):
    """The nearest way in which two event words are akin."""

    SAME = "same"
    DERIVED = "derived"
    SYNONYM = "synonym"
    CLASS = "class"
    NONE = "none"


class Kinship(Struct, frozen=True):
    """How near two event words are: the kind, `likeness` in the thesaurus, and how their event classes stand."""

    kin: Kin
    likeness: float
    one_class: bool
    classes_meet: bool
    comparable: bool
    other_class: bool


@lru_cache(maxsize=1 << 18)
def kinship(one: Lemma, other: Lemma) -> Kinship:
    """How two event words are akin; symmetric."""
    one_class = bool(one.event_class) and one.event_class == other.event_class
    alike = comparable(one.event_class, other.event_class) and not one_class
    meeting = bool(one.classes & other.classes)
    apart = bool(one.event_class and other.event_class) and not one_class and not alike
    if one.word == other.word:
        return Kinship(Kin.SAME, 0.0, False, False, alike, apart)
    likeness = max(synonyms(one.phrase, other.phrase), synonyms(one.word, other.word))
    kin = _kin(one.word, other.word, likeness, one_class=one_class, near=meeting or alike)
    return Kinship(kin, likeness, one_class, meeting and not one_class, alike, apart)


def _kin(one: str, other: str, likeness: float, *, one_class: bool, near: bool) -> Kin:
    if likeness >= _DERIVED or stem(one) == stem(other):
        return Kin.DERIVED
    if likeness >= _SYNONYM or one_class:
        return Kin.SYNONYM
    return Kin.CLASS if near or likeness > 0 else Kin.NONE


def stem(word: str) -> str:
    """The word without the ending of a derivation or inflection, where enough is left: "explosion" -> "explos"."""
    return _ENDINGS.sub("", word)
