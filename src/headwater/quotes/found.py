"""A quote as the rules find it, before its speaker is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.types import QuoteForm

__all__ = ["Found", "agreed"]


@dataclass(frozen=True, slots=True)
class Found:
    """A quote before its speaker is known: content as offsets, cue as a token range, source by its head token."""

    start: int
    end: int
    form: QuoteForm
    cue: tuple[int, int] | None = None
    head: int | None = None
    inherited: bool = False  # the source was taken over from the quote before


def agreed(found: Sequence[Found]) -> list[Found]:
    """The quotes, where those under one cue have one source: what has none takes that of the words beside it."""
    known = {quote.cue: quote.head for quote in found if quote.cue is not None and quote.head is not None}
    return [replace(quote, head=known.get(quote.cue)) if quote.head is None and quote.cue else quote for quote in found]
