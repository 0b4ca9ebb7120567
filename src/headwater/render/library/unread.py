"""What is known of a story before anything of it is read: its articles by day, with their outlets and titles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from headwater.library.records import Kept
from headwater.monitor.days import iso_day
from headwater.render.characters import one_line
from headwater.text.day_words import said_day

__all__ = ["UnreadArticle", "UnreadDay", "days_of"]


class UnreadArticle(Struct, frozen=True):
    """An article as it says it is called, and by whom; by its file where it does not say."""

    id: str
    outlet: str
    title: str


class UnreadDay(Struct, frozen=True):
    """A day (ISO, and in words) with its articles; the ISO day is "" for those that tell none."""

    iso: str
    said: str
    articles: tuple[UnreadArticle, ...]


def days_of(articles: Iterable[Kept]) -> tuple[UnreadDay, ...]:
    """The articles by the day that they tell, the first day first; those that tell none stand last."""
    ordered = sorted(articles, key=_day_told)
    return tuple(_day(untold, day, list(of_day)) for (untold, day), of_day in groupby(ordered, key=_day_told))


def _day_told(kept: Kept) -> tuple[bool, int]:
    """Whether no day is told, and the day that is."""
    return (False, kept.day) if kept.article.published is not None else (True, 0)


def _day(untold: bool, day: int, articles: list[Kept]) -> UnreadDay:
    iso = "" if untold else iso_day(day)
    shown = sorted(map(_unread, articles), key=lambda each: (each.outlet.casefold(), each.title, each.id))
    return UnreadDay(iso, said_day(iso) if iso else "No day told", tuple(shown))


def _unread(kept: Kept) -> UnreadArticle:
    article = kept.article
    outlet = one_line(article.outlet.value) if article.outlet else ""
    title = one_line(article.title.value) if article.title else one_line(article.name)
    return UnreadArticle(article.id, outlet, title)
