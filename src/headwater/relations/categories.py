"""Two kinds for one part of an event, of which only one can hold: a rocket or a drone, an accident or an attack.

Families of exclusive kinds are in `data/kinds.toml`; beyond them two nouns exclude each other only if both name a kind
of one narrow genus of the thesaurus and neither can be said for the other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from headwater.relations.context import Compared, Context, Fit
from headwater.relations.nouns import noun_fit
from headwater.text.events import event_class
from headwater.text.resources import packaged_text
from headwater.text.roles import gender_of_role
from headwater.text.thesaurus import is_a
from headwater.types import Claim, ConflictKind, Role

__all__ = ["compare_categories", "exclusive_kinds"]

_KEPT: Final = ("agent", "patient", "what", "instrument")
_MEANS: Final = frozenset({"agent", "instrument"})  # "drones hit the house", "it was hit with a rocket"
_SETTINGS: Final = frozenset({"place", "manner"})
_GENERA: Final = ("metal", "fruit", "disease", "sport", "religion", "musical instrument", "tree")


def compare_categories(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """Kinds of one part, or of the event itself, that exclude each other; nothing where they do not."""
    return tuple(_compared(one, other, context))


def _compared(one: Claim, other: Claim, context: Context) -> Iterator[Compared]:
    told = exclusive_kinds(one.event, other.event)
    if told:
        yield Compared("kind", Fit.APART, told, one.trigger, other.trigger, ConflictKind.CATEGORY)
    for a in one.roles:
        for b in other.roles:
            kinds = exclusive_kinds(a.lemma, b.lemma) if _same_part(a, b) else ""
            if kinds:
                yield Compared("kind", Fit.APART, kinds, a.span, b.span, ConflictKind.CATEGORY)


def _same_part(one: Role, other: Role) -> bool:
    if one.name in _SETTINGS and other.name in _SETTINGS:  # "killed in an accident"
        return bool(event_class(one.lemma, "NOUN") and event_class(other.lemma, "NOUN"))
    return one.name in _KEPT and (one.name == other.name or {one.name, other.name} <= _MEANS)


@lru_cache(maxsize=16384)
def exclusive_kinds(one: str, other: str) -> str:
    """What two lemmas are exclusive kinds of, in words; '' if both can be said of one thing. Symmetric.

    "drone" and "rocket": "what it was done with: drone or rocket". Words for men and women exclude each other.
    """
    first, second = sorted((one.lower(), other.lower()))
    if not first or first == second or noun_fit(first, second) in {Fit.SAME, Fit.NARROWER, Fit.WIDER}:
        return ""
    here, there = _families().get(first, {}), _families().get(second, {})
    shared = [family for family in here if family in there and here[family] != there[family]]
    if shared:
        return f"{shared[0]}: {first} or {second}"
    if {gender_of_role(first), gender_of_role(second)} == {"m", "f"}:
        return f"who: {first} or {second}"
    genus = next((each for each in _GENERA if is_a(first, each) and is_a(second, each)), "")
    return f"which {genus}: {first} or {second}" if genus else ""


@cache
def _families() -> Mapping[str, Mapping[str, int]]:
    """For each word the families that it stands in, by what they are of, and its row there."""
    found: dict[str, dict[str, int]] = {}
    for family in tomllib.loads(packaged_text("kinds.toml")).values():
        for row, words in enumerate(family["kinds"]):
            for word in words.split():
                found.setdefault(word.replace("_", " "), {})[family["of"]] = row
    return MappingProxyType(found)
