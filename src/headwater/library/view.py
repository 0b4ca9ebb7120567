"""All that can be asked of a library: articles, stories and words; decisions and analyses beside them."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select

from headwater.decisions import standing
from headwater.library.records import Analysis, AnalysisKey
from headwater.library.schema import ANALYSES, DECISIONS, GISTS, STORIES
from headwater.library.searching import Searching
from headwater.types import Decision

__all__ = ["View"]


class View(Searching):
    """Everything that can be asked of a library: one fixed view of what was committed when it was opened."""

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that was ever made, those that undo others with them, in order."""
        rows = self._rows(select(DECISIONS).order_by(DECISIONS.c.number))
        return tuple(msgspec.json.decode(row.body, type=Decision) for row in rows)

    def standing(self) -> tuple[Decision, ...]:
        """The decisions in force, in the order in which they were made."""
        return standing(self.decisions())

    def analysis(self, story: str, key: AnalysisKey) -> Analysis | None:
        """The analysis that was made of exactly this; None if there is none, so that it is to be made."""
        found = [analysis for analysis in self.analyses(story) if analysis.key == key]
        return found[0] if found else None

    def without_gist(self, version: str, most: int) -> tuple[Analysis, ...]:
        """Analyses by a version of headwater whose stories have no gist, the newest first, one for each story."""
        question = (
            select(ANALYSES.c.story, func.max(ANALYSES.c.made).label("made"))
            .outerjoin(GISTS, GISTS.c.story == ANALYSES.c.story)
            .where(ANALYSES.c.version == version, GISTS.c.story.is_(None))
            .group_by(ANALYSES.c.story)
            .order_by(func.max(ANALYSES.c.made).desc(), ANALYSES.c.story)
            .limit(most)
        )
        names = select(STORIES.c.id)
        stories = [self._rows(names.where(STORIES.c.key == row.story))[0].id for row in self._rows(question)]
        return tuple(next(one for one in self.analyses(story) if one.key.version == version) for story in stories)

    def analyses(self, story: str) -> tuple[Analysis, ...]:
        """The analyses of a story, the newest first: one for each version of headwater and settings."""
        question = select(ANALYSES).where(ANALYSES.c.story == self._story_key(story))
        rows = self._rows(question.order_by(ANALYSES.c.made.desc(), ANALYSES.c.version.desc(), ANALYSES.c.settings))
        return tuple(
            Analysis(story, AnalysisKey(row.articles, row.decisions, row.settings, row.version), row.body, row.made)
            for row in rows
        )
