"""Articles to choose from for a comparison, as a form shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.text.day_words import said_day
from headwater.types import Article

__all__ = ["Choice", "choices_of"]


class Choice(Struct, frozen=True):
    """An article that can be chosen: what it is called, its title and day where they are known."""

    article: str
    label: str
    title: str
    day: str
    ticked: bool


def choices_of(articles: Iterable[Article], ticked: Collection[str]) -> tuple[Choice, ...]:
    """The articles in their order; `ticked` are the ids of those that are chosen already."""
    return tuple(
        Choice(
            article.id,
            one_line(article.outlet.value if article.outlet else article.name),
            one_line(article.title.value) if article.title else "",
            said_day(article.published.value) if article.published else "",
            article.id in ticked,
        )
        for article in articles
    )
