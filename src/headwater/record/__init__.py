"""Stage 6. Statements, happenings, figures -> the record of the one event that the story is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from headwater.evidence import quoted_words
from headwater.origins import Origins
from headwater.record.choosing import MainEvent, main_event
from headwater.record.fields import Fields
from headwater.text.plover import plover_of
from headwater.types import (
    Claim,
    Conflict,
    ConflictKind,
    Document,
    EventPlace,
    EventRecord,
    EventTime,
    Figure,
    Happening,
    Moment,
    Scene,
    Statement,
    Told,
)

__all__ = ["Found", "record_event"]

_YES_OR_NO = frozenset({ConflictKind.POLARITY, ConflictKind.DENIAL})


class Found(NamedTuple):
    """What the other stages found of the story."""

    timeline: Sequence[Moment] = ()
    scene: Scene | None = None
    figures: Sequence[Figure] = ()
    conflicts: Sequence[Conflict] = ()


def record_event(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    happenings: Sequence[Happening],
    origins: Origins,
    found: Found,
) -> EventRecord | None:
    """The record of the event that most lines tell of, of several the weightiest; None where no claim tells of one.

    Every field holds the words, lines, sources and articles that it rests on, and a confidence by `docs/record.md`.
    """
    chosen = main_event(claims, statements, happenings, origins)
    if chosen is None:
        return None
    fields = Fields({one.article.id: one.article for one in documents}, origins, found.conflicts, chosen)
    actors = fields.actors()
    instruments = fields.instruments()
    plover = plover_of(chosen.event_class, chosen.event, [part.lemma for part in (*instruments, *actors)])
    return EventRecord(
        event_class=chosen.event_class,
        plover_type=plover.event if plover is not None else "",
        plover_mode=plover.mode if plover is not None else "",
        what=_what(chosen, fields),
        when=_when(chosen, found.timeline, fields),
        where=_where(found.scene, fields),
        actors=actors,
        targets=fields.targets(),
        instruments=instruments,
        attributed_by=fields.attributed_by(),
        figures=_figures(chosen, found.figures),
        statements=tuple(one.id for one in statements if set(one.claims) & chosen.ids),
        claims=tuple(sorted(chosen.ids)),
    )


def _what(chosen: MainEvent, fields: Fields) -> Told:
    """The clause of the claim that stands for the weightiest statement of the event."""
    words = quoted_words(chosen.shown.span, fields.articles)
    return fields.told(words, [claim.span for claim in chosen.core], chosen.core, _YES_OR_NO)


def _when(chosen: MainEvent, timeline: Sequence[Moment], fields: Fields) -> EventTime | None:
    """The day that most lines give, of those that as many give the one on which they place the event itself.

    Where the timeline has no single day, the moment that holds a statement of the event and has most lines.
    """
    day = chosen.day(fields.origins)
    days = [one for one in timeline if one.first == one.last]
    held = [one for one in timeline if set(one.statements) & chosen.statements]
    best = min(
        days or held,
        key=lambda one: (-one.lines, -one.weight, -len(one.mentions), one.first != day, one.first),
        default=None,
    )
    if best is None:
        return None
    placed = [claim for claim in chosen.claims if claim.occasion is not None and claim.occasion.first == best.first]
    told = fields.told(
        quoted_words(best.mentions[0], fields.articles),
        best.mentions,
        placed,
        frozenset({ConflictKind.DATE}),
        rivals="other lines give another day" if best.rivals else "",
    )
    return EventTime(best.first, best.last, best.granularity, told)


def _where(scene: Scene | None, fields: Fields) -> EventPlace | None:
    if scene is None:
        return None
    told = fields.told(
        scene.told.text, scene.told.spans, fields.around(scene.told.spans), frozenset({ConflictKind.PLACE})
    )
    return EventPlace(scene.name, scene.precision, scene.country, scene.region, scene.lat, scene.lon, told)


def _figures(chosen: MainEvent, figures: Sequence[Figure]) -> tuple[str, ...]:
    """The figures that claims of the event give a value of."""
    return tuple(one.id for one in figures if any(value.claim in chosen.ids for value in one.values))
