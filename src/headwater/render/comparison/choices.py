"""What the articles of a comparison are called, and how a form shows those to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.text.day_words import said_day
from headwater.types import Article

__all__ = ["Choice", "choices_of", "names_of"]


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
            _name(article),
            one_line(article.title.value) if article.title else "",
            said_day(article.published.value) if article.published else "",
            article.id in ticked,
        )
        for article in articles
    )


def names_of(articles: Iterable[Article]) -> Mapping[str, str]:
    """By id what each article is called beside the others: its outlet, or where two have one its file or address."""
    known = tuple(articles)
    outlets = Counter(map(_name, known))
    return {each.id: _name(each) if outlets[_name(each)] == 1 else one_line(each.name) for each in known}


def _name(article: Article) -> str:
    return one_line(article.outlet.value if article.outlet else article.name)
