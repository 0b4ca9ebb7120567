"""Event classes of news: which verbs, nouns and adjectives report the same kind of event.

The classes follow the event types of PLOVER (Halterman et al. 2023) and ACLED (Raleigh et al. 2010), extended to
courts, politics, words, business, accidents and nature; `docs/events.md` lists them, `data/events.toml` holds the
lemmas. A lemma can have several classes ("fire": open-fire, shoot, dismiss); `event_class` gives the commonest in the
news if there is one, `classes_of` all, and the caller chooses by what else stands in the clause.

Lemmas are the parser's, in any case; of phrasal verbs the verb and its particle ("blow up"). Nothing is read before
the first call.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.text.resources import packaged_text

__all__ = ["EFFECTS", "FIGURE_NOUNS", "SUBJECT_EFFECTS", "classes_of", "comparable", "event_class", "event_classes"]

EFFECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "arrest": "arrested",
        "capture": "captured",
        "damage": "damaged",
        "deport": "deported",
        "destroy": "destroyed",
        "detain": "arrested",
        "die": "killed",
        "disappear": "missing",
        "displace": "displaced",
        "evacuate": "evacuated",
        "execute": "killed",
        "hospitalise": "hospitalised",
        "infect": "infected",
        "injure": "injured",
        "kidnap": "kidnapped",
        "kill": "killed",
        "poison": "poisoned",
        "release": "released",
        "rescue": "rescued",
        "shoot": "shot",
        "trap": "trapped",
    }
)
"""Classes that put their patients into the role of a figure. With "die" and "disappear" that is a noun's patient
("the death of two men"); of their verbs see `SUBJECT_EFFECTS`."""

SUBJECT_EFFECTS: Final[Mapping[str, str]] = MappingProxyType(
    {"die": "killed", "disappear": "missing", "flee": "displaced", "survive": "survived"}
)
"""Classes whose verbs put their subject into the role of a figure: "two men died"."""

FIGURE_NOUNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abduction": "kidnapped",
        "arrest": "arrested",
        "casualty": "casualties",
        "dead": "killed",
        "death": "killed",
        "death toll": "killed",
        "detention": "arrested",
        "evacuee": "evacuated",
        "fatality": "killed",
        "homicide": "killed",
        "infection": "infected",
        "injured": "injured",
        "injury": "injured",
        "kidnapping": "kidnapped",
        "killing": "killed",
        "missing": "missing",
        "murder": "killed",
        "rescue": "rescued",
        "survivor": "survived",
        "toll": "killed",
        "wounded": "injured",
    }
)
"""Nouns that are figures by themselves, and their role: "12 deaths", "the toll". Casualties are dead and injured."""

_TABLE_OF: Final = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}

Lemmas = Mapping[tuple[str, str], tuple[str, ...]]  # (table, lemma) -> classes


class _Classes(NamedTuple):
    """The table, turned round: all classes of a lemma, its first one if it has one, and classes alike."""

    about: Mapping[str, str]
    all: Lemmas
    first: Mapping[tuple[str, str], str]
    alike: frozenset[tuple[str, str]]


def event_class(lemma: str, pos: str) -> str:
    """The class that the lemma has most often in the news, '' if none or if none stands out; `pos` a universal tag."""
    return _classes().first.get(_key(lemma, pos), "")


def classes_of(lemma: str, pos: str) -> frozenset[str]:
    """All classes that the lemma can have as this part of speech (a universal tag), the rare ones included."""
    return frozenset(_classes().all.get(_key(lemma, pos), ()))


def comparable(class_a: str, class_b: str) -> bool:
    """Whether claims of the two classes may report one event, so that what they say of it can be compared.

    Symmetric; a class is comparable with itself, and '' or an unknown class with nothing.
    """
    table = _classes()
    return (class_a in table.about and class_a == class_b) or (class_a, class_b) in table.alike


def event_classes() -> Mapping[str, str]:
    """All classes with what each is about, in the order of the table."""
    return _classes().about


def _key(lemma: str, pos: str) -> tuple[str, str]:
    """Where a lemma stands in the table."""
    return _TABLE_OF.get(pos, ""), lemma.lower().replace("_", " ")


@cache
def _classes() -> _Classes:
    """The packaged table."""
    table: dict[str, dict[str, str]] = tomllib.loads(packaged_text("events.toml"))
    every: dict[tuple[str, str], tuple[str, ...]] = {}
    first: dict[tuple[str, str], str] = {}
    for name, kind, lemma in _listed(table):
        key = (kind, lemma.rstrip("?"))
        every[key] = (*every.get(key, ()), name)
        if not lemma.endswith("?"):
            first[key] = name
    pairs = [(name, other) for name, row in table.items() for other in row.get("like", "").split()]
    about = {name: row["about"] for name, row in table.items()}
    return _Classes(MappingProxyType(about), every, first, frozenset(pairs + [(b, a) for a, b in pairs]))


def _listed(table: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each (class, part of speech, lemma) of the table, the lemma with its mark."""
    for name, row in table.items():
        for kind in ("verbs", "nouns", "adjectives"):
            yield from ((name, kind, lemma.replace("_", " ")) for lemma in row.get(kind, "").split())
