"""Ids: short, readable, unique in the batch, and the same whatever the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.sources.draft import with_id
from headwater.types import Article

__all__ = ["apart", "identified"]


def identified(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles, in order of id, with ids made unique: of those that share one the later get `-2`, `-3`, ...

    "Later" is by name, then by text: never by the order in which the articles were handed in.
    """
    ordered = sorted(articles, key=lambda article: (article.id, article.name, article.text, repr(article)))
    return tuple(sorted(apart(ordered), key=lambda article: article.id))


def apart(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles in the order given, with ids made unique: of those that share one the first keeps it."""
    wanted = {article.id for article in articles}
    taken: set[str] = set()
    result = []
    for article in articles:
        identity = article.id if article.id not in taken else _free(article.id, taken | wanted)
        taken.add(identity)
        result.append(article if identity == article.id else with_id(article, identity))
    return tuple(result)


def _free(identity: str, taken: set[str]) -> str:
    number = 2
    while f"{identity}-{number}" in taken:
        number += 1
    return f"{identity}-{number}"
