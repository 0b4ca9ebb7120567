"""Numbers that count some of those whom another counts: "including three children", "three of the dead were raiders".

A part makes no figure of its own and never lowers the figure that it is a part of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.figures.grouping import Group, is_whole
from headwater.figures.rules import point
from headwater.figures.tolls import attackers_of
from headwater.figures.values import value_of
from headwater.figures.victims import Victim
from headwater.origins import Origins
from headwater.text.counted import is_part, part_of
from headwater.text.spans import tokens_in
from headwater.types import Claim, Document, FigurePart, FigureValue, Quantity, Span

__all__ = ["Part", "attackers_among", "find_parts", "parts_of"]

_SAY_NO_MORE: Final = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing", "people", "person"})
_AHEAD: Final = 6  # words behind "four of them" among which stands who they are
_ATTACKER: Final = "attacker"


class Part(Struct, frozen=True):
    """A number of some of those counted elsewhere: in its sentence, or all of a role in its article."""

    population: str
    value: FigureValue
    sentence: Span
    role: str = ""  # '' if only the sentence's number says which


def find_parts(claims: Sequence[Claim], documents: Mapping[str, Document], origins: Origins) -> tuple[Part, ...]:
    """Every part that a claim tells, each number once, by the innermost claim that holds it."""
    found: dict[Span, Part] = {}
    for claim in sorted(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.id)):
        document = documents[claim.span.article]
        for quantity in claim.quantities:
            if quantity.span not in found and is_part(quantity, document):
                value = value_of(claim, quantity, document, origins, population=_who(quantity, document))
                found[quantity.span] = Part(value.population, value, claim.sentence, part_of(quantity, document))
    return tuple(found[span] for span in sorted(found))


def _who(quantity: Quantity, document: Document) -> str:
    """Those counted: the number's own noun, else the first behind "four of them", with the nouns of its compound."""
    tokens = document.tokens
    inside = tokens_in(tokens, quantity.span)
    ahead = range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + _AHEAD)) if inside else range(0)
    heads = (one for one in ahead if tokens[one].pos == "NOUN" and tokens[one].dep != "compound")
    head = next((one for one in heads if tokens[one].lemma.lower() not in _SAY_NO_MORE), None)
    if head is None:
        return ""
    beside = [one for one in ahead if tokens[one].dep == "compound" and tokens[one].head == head]
    text = document.article.text
    words = (text[tokens[one].start : tokens[one].end].lower() for one in beside)
    return " ".join((*words, tokens[head].lemma.lower()))


def attackers_among(
    told: Mapping[str, Sequence[Victim]],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    origins: Origins,
) -> Iterator[Part]:
    """The attackers whom each article tells to have been killed, as a part of its killed."""
    for claim, value in attackers_of(told, claims, documents, origins):
        yield Part(_ATTACKER, value, claim.sentence, "killed")


def parts_of(
    group: Group, parts: Sequence[Part], apart: Collection[tuple[str, str]] = frozenset()
) -> tuple[FigurePart, ...]:
    """The parts of one figure's people: told in a sentence with one of its numbers, or of all in its role.

    No rule has made their low, best and high yet. Not those told by a claim of another event: by one that is in a pair
    of `apart` with one of the figure's.
    """
    sentences = {reading.claim.sentence: point(reading.value.quantity) for reading in group}
    mine: dict[str, list[FigureValue]] = defaultdict(list)
    claims = {reading.claim.id for reading in group} if apart else set()
    for part in parts:
        if any((min(one, part.value.claim), max(one, part.value.claim)) in apart for one in claims):
            continue
        beside = not part.role and sentences.get(part.sentence, 0.0) >= point(part.value.quantity)
        if part.population and (beside or (part.role == group[0].role and is_whole(group))):
            mine[part.population].append(part.value)
    return tuple(_unruled(population, values) for population, values in sorted(mine.items()))


def _unruled(population: str, values: Sequence[FigureValue]) -> FigurePart:
    """A part whose low, best and high no rule has made yet."""
    return FigurePart(population, tuple(values), 0.0, 0.0, 0.0)
