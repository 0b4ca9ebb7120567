"""One story as every rendering shows it: the parts in the order of the page."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from headwater.render.view.decided import AsideView, DecidedView
from headwater.render.view.differences import AlterationView, ConflictView
from headwater.render.view.lines import ArticleView, DoubtView, LineView
from headwater.render.view.records import RecordView
from headwater.render.view.sheets import EntityView, FigureView, MomentView, QuoteView
from headwater.render.view.statements import StatementView
from headwater.render.view.words import Reason, Witness

__all__ = ["LeftOutView", "StoryView"]

_FIRST: Final = 8


class LeftOutView(Struct, frozen=True):
    """What was not used, and why."""

    name: str
    reason: str
    witnesses: tuple[Witness, ...]


class StoryView(Struct, frozen=True):
    """One story as every rendering shows it. `prefix` begins every id of the story on a page."""

    prefix: str
    headline: str
    headline_witnesses: tuple[Witness, ...]
    count_line: str
    count_reasons: tuple[DoubtView, ...]
    where: str  # where the event happened and how finely that is known, '' if the articles do not say
    where_witnesses: tuple[Witness, ...]
    record: RecordView | None  # the event, None where no claim tells of one
    together: tuple[Reason, ...]  # why the articles are one story
    lines: tuple[LineView, ...]
    conflicts: tuple[ConflictView, ...]
    statements: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    alterations: tuple[AlterationView, ...]
    quotes: tuple[QuoteView, ...]
    timeline: tuple[MomentView, ...]
    entities: tuple[EntityView, ...]
    decided: tuple[DecidedView, ...]  # by readers
    left_out: tuple[LeftOutView, ...]
    articles: tuple[ArticleView, ...]
    rule: str  # the counting rule of the figures
    version: str
    set_aside: tuple[AsideView, ...] = ()  # by readers

    @property
    def obeyed(self) -> str:
        """How many decisions of readers shaped what is told, '' if none did."""
        amount = sum(each.applied for each in self.decided)
        return f"{amount} decision{'s' * (amount > 1)} of a reader obeyed" if amount else ""

    @property
    def leading(self) -> tuple[StatementView, ...]:
        """The statements that a reader needs first."""
        return tuple(statement for statement in self.statements if statement.leads)

    @property
    def further(self) -> tuple[StatementView, ...]:
        """The statements that can wait."""
        return tuple(statement for statement in self.statements if not statement.leads)

    @property
    def rests(self) -> tuple[tuple[Struct, ...], ...]:
        """What stands folded behind "and 12 more": statements, alterations, quotes."""
        return self.further, self.alterations[_FIRST:], self.quotes[_FIRST:]

    @property
    def first(self) -> int:
        """How many alterations, and how many quotes, a page shows at once."""
        return _FIRST
