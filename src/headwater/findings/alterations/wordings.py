"""The same words are looked at once: copies of one text bring the same two sentences again and again.

A line of n copies has n² / 2 pairs of articles but few wordings of each sentence.
"""

from __future__ import annotations

from headwater.findings.alterations.texts import Text
from headwater.types import Span

__all__ = ["Wordings"]


class Wordings:
    """Numbers for the wordings of a story's passages: the same number, the same words analysed alike."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._known: dict[Span, int] = {}

    def number(self, text: Text, span: Span) -> int:
        """The number of the sentences of a span together with where it lies in them."""
        if span not in self._known:
            self._known[span] = self._numbers.setdefault(text.wording(span), len(self._numbers))
        return self._known[span]
