"""A quote as the rules find it, before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.types import QuoteForm

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A quote before its speaker is known: content as offsets, cue as a token range, source by its head token."""

    start: int
    end: int
    form: QuoteForm
    cue: tuple[int, int] | None = None
    head: int | None = None
    inherited: bool = False  # the source was taken over from the quote before
