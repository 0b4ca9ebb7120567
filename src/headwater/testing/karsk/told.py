"""What the brief of the Karsk story tells first: statements in their order, the event; and what a copy changed."""

from __future__ import annotations

from headwater.evidence import cite
from headwater.testing.karsk.witnesses import ARTICLES, CLOSED, at
from headwater.types import (
    Confidence,
    CopyEdits,
    Edit,
    EditKind,
    EventPart,
    EventPlace,
    EventRecord,
    EventTime,
    Granularity,
    Precision,
    Span,
    Telling,
    Told,
)

__all__ = ["edits", "event", "tellings"]


def tellings() -> tuple[Telling, ...]:
    """Four statements lead; one claim lends its subject from another clause, one says nothing by itself."""
    dead = cite("Four people … were hurt", [at("radio", "Four people"), at("radio", "were hurt")])
    return (
        Telling("s-dead", "c-radio-dead", dead, leads=True),
        _telling("s-arrest", "c-ledger-arrest", at("ledger", "two suspects were arrested"), leads=True),
        _telling("s-one-arrest", "c-courier-arrest", at("courier", "One suspect was arrested"), leads=True),
        _telling(
            "s-children", "c-courier-children", at("courier", "At least twelve of the injured are children"), leads=True
        ),
        _telling("s-closed", "c-ledger-closed", at("ledger", f"{CLOSED} corroded pipes"), alone=False),
    )


def _telling(statement: str, claim: str, span: Span, *, leads: bool = False, alone: bool = True) -> Telling:
    return Telling(statement, claim, cite(_words(span), [span]), leads, alone)


def _words(span: Span) -> str:
    return ARTICLES[span.article].text[span.start : span.end]


def event() -> EventRecord:
    """An explosion at a ferry terminal on a Monday, with what stands behind each field."""
    lines, articles = ("line-1", "line-2", "line-3"), ("courier", "ledger", "radio")
    blast = (at("ledger", "An explosion"), at("radio", "an explosion"), at("courier", "explosion"))

    def told(words: str, spans: tuple[Span, ...], confidence: Confidence, reason: str) -> Told:
        return Told(cite(words, spans), lines, 3, articles, confidence, reason)

    sure, agreed = Confidence.WELL_SUPPORTED, "three lines say so, none differs"
    terminal = at("ledger", "the Karsk ferry terminal")
    monday = (at("radio", "Monday"), at("ledger", "Monday"), at("courier", "Monday"))
    victims = Told(
        cite("Four people", [at("radio", "Four people")]),
        ("line-2",),
        1,
        ("coastline", "radio"),
        Confidence.DISPUTED,
        "one line says six",
    )
    return EventRecord(
        event_class="explode",
        plover_type="ASSAULT",
        plover_mode="",
        what=told("An explosion", blast, sure, agreed),
        when=EventTime("2031-03-10", "2031-03-10", Granularity.DAY, told("Monday", monday, sure, agreed)),
        where=EventPlace(
            "the Karsk ferry terminal",
            Precision.VENUE,
            "",
            "",
            None,
            None,
            told("the Karsk ferry terminal", (terminal,), sure, agreed),
        ),
        targets=(EventPart("", "people", victims),),
        figures=("g-dead", "g-hurt"),
        statements=("s-dead",),
        claims=("c-radio-dead",),
    )


def edits() -> tuple[CopyEdits, ...]:
    """What a synonym machine made of the wire, against its sibling: harmless words, and nearly a third of them."""
    exchanged = (
        ("synonym", at("ledger", "ticket hall"), at("globe", "ticket corridor")),
        ("spelling", at("ledger", "Ilse Marrand"), at("globe", "Ilse Marand")),
        ("omission", at("ledger", "police said"), None),
    )
    made = tuple(Edit(EditKind(kind), before, after) for kind, before, after in exchanged)
    return (CopyEdits("ledger", "globe", direct=False, spin_rate=0.31, edits=made),)
