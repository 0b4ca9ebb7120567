"""Which of some articles is the likeliest origin of the others, by what the story's brief shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from headwater.evidence import total
from headwater.types import Article, Stemma

__all__ = ["likeliest_first"]


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
