"""The event record: what happened, when, where, who did it to whom with what, each field with what it rests on."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.documents import Granularity
from headwater.types.places import Precision
from headwater.types.spans import Cited

__all__ = ["Confidence", "EventPart", "EventPlace", "EventRecord", "EventTime", "Told"]


class Confidence(StrEnum):
    """How much stands behind a field, in words; docs/record.md gives the rule. Not a verdict of true or false."""

    WELL_SUPPORTED = "well supported"  # two lines or more, two sources or more, none differs
    SUPPORTED = "supported"  # two lines or more, none differs
    SINGLE_LINE = "single line"
    HEDGED = "hedged"  # every line tells it as probable or possible
    DISPUTED = "disputed"  # lines differ


class Told(Struct, frozen=True):
    """What a field rests on: the words, the lines of reporting, how many sources, the articles, and how sure it is."""

    value: Cited
    lines: tuple[str, ...]
    sources: int
    articles: tuple[str, ...]
    confidence: Confidence
    reason: str  # why the confidence is what it is, in one clause


class EventTime(Struct, frozen=True):
    """When it happened: the first and last day or moment (ISO, both inclusive) that the words admit."""

    first: str
    last: str
    granularity: Granularity
    told: Told


class EventPlace(Struct, frozen=True):
    """Where it happened, as finely as the articles say; `precision` is how finely that is."""

    name: str
    precision: Precision
    country: str  # ISO 3166-1 alpha-2, '' if the map lacks the name
    region: str
    lat: float | None
    lon: float | None
    told: Told


class EventPart(Struct, frozen=True):
    """Somebody or something with a part in the event: who did it, to whom, with what, or who says so.

    `by` is on whose word alone the part is said to be one, None where a newsroom says so in its own.
    """

    entity: str  # Entity.id, '' where no name is known
    lemma: str  # head noun, lower case
    told: Told
    by: Cited | None = None


class EventRecord(Struct, frozen=True):
    """The one event that the story is about, ready for a database. Each field has what it rests on.

    Parts are ordered, the one that most lines give first. `figures` are ids of `Figure`s, `statements` and `claims`
    those that tell of the event. `unclaimed` are words that nobody has claimed the deed. `plover_type` and
    `plover_mode` are those of PLOVER (Halterman et al. 2023), '' where that scheme has none.
    """

    event_class: str
    plover_type: str
    plover_mode: str
    what: Told
    when: EventTime | None = None
    where: EventPlace | None = None
    actors: tuple[EventPart, ...] = ()
    targets: tuple[EventPart, ...] = ()
    instruments: tuple[EventPart, ...] = ()
    attributed_by: tuple[EventPart, ...] = ()  # who says who did it
    figures: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    unclaimed: Told | None = None
