"""Stage 6. Statements, happenings, figures -> the record of the one event that the story is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from headwater.evidence import quoted_words
from headwater.origins import Origins
from headwater.record.choosing import MainEvent, main_event
from headwater.record.fields import Fields
from headwater.record.parts import Parts
from headwater.record.scene import when_of, where_of
from headwater.text.plover import plover_of
from headwater.types import (
    Claim,
    Conflict,
    ConflictKind,
    Document,
    EventRecord,
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
    chosen = main_event(documents, claims, statements, happenings, origins)
    if chosen is None:
        return None
    by_article = {document.article.id: document for document in documents}
    fields = Fields(by_article, origins, found.conflicts)
    parts = Parts(fields, chosen, claims, found.figures)
    actors, instruments = parts.actors(), parts.instruments()
    plover = plover_of(chosen.event_class, chosen.event, [part.lemma for part in (*instruments, *actors)])
    return EventRecord(
        event_class=chosen.event_class,
        plover_type=plover.event if plover is not None else "",
        plover_mode=plover.mode if plover is not None else "",
        what=_what(chosen, fields),
        when=when_of(chosen, found.timeline, fields),
        where=where_of(chosen, found.scene, fields),
        actors=actors,
        targets=parts.targets(),
        instruments=instruments,
        attributed_by=parts.attributed_by(),
        figures=_figures(chosen, found.figures),
        statements=tuple(one.id for one in statements if set(one.claims) & chosen.ids),
        claims=tuple(sorted(chosen.ids)),
        unclaimed=parts.unclaimed(),
    )


def _what(chosen: MainEvent, fields: Fields) -> Told:
    """The clause of the claim that stands for the weightiest statement of the event."""
    words = quoted_words(chosen.shown.span, fields.articles)
    return fields.told(words, [claim.span for claim in chosen.core], chosen.core, _YES_OR_NO)


def _figures(chosen: MainEvent, figures: Sequence[Figure]) -> tuple[str, ...]:
    """The figures that claims of the event give a value of; of those that count alike the one that most lines give.

    Two of one label differ in the day or the event that their words name, which a copy can have altered.
    """
    found: dict[str, str] = {}
    for figure in figures:
        if any(value.claim in chosen.ids for value in figure.values):
            found.setdefault(figure.label.text, figure.id)
    return tuple(found.values())
