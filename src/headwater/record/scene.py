"""When and where the event happened, by all lines whose words can give that day and that place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from headwater.record.choosing import MainEvent
from headwater.record.fields import Fields
from headwater.text.spans import holds
from headwater.text.yearless import gives_day
from headwater.types import ConflictKind, Date, Document, EventPlace, EventTime, Moment, Scene, Span

__all__ = ["when_of", "where_of"]


def when_of(event: MainEvent, timeline: Sequence[Moment], fields: Fields) -> EventTime | None:
    """The day that most lines give, of those that as many give the one on which they place the event itself.

    Where the timeline has no single day, the moment that holds a statement of the event and has most lines. Words of
    the event that fit the day but do not lie on the calendar by themselves ("early Sunday" in an article without a
    date) count with it: all are one value.
    """
    day = event.day(fields.origins)
    days = [one for one in timeline if one.first == one.last]
    held = [one for one in timeline if set(one.statements) & event.statements]
    best = min(
        days or held,
        key=lambda one: (-one.lines, -one.weight, -len(one.mentions), one.first != day, one.first),
        default=None,
    )
    if best is None:
        return None
    spans = (*best.mentions, *_unplaced(event, best, fields))
    placed = [claim for claim in event.claims if claim.occasion is not None and claim.occasion.first == best.first]
    rivals = "other lines give another day" if best.rivals else ""
    told = fields.told(fields.words(best.mentions[0]), spans, placed, frozenset({ConflictKind.DATE}), rivals=rivals)
    return EventTime(best.first, best.last, best.granularity, told)


def _unplaced(event: MainEvent, moment: Moment, fields: Fields) -> Iterator[Span]:
    """Dates without a place on the calendar, in sentences of the event, whose words fit the day."""
    if moment.first != moment.last:
        return
    day = datetime.date.fromisoformat(moment.first[:10])
    sentences = {claim.sentence for claim in event.claims}
    for document in (fields.documents[article] for article in sorted({one.article for one in sentences})):
        for date in document.dates:
            inside = any(holds(sentence, date.span) for sentence in sentences)
            if date.first is None and inside and gives_day(_text(date, document), day):
                yield date.span


def _text(date: Date, document: Document) -> str:
    return document.article.text[date.span.start : date.span.end]


def where_of(event: MainEvent, scene: Scene | None, fields: Fields) -> EventPlace | None:
    """The scene, by the lines that the scene rests on and those whose sentences of the event name it."""
    if scene is None:
        return None
    spans = (*scene.told.spans, *_naming(event, scene.name, fields))
    around = [claim for claim in event.claims if any(holds(claim.span, span) for span in spans)]
    told = fields.told(scene.told.text, spans, around, frozenset({ConflictKind.PLACE}))
    return EventPlace(scene.name, scene.precision, scene.country, scene.region, scene.lat, scene.lon, told)


def _naming(event: MainEvent, name: str, fields: Fields) -> Iterator[Span]:
    """The place's name, in the sentences of the event."""
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    for sentence in sorted({claim.sentence for claim in event.claims}):
        text = fields.articles[sentence.article].text
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield Span(sentence.article, found.start(), found.end())
