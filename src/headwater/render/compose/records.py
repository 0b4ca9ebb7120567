"""EventRecord -> RecordView: what, when, where, who to whom with what, by whom told, how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.compose.figures import best_said
from headwater.render.view import FieldView, RecordView, ValueView
from headwater.render.words import count_and_range, counted, number
from headwater.text.day_words import said_days, with_days_said
from headwater.types import EventPart, EventPlace, EventRecord, EventTime, Figure, Precision, Told

__all__ = ["record_view"]


def record_view(desk: Desk, record: EventRecord) -> RecordView:
    """The record's fields that have a value, in the order in which a desk asks."""
    fields = (
        ("What", (_value(desk, record.what),)),
        ("When", tuple(_when(desk, record.when))),
        ("Where", tuple(_where(desk, record.where))),
        ("Who did it", (*_actors(desk, record.actors), *_unclaimed(desk, record))),
        ("To whom", _parts(desk, record.targets)),
        ("With what", _parts(desk, record.instruments)),
        ("Who says who did it", _parts(desk, record.attributed_by)),
        ("How many", tuple(_figures(desk, record.figures))),
    )
    coded = " · ".join(part for part in (record.plover_type, record.plover_mode) if part)
    return RecordView(tuple(FieldView(name, values) for name, values in fields if values), one_line(coded))


def _value(desk: Desk, told: Told, words: str = "", aside: str = "") -> ValueView:
    """A value in the words that tell it, or in other words for it."""
    articles = counted(len(told.articles), "article")
    sources = f"{counted(told.sources, 'source')} · " if told.sources else ""
    return ValueView(
        words=with_days_said(one_line(words or told.value.text)),
        aside=one_line(aside),
        lines=desk.naming.lines(told.lines),
        behind=f"{counted(len(told.lines), 'line')} · {sources}{articles}",
        confidence=told.confidence.value,
        reason=with_days_said(one_line(told.reason)),
        witnesses=desk.open.of(told.value.spans),
    )


def _when(desk: Desk, when: EventTime | None) -> Iterator[ValueView]:
    if when is not None:
        yield _value(desk, when.told, said_days(when.first, when.last, when.granularity), f"“{when.told.value.text}”")


def _where(desk: Desk, where: EventPlace | None) -> Iterator[ValueView]:
    if where is not None:
        known = "not on our map" if where.precision is Precision.VENUE else f"a {where.precision.value}"
        yield _value(desk, where.told, aside=known)


def _parts(desk: Desk, parts: Sequence[EventPart]) -> tuple[ValueView, ...]:
    return tuple(_value(desk, part.told, desk.naming.speaker(part.entity, part.told.value.text)) for part in parts)


def _actors(desk: Desk, parts: Sequence[EventPart]) -> Iterator[ValueView]:
    """Who did it, by name, and on whose word alone."""
    for part in parts:
        by = "" if part.by is None else f"on the word of: {part.by.text}"
        yield _value(desk, part.told, desk.naming.speaker(part.entity, part.told.value.text), by)


def _unclaimed(desk: Desk, record: EventRecord) -> Iterator[ValueView]:
    """That nobody claims the deed, in words that say so; that none of the articles says who did it."""
    if record.unclaimed is not None:
        yield _value(desk, record.unclaimed, f"“{record.unclaimed.value.text}”")
    elif not record.actors:
        yield ValueView("not said", "", (), "no line", "", "no claim of the event names who did it", ())


def _figures(desk: Desk, ids: Iterable[str]) -> Iterator[ValueView]:
    """The figures of the event with their range; the values themselves stand in their section."""
    figures = {figure.id: (place, figure) for place, figure in enumerate(desk.brief.figures, 1)}
    for place, figure in (figures[one] for one in ids):
        yield ValueView(
            words=f"{one_line(figure.label.text)}: {_best_and_range(desk, figure)}",
            aside="",
            lines=desk.naming.lines(_lines(figure)),
            behind=counted(len(_lines(figure)), "line"),
            confidence="accepted by a reader" if figure.accepted else "",
            reason=f"under the rule “{one_line(figure.rule)}”",
            witnesses=desk.open.of(figure.label.spans),
            link=f"{desk.prefix}figure-{place}",
        )


def _best_and_range(desk: Desk, figure: Figure) -> str:
    """“4 (4 to 5)”; in words where all who give the best value are vague: “dozens” (24 to 99)."""
    said = count_and_range(figure.low, figure.best, figure.high)
    best = number(figure.best)
    words = best_said(desk, figure)
    return said if words == best else f"{words}{said.removeprefix(best)}"


def _lines(figure: Figure) -> list[str]:
    return sorted({value.line for value in figure.values})
