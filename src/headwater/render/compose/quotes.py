"""QuoteFamily -> QuoteView: an utterance by its speaker, the readings one under another."""

from __future__ import annotations

from typing import Final

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.differences import changed
from headwater.render.view import QuoteView, ReadingView
from headwater.types import Quote, QuoteFamily, QuoteForm, QuoteReading, Span

__all__ = ["quote_view"]

_READING: Final = {"base": "longest reading", "same": "same words", "wording": "other wording"}


def quote_view(desk: Desk, family: QuoteFamily) -> QuoteView:
    """The readings of one utterance, the longest complete one first."""
    base = desk.quotes[family.readings[0].quote].content
    return QuoteView(
        speaker=desk.naming.speaker(family.speaker, family.speaker_text.text),
        witnesses=desk.open.of(family.speaker_text.spans),
        readings=tuple(_reading(desk, reading, base, len(family.readings) > 1) for reading in family.readings),
    )


def _reading(desk: Desk, reading: QuoteReading, base: Span, several: bool) -> ReadingView:
    quote = desk.quotes[reading.quote]
    _, differing = changed(base, desk.open.words(base), quote.content, desk.open.words(quote.content))
    remarks = (
        _READING.get(reading.difference, one_line(reading.difference)) if several else "",
        "" if quote.form is QuoteForm.DIRECT else quote.form.value,
        _described(desk, quote),
        desk.naming.words(quote.channel),
        desk.naming.stance(quote.cue_class, quote.cue),
    )
    return ReadingView(desk.open.alone(quote.content, differing), tuple(remark for remark in remarks if remark))


def _described(desk: Desk, quote: Quote) -> str:
    """The words for the speaker where they are not just part of the name."""
    words, name = desk.naming.words(quote.source), desk.naming.speaker(quote.speaker, "")
    return "" if not words or words.casefold() in name.casefold() else f"said by “{words}”"
