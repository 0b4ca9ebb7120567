"""One and the same person called a spokesman here and a spokeswoman there.

No copy edge is asked for: an office has one holder, so the articles of other lines are witnesses too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from headwater.findings.alterations.texts import Text
from headwater.findings.alterations.weights import Table
from headwater.text.mentions import EntityIndex
from headwater.text.roles import gender_of_role, neutral_role
from headwater.types import Alteration, AlterationKind, Entity, EntityKind, Evidence, Span

__all__ = ["gender_alterations"]

_CLUE: Final = "gender of an office"
_OFFICES: Final = frozenset(
    {"spokesperson", "police officer", "chairperson", "businessperson", "councillor", "firefighter", "cleric"}
)

Called = dict[str, dict[str, Span]]  # gender -> article -> the words that tell it


def gender_alterations(
    texts: Mapping[str, Text], entities: EntityIndex, line_of: Mapping[str, str], table: Table
) -> Iterator[Alteration]:
    """For each person and office, the readings of fewer lines (then articles) against the others', ids left open."""
    found: dict[tuple[str, str], Called] = defaultdict(lambda: {"m": {}, "f": {}})
    people: dict[str, Entity] = {}
    for article in sorted(texts):
        for entity, office, gender, span in _called(texts[article], entities):
            people[entity.id] = entity
            found[entity.id, office][gender].setdefault(article, span)
    for (person, office), called in sorted(found.items()):
        if called["m"] and called["f"]:
            yield from _judged(people[person].name, office, called, line_of, table)


def _called(text: Text, entities: EntityIndex) -> Iterator[tuple[Entity, str, str, Span]]:
    """(person, office, gender, words) wherever an office of one gender stands beside a name."""
    for name in text.document.names:
        if name.kind is not EntityKind.PERSON or name.role is None:
            continue
        entity = entities.at(name.span)
        for word in text.words(name.role):
            office = neutral_role(text.tokens[word].lemma)
            if entity is not None and office in _OFFICES and gender_of_role(text.tokens[word].lemma):
                yield entity, office, gender_of_role(text.tokens[word].lemma), _words(text, name.role, name.span)


def _words(text: Text, role: Span, name: Span) -> Span:
    return Span(text.id, min(role.start, name.start), max(role.end, name.end))


def _judged(name: str, office: str, called: Called, line_of: Mapping[str, str], table: Table) -> Iterator[Alteration]:
    ranked = sorted(("f", "m"), key=lambda gender: _weight(called[gender], line_of))
    altered, sound = called[ranked[0]], called[ranked[1]]
    decided = _weight(altered, line_of) < _weight(sound, line_of)
    readings = sorted(sound.items())
    for article, span in sorted(altered.items()):
        if article in sound:
            continue  # who writes both has made a slip of the pen, not passed on a reading
        shown = readings[0][1]
        support = tuple(other for _, other in readings[1:])
        detail = f"{name} is a {office} of either gender in different articles"
        evidence = (Evidence(_CLUE, table.clues[_CLUE], detail, shown, span),)
        harm = f"another person or a slip: {name} changes gender"
        why = (
            "more lines or articles call the person so" if decided else "one against one; nothing shows who altered it"
        )
        yield Alteration("", AlterationKind.NAME, shown, span, decided, harm, support, evidence, why)


def _weight(readings: Mapping[str, Span], line_of: Mapping[str, str]) -> tuple[int, int]:
    return len({line_of[article] for article in readings}), len(readings)
