"""Statements as a page shows them: the words, who stands behind them, and what can be said by counting."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from headwater.render.view.words import Witness
from headwater.types import Status

__all__ = ["ClaimView", "DisputeView", "StatementView", "StatusView", "Voice"]


_TELLING: Final = frozenset({Status.DENIED, Status.HEDGED, Status.UPDATED})


class Voice(Struct, frozen=True):
    """Who is said to have said it, and where: the attribution chain in words, the lines and articles that give it."""

    chain: str
    lines: tuple[str, ...]
    articles: tuple[str, ...]


class ClaimView(Struct, frozen=True, gc=False):
    """One claim of a statement: its words, its chain, and how sure the text is ("" if it is certain)."""

    witness: Witness
    chain: str
    certainty: str


class StatusView(Struct, frozen=True):
    """A finding: the status and its reason, with the words of the reason that the claims do not open already."""

    status: str
    reason: str
    witnesses: tuple[Witness, ...]

    @property
    def tells(self) -> bool:
        """Whether the reason says more than the status and the counts beside it do."""
        return self.status in _TELLING


class DisputeView(Struct, frozen=True):
    """What of a statement the lines differ on, and the id of that difference on a page."""

    question: str
    anchor: str


class StatementView(Struct, frozen=True):
    """A statement: the words it is told in, the counts, who says it, and what can be said of it by counting."""

    anchor: str
    shown: str
    leads: bool  # a reader needs it first
    tally: str
    lines: tuple[str, ...]
    reasons: tuple[str, ...]  # why the count of lines is a range, where the head of the page does not say it
    voices: tuple[Voice, ...]
    first: str  # when and by whom it was first told, "" where one article alone tells it or no time is known
    certainty: str
    kind: str
    statuses: tuple[StatusView, ...]
    disputes: tuple[DisputeView, ...]
    claims: tuple[ClaimView, ...]
    accepted: str = ""  # by which reader, when and why
