"""QuoteFamily -> QuoteView: an utterance by its speaker, the readings one under another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.render.compose.desk import Desk
from headwater.render.differences import changed
from headwater.render.view import QuoteView, ReadingView
from headwater.render.words import listed
from headwater.text.spans import holds, outermost
from headwater.types import Quote, QuoteFamily, QuoteForm, QuoteReading, ReadingKind, Span

__all__ = ["quote_views"]

_READING: Final = {
    ReadingKind.BASE: "longest reading",
    ReadingKind.SAME: "same words",
    ReadingKind.WORDING: "other wording",
    ReadingKind.MISQUOTE: "misquoted, against most witnesses",
    ReadingKind.BRACKET: "words in brackets",
    ReadingKind.ELLIPSIS: "words left out, with dots",
    ReadingKind.TRIMMED: "cut at an end",
}
_REWORDED: Final = frozenset({ReadingKind.WORDING, ReadingKind.MISQUOTE})
_GRAVE: Final = frozenset({ReadingKind.MISQUOTE, ReadingKind.OTHER_SPEAKER})
_ALIKE: Final = frozenset({ReadingKind.BASE, ReadingKind.SAME})


def quote_views(desk: Desk) -> Iterator[QuoteView]:
    """The utterances; first those that the articles read differently, then those that several articles have."""
    ordered = sorted(desk.brief.quote_families, key=_telling)
    yield from (_quote(desk, number, family) for number, family in enumerate(ordered, 1))


def _telling(family: QuoteFamily) -> tuple[bool, bool, bool]:
    kinds = {reading.difference for reading in family.readings}
    return not kinds & _GRAVE, kinds <= _ALIKE, len(family.readings) == 1


def _quote(desk: Desk, number: int, family: QuoteFamily) -> QuoteView:
    """The readings of one utterance, the longest complete one first."""
    base = desk.quotes[family.readings[0].quote].content
    return QuoteView(
        speaker=desk.naming.speaker(family.speaker, family.speaker_text.text),
        witnesses=desk.open.of(family.speaker_text.spans),
        readings=tuple(
            _reading(desk, reading, base, len(family.readings) > 1) for reading in family.readings if not _same(reading)
        ),
        alike=tuple(
            desk.open.alone(desk.quotes[reading.quote].content, ()) for reading in family.readings if _same(reading)
        ),
        anchor=f"{desk.prefix}quote-{number}",
    )


def _same(reading: QuoteReading) -> bool:
    return reading.difference is ReadingKind.SAME


def _reading(desk: Desk, reading: QuoteReading, base: Span, several: bool) -> ReadingView:
    quote = desk.quotes[reading.quote]
    remarks = (
        _READING.get(reading.difference, reading.difference.value) if several else "",
        _missing(desk, reading),
        "" if quote.form is QuoteForm.DIRECT else quote.form.value,
        _described(desk, quote),
        desk.naming.words(quote.channel),
        desk.naming.stance(quote.cue_class, quote.cue),
    )
    return ReadingView(
        desk.open.alone(quote.content, _differing(desk, reading, quote.content, base)),
        tuple(remark for remark in remarks if remark),
        desk.open.reasons(reading.evidence),
    )


def _differing(desk: Desk, reading: QuoteReading, content: Span, base: Span) -> tuple[Span, ...]:
    """The words of a reading that are not the base's: those that its changes name, or what a comparison shows."""
    if reading.difference in _ALIKE:
        return ()
    if reading.changes:
        found = sorted(
            {change.reading for change in reading.changes if change.reading and holds(content, change.reading)}
        )
        return tuple(outermost(found))
    return changed(base, desk.open.words(base), content, desk.open.words(content))[1]


def _missing(desk: Desk, reading: QuoteReading) -> str:
    """The words of the base that a reading of other wording lacks, where nothing stands in their place."""
    if reading.difference not in _REWORDED:
        return ""
    gone = [desk.naming.words(change.base) for change in reading.changes if change.base and not change.reading]
    return f"without {listed(f'“{words}”' for words in gone)}" if gone else ""


def _described(desk: Desk, quote: Quote) -> str:
    """The words for the speaker where they are not just part of the name."""
    words, name = desk.naming.words(quote.source), desk.naming.speaker(quote.speaker, "")
    return "" if not words or words.casefold() in name.casefold() else f"said by “{words}”"
