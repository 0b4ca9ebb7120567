"""A draft and reports read together, and each claim of the draft looked at: all that is known before it is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.claims import claims_of
from headwater.checking.measures import Measure, given_numbers, measures_of
from headwater.checking.reports import Reports
from headwater.checking.taken import changes_in
from headwater.checking.traits import Seen
from headwater.entities import identify
from headwater.quotes import find_quotes
from headwater.text.mentions import EntityIndex
from headwater.text.rewording.sides import side_of
from headwater.text.spans import meets
from headwater.types import Alteration, AlterationKind, Derivation, Document, Entity, Quote, Span

__all__ = ["Looked", "Reading", "look", "read_together"]

_COPIED: Final = 0.5  # of a claim's weight that the reports must have for it to be read as a copy of a sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft and the reports: who is named in them, and what they quote. `documents` are the reports, by id."""

    draft: Document
    documents: tuple[Document, ...]
    reports: Reports
    entities: tuple[Entity, ...]
    index: EntityIndex
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """One claim with the sentences that bear it out, what is measured of it, and what was altered in it."""

    span: Span
    bearing: Bearing
    seen: Seen
    measures: tuple[Measure, ...]
    changes: tuple[Alteration, ...]


def read_together(
    draft: Document,
    documents: Sequence[Document],
    line_of: Mapping[str, str],
    derivations: Sequence[Derivation] = (),
) -> Reading:
    """The draft and the reports. `line_of` gives each report's line; the draft is none and stands by itself."""
    every = (draft, *sorted(documents, key=lambda document: document.article.id))
    entities = identify(every, {draft.article.id: "draft", **line_of}, derivations)
    quotes = tuple(quote for document in every for quote in find_quotes(document, entities))
    return Reading(draft, every[1:], Reports(every[1:]), entities, EntityIndex(entities), quotes)


def look(reading: Reading) -> tuple[Looked, ...]:
    """Each claim of the draft, in order."""
    bearings = [(span, bearing_of(side_of(reading.draft, span), reading.reports)) for span in claims_of(reading.draft)]
    seen = [Seen.of(bearing) for _, bearing in bearings]
    taken = [
        (span, reading.reports.sentences[bearing.base[0]].span)
        for (span, bearing), each in zip(bearings, seen, strict=True)
        if bearing.base and each.covered >= _COPIED
    ]
    changes = changes_in(reading.draft, reading.documents, taken, reading.index, reading.quotes)
    return tuple(
        Looked(span, bearing, each, measures_of(each, reading.quotes), _changes_of(span, bearing, changes))
        for (span, bearing), each in zip(bearings, seen, strict=True)
    )


def _changes_of(claim: Span, bearing: Bearing, changes: Sequence[Alteration]) -> tuple[Alteration, ...]:
    """The alterations in a claim; a number that another like sentence gives was not altered."""
    return tuple(
        one
        for one in changes
        if meets(one.altered, claim) and not (one.kind is AlterationKind.NUMBER and _given(one.altered, bearing))
    )


def _given(number: Span, bearing: Bearing) -> bool:
    """Whether the best sentence has the very number, or a like one has it of what the claim says happened."""
    own = next((each for each in bearing.claim.quantities if meets(each.span, number)), None)
    if own is None or own.stated is None:
        return False
    best = bearing.side(bearing.base[0]).quantities if bearing.base else ()
    there = any(other.stated == own.stated and other.unit in ("", own.unit) for other in best)
    return there or own.stated in given_numbers(bearing)
