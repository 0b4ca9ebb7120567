"""What every form shows of a checked draft: ids resolved to words and places, in the order of the draft.

As in `headwater.render.view`, strings are safe for the eye but not escaped, and nothing here is markup.
"""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view import Fact, Piece, Witness

__all__ = ["AgainstView", "CheckView", "ClaimView", "DetailView", "PartView", "ReportView"]


class DetailView(Struct, frozen=True):
    """A part of a claim: what it is, its words in the draft, whether the reports have it, and their words for it."""

    aspect: str
    words: str
    state: str
    report: tuple[Witness, ...]


class AgainstView(Struct, frozen=True):
    """Something that the reports say otherwise: in which respect, what that does, the draft's words and theirs."""

    aspect: str
    harm: str
    words: str
    report: tuple[Witness, ...]


class PartView(Struct, frozen=True):
    """One named part of a score."""

    name: str
    score: str
    detail: str


class ClaimView(Struct, frozen=True):
    """One claim: its words, those in doubt marked "changed"; what was found, who stands behind it, by what evidence."""

    number: int
    anchor: str
    pieces: tuple[Piece, ...]
    judgement: str
    style: str  # the judgement as one word, for a style sheet
    reason: str
    standing: str  # lines, sources, articles in words; "" where nobody stands behind it
    lines: tuple[str, ...]
    against: tuple[AgainstView, ...]
    support: tuple[Witness, ...]
    details: tuple[DetailView, ...]
    parts: tuple[PartView, ...]
    score: str
    chance: str

    @property
    def nearest(self) -> tuple[Witness, ...]:
        """The sentences to show where room is short: those that support it, or come nearest and say nothing else."""
        return () if self.against and self.style not in {"supported", "disputed"} else self.support


class ReportView(Struct, frozen=True):
    """One report: its number and id on the page, its name, the letter of its line, its metadata."""

    number: int
    anchor: str
    label: str
    line: str
    facts: tuple[Fact, ...]


class CheckView(Struct, frozen=True):
    """A checked draft as every form shows it."""

    draft: str
    summary: str
    tallies: tuple[tuple[str, str, int], ...]  # judgement, its style, how many
    claims: tuple[ClaimView, ...]
    reports: tuple[ReportView, ...]
    count: str
    left_out: tuple[tuple[str, str], ...]
    version: str
