"""Quotes, figures, days and names as a page shows them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from headwater.render.view.words import Reason, Witness

__all__ = [
    "Bar",
    "EntityView",
    "FigureRow",
    "FigureView",
    "MomentView",
    "NoteView",
    "PartView",
    "QuoteView",
    "ReadingView",
    "SpellingView",
]

_FIRST: Final = 8


class ReadingView(Struct, frozen=True):
    """One article's reading of a quote, and what there is to remark: how it differs, its form, by whom, where."""

    witness: Witness
    remarks: tuple[str, ...]
    reasons: tuple[Reason, ...]


class QuoteView(Struct, frozen=True):
    """An utterance: its speaker and the readings, the longest complete one first; `alike` have its very words."""

    speaker: str
    witnesses: tuple[Witness, ...]
    readings: tuple[ReadingView, ...]
    alike: tuple[Witness, ...]
    anchor: str = ""

    @property
    def leading(self) -> tuple[ReadingView, ...]:
        """The readings that a page shows at once."""
        return self.readings[:_FIRST]

    @property
    def further(self) -> tuple[ReadingView, ...]:
        """The readings that stand folded behind those."""
        return self.readings[_FIRST:]


class Bar(Struct, frozen=True):
    """Where an interval lies on its figure's scale: left and right end in 0 to 1, and whether it goes on for ever."""

    left: float
    right: float
    endless: bool


class FigureRow(Struct, frozen=True):
    """One value of a figure: the interval in words, who gives it, and whether it came by copying.

    `line` is the letter of the line that it counts for, which of a lent passage is not its article's.
    """

    value: str
    line: str
    chain: str
    as_of: str
    copied: bool
    weak: str  # why the words may not be meant as a count
    overtaken: str  # why a later report stands in its place
    bar: Bar
    witness: Witness

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to remark of the value: that it came by copying, that it is overtaken, that it may be no count."""
        copied = "came by copying, adds no line" if self.copied else ""
        lent = f"in an article of line {self.witness.line}" if self.witness.line not in ("", self.line) else ""
        return tuple(remark for remark in (lent, copied, self.overtaken, self.weak) if remark)


class PartView(Struct, frozen=True):
    """Some of those whom a figure counts: who, how many, and each value with who gives it."""

    population: str
    said: str
    rows: tuple[FigureRow, ...]


class NoteView(Struct, frozen=True):
    """What to know before taking one number, with its words."""

    words: str
    witnesses: tuple[Witness, ...]


class FigureView(Struct, frozen=True):
    """A figure with its distribution: low, best and high in words, and the rule that made them."""

    anchor: str
    label: str
    role: str
    population: str
    low: str
    best: str
    high: str
    rule: str
    witnesses: tuple[Witness, ...]
    rows: tuple[FigureRow, ...]
    parts: tuple[PartView, ...]
    notes: tuple[NoteView, ...]
    accepted: str  # who accepted the best value, '' where the rule made it


class MomentView(Struct, frozen=True):
    """A point of the timeline. `iso` is its first day, `lines` how many lines give it, `rivals` days others give.

    `letters` are those of the lines that give it.
    """

    iso: str
    when: str
    what: str
    lines: str
    letters: tuple[str, ...]
    as_of: str
    rivals: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    mentions: tuple[Witness, ...]


class SpellingView(Struct, frozen=True):
    """One way a name is written, how often, and where."""

    text: str
    times: int
    witnesses: tuple[Witness, ...]


class EntityView(Struct, frozen=True):
    """A name of the story: its kind, its commonest spelling, its spellings and the words that say who it is."""

    kind: str
    name: str
    spellings: tuple[SpellingView, ...]
    roles: tuple[Witness, ...]
    role: str
