"""A reader's decisions: a log that is only added to, and which of them are in force."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import select

from headwater.library.records import Analysis, AnalysisKey
from headwater.library.schema import ANALYSES, DECISIONS
from headwater.library.searching import Searching
from headwater.types import Decision, DecisionKind

__all__ = ["View", "in_force", "undone_in"]


class View(Searching):
    """Everything that can be asked of a library: one fixed view of what was committed when it was opened."""

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that was ever made, those that undo others with them, in order."""
        rows = self._rows(select(DECISIONS).order_by(DECISIONS.c.number))
        return tuple(msgspec.json.decode(row.body, type=Decision) for row in rows)

    def standing(self) -> tuple[Decision, ...]:
        """The decisions in force, in the order in which they were made."""
        return in_force(self.decisions())

    def analysis(self, story: str, key: AnalysisKey) -> Analysis | None:
        """The analysis that was made of exactly this; None if there is none, so that it is to be made."""
        found = [analysis for analysis in self.analyses(story) if analysis.key == key]
        return found[0] if found else None

    def analyses(self, story: str) -> tuple[Analysis, ...]:
        """The analyses of a story, the newest first: one for each version of headwater and settings."""
        question = select(ANALYSES).where(ANALYSES.c.story == self._story_key(story))
        rows = self._rows(question.order_by(ANALYSES.c.made.desc(), ANALYSES.c.version.desc(), ANALYSES.c.settings))
        return tuple(
            Analysis(story, AnalysisKey(row.articles, row.decisions, row.settings, row.version), row.body, row.made)
            for row in rows
        )


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Those that no decision in force undoes, without those that undo. Undoing what undid brings back what it undid."""
    undone = undone_in(decisions)
    return tuple(each for each in decisions if each.kind is not DecisionKind.UNDO and each.number not in undone)


def undone_in(decisions: Sequence[Decision]) -> set[int]:
    """The numbers of the decisions that are not in force, those that undo among them."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.kind is DecisionKind.UNDO and decision.number not in undone:
            undone.add(decision.undoes)
    return undone
