"""Articles of a library side by side: in whose company they are judged, and with what is known of their story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from headwater.comparison import Company, collate_articles
from headwater.library import Kept
from headwater.monitor.records import ShownStory
from headwater.settings import Settings
from headwater.types import Collation

__all__ = ["collated", "company_of"]

_COMPANY: Final = 60  # other articles that are read for a comparison; a story of thousands would take minutes


def collated(
    chosen: Sequence[Kept], story: ShownStory, settings: Settings, on_progress: Callable[[str], None] | None = None
) -> Collation:
    """Two to four articles side by side, the first as the base, judged in company of their story's others."""
    articles = [one.article for one in chosen]
    return collate_articles(articles, settings, company_of(chosen, story), on_progress)


def company_of(chosen: Sequence[Kept], story: ShownStory) -> Company:
    """The story's other articles, of very many the nearest in time, and its stemma if they all were traced in it."""
    ids = {one.article.id for one in chosen}
    days = [one.day for one in chosen]
    others = sorted(
        (one for one in story.articles if one.article.id not in ids),
        key=lambda one: (min(abs(one.day - day) for day in days), one.article.id),
    )
    brief = story.brief
    known = brief is not None and ids <= {article.id for article in brief.articles}
    return Company(
        others=tuple(one.article for one in others[:_COMPANY]),
        decisions=story.decisions,
        stemma=brief.stemma if brief is not None and known else None,
    )
