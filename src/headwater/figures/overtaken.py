"""Values that later reports overtake: a toll that rose, a number that an article corrects or tells as a former one.

What is overtaken still counts for low and high, since somebody reported it, but no rule takes it for the best value.
Tolls only grow, so a later report that states more overtakes an earlier one, however many lines gave it; a lower number
overtakes only where the article says that it corrects. A copy overtakes nothing: it is no later word of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.grouping import Group
from headwater.figures.rules import point
from headwater.figures.values import Reading
from headwater.text.events import EFFECTS
from headwater.text.instants import is_later, order_of
from headwater.text.revisions import is_former
from headwater.types import Document, FigureValue

__all__ = ["with_overtaken"]

_TOLLS: Final = frozenset({*EFFECTS.values(), "casualties", "badly injured"})
_FORMER: Final = "told as a number that stood before"
_CORRECTED: Final = "a later report corrects it"
_ROSE: Final = "a later report gives more"


class _Correction(Struct, frozen=True):
    """The numbers that an article takes back, and since when."""

    old: frozenset[float]
    as_of: str
    articles: frozenset[str]


def with_overtaken(group: Group, documents: Mapping[str, Document]) -> Group:
    """The group with its overtaken values marked. One value at least stands."""
    corrections = tuple(_corrections(group, documents))
    highest = _highest(group) if group[0].role in _TOLLS else ()
    marked = tuple(_marked(one, _why(one, corrections, highest, documents)) for one in group)
    stands = any(not one.value.overtaken and not one.weak for one in marked)
    return marked if stands else group


def _marked(reading: Reading, why: str) -> Reading:
    return (
        msgspec.structs.replace(reading, value=msgspec.structs.replace(reading.value, overtaken=why))
        if why
        else reading
    )


def _why(
    reading: Reading,
    corrections: Iterable[_Correction],
    highest: Sequence[FigureValue],
    documents: Mapping[str, Document],
) -> str:
    value = reading.value
    if _is_former(reading, documents):
        return _FORMER
    number = point(value.quantity)
    for one in corrections:
        if value.article not in one.articles and number in one.old and not is_later(value.as_of, one.as_of):
            return _CORRECTED
    rose = any(point(later.quantity) > number and is_later(later.as_of, value.as_of) for later in highest)
    return _ROSE if rose else ""


def _is_former(reading: Reading, documents: Mapping[str, Document]) -> bool:
    if reading.value.members:
        return False
    return is_former(reading.value.quantity, reading.claim.sentence, documents[reading.value.article])


def _corrections(group: Group, documents: Mapping[str, Document]) -> Iterable[_Correction]:
    """What each article takes back, where it gives another number that stands."""
    for article in sorted({one.value.article for one in group}):
        own = [one for one in group if one.value.article == article and not one.value.members]
        standing = [one for one in own if not one.weak and not _is_former(one, documents)]
        old = {number for one in own for number in _former_beside(one, documents[article])}
        if standing and old:
            yield _Correction(frozenset(old), standing[0].value.as_of, frozenset({article}))


def _former_beside(reading: Reading, document: Document) -> Iterable[float]:
    """The former numbers of the reading's sentence, itself among them: "lowered from 12 to 10"."""
    sentence = reading.claim.sentence
    for quantity in document.quantities:
        inside = sentence.start <= quantity.span.start < sentence.end
        if inside and is_former(quantity, sentence, document):
            yield point(quantity)


def _highest(group: Group) -> tuple[FigureValue, ...]:
    """The latest stated values that are higher than all before them: those that can overtake."""
    stated = [one.value for one in group if not one.weak and not one.value.members and not one.value.derived]
    found: list[FigureValue] = []
    for value in sorted(stated, key=lambda one: (-point(one.quantity), order_of(one.as_of), one.quantity.span)):
        if not found or order_of(value.as_of) > order_of(found[-1].as_of):
            found.append(value)
    return tuple(found)
