"""Articles of a library side by side: in whose company they are judged, and with what is known of their story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from headwater.comparison import Company, collate_articles
from headwater.evidence import total
from headwater.library import Kept
from headwater.monitor.records import ShownStory
from headwater.settings import Settings
from headwater.types import Article, Collation, Stemma

__all__ = ["collated", "company_of", "likeliest_first"]

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


def likeliest_first(articles: Iterable[Article], stemma: Stemma | None) -> tuple[Article, ...]:
    """Articles with the likeliest origin first: the fewest texts above it in the stemma, then the signs between them.

    Where neither tells, the earliest published.
    """
    chosen = tuple(articles)
    above = {edge.child: edge.parent for edge in stemma.edges if edge.whole} if stemma is not None else {}
    lead = _lead({each.id for each in chosen}, stemma)

    def key(each: Article) -> tuple[int, float, str, str]:
        return _depth(each.id, above), -lead[each.id], each.published.value if each.published else "~", each.id

    return tuple(sorted(chosen, key=key))


def _depth(article: str, above: Mapping[str, str]) -> int:
    """How many texts stand above an article."""
    path: list[str] = []
    while article in above and article not in path:
        path.append(article)
        article = above[article]
    return len(path)


def _lead(chosen: Collection[str], stemma: Stemma | None) -> Mapping[str, float]:
    """By article, how much more speaks for it as the origin of the others chosen than for them, in nats."""
    lead: dict[str, float] = defaultdict(float)
    for each in stemma.derivations if stemma is not None else ():
        if each.left in chosen and each.right in chosen and each.score > 0:
            score = round(total(each.direction_evidence), 3)
            lead[each.left] += score
            lead[each.right] -= score
    return lead
