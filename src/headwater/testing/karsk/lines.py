"""Who took from whom in the Karsk story: the stemma and its lines."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from headwater.testing.karsk.witnesses import CLOSED, at
from headwater.types import (
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Doubt,
    Edge,
    Evidence,
    Line,
    OtherParent,
    Passage,
    Recovered,
    Stemma,
    Unseen,
)

__all__ = ["stemma"]

_APART: Final = Doubt(("globe",), ("ledger",), 0.88)


def stemma() -> Stemma:
    """An unseen wire with two pick-ups and a lent passage, a station and its abridgement, a paper of its own."""
    return Stemma(
        story="karsk",
        derivations=tuple(replace(each, sentences=each.passages) for each in (_spun(), _lent(), _abridged())),
        unseen=(Unseen("unseen-1", "Northern Wire text", ("courier", "globe", "ledger"), (_credit(),), _wire()),),
        edges=(
            Edge("unseen-1", "ledger", DerivationKind.COPY, True, 0.93),
            Edge(
                "unseen-1", "globe", DerivationKind.SPUN, True, 0.72, _spun().passages, (OtherParent("ledger", 0.28),)
            ),
            Edge("unseen-1", "courier", DerivationKind.PARTIAL, False, 0.9, _lent().passages),
            Edge("radio", "coastline", DerivationKind.ABRIDGED, True, 0.97, _abridged().passages),
        ),
        lines=_lines(),
        count=Count(3, 3, 4, ("Globe Minute may hold two calls of its own that no other article shows",), (_APART,)),
        doubts=(_APART,),
    )


def _wire() -> tuple[Recovered, ...]:
    """What the wire's text must have said: two sentences by two or three witnesses, one that the Ledger alone has."""
    tore, ripped = _spun().passages[0].right, _spun().passages[0].left
    lent, kept = _lent().passages[0].left, _lent().passages[0].right
    visit = at("ledger", "Interior Minister Sela Vantongeren is expected to visit the site on Tuesday.")
    return (
        Recovered(tore, (ripped, tore), 0.71),
        Recovered(kept, (lent, kept, at("globe", f"{CLOSED} rusted pipes")), 0.96),
        Recovered(visit, (visit,), 0.0),
    )


def _credit() -> Evidence:
    return Evidence("credit line", 4.2, "the dateline credits the Northern Wire", at("ledger", "LENHAVEN (NW)"))


def _lines() -> tuple[Line, ...]:
    return (
        Line(
            "line-1",
            "Northern Wire, by way of two pick-ups",
            "unseen-1",
            ("globe", "ledger"),
            "derived from an unseen original",
            evidence=(_credit(), *_spun().evidence),
        ),
        Line(
            "line-2",
            "Ostravia Public Radio",
            "radio",
            ("coastline", "radio"),
            "no link found",
            evidence=_abridged().evidence,
        ),
        Line(
            "line-3",
            "Lenhaven Courier",
            "courier",
            ("courier",),
            "own reporting shown",
            own=(
                Evidence("own interview", 3.0, "a source told this paper", at("courier", "told the Courier")),
                Evidence("own observation", 3.0, "its reporter saw it", at("courier", "A Courier reporter saw")),
            ),
        ),
    )


def _spun() -> Derivation:
    tore = at("ledger", "The blast tore through the ticket hall at 6:40 p.m., minutes before the last boat")
    ripped = at("globe", "The blast ripped through the ticket corridor at 6:40 p.m., moments before the final vessel")
    return Derivation(
        "globe",
        "ledger",
        DerivationKind.SPUN,
        Direction.COMMON_ORIGIN,
        21.4,
        (Passage(ripped, tore, 0.71),),
        (
            Evidence("same order", 8.2, "all five sentences stand in the same order", ripped, tore),
            Evidence(
                "words swapped",
                5.9,
                "synonyms stand where the words stood: terminal/terminus, boat/vessel, hall/corridor",
                at("globe", "ticket corridor"),
                at("ledger", "ticket hall"),
            ),
        ),
    )


def _lent() -> Derivation:
    lent, kept = at("courier", f"{CLOSED} corroded pipes"), at("ledger", f"{CLOSED} corroded pipes")
    return Derivation(
        "courier",
        "ledger",
        DerivationKind.PARTIAL,
        Direction.COMMON_ORIGIN,
        6.3,
        (Passage(lent, kept, 1.0),),
        (Evidence("same background sentence", 6.3, "nineteen words in a row", lent, kept),),
    )


def _abridged() -> Derivation:
    words = "Four people were killed and 31 were hurt when an explosion wrecked the Karsk ferry terminal on Monday"
    short, long = at("coastline", words), at("radio", words)
    return Derivation(
        "coastline",
        "radio",
        DerivationKind.ABRIDGED,
        Direction.RIGHT_TO_LEFT,
        18.8,
        (Passage(short, long, 1.0),),
        (Evidence("same words", 14.1, "the lead stands in both, word for word", short, long),),
        (
            Evidence(
                "quotation trimmed",
                4.7,
                "the shorter quotation ends where the longer goes on",
                at("coastline", "This was no accident"),
                at("radio", "This was no accident, and it will not go unanswered"),
            ),
        ),
    )
