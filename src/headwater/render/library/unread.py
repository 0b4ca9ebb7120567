"""What is known of a story before anything of it is read: its articles by day, with their outlets and titles."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from msgspec import Struct

from headwater.library.records import Kept
from headwater.render.characters import one_line
from headwater.text.day_words import said_day

__all__ = ["DayView", "UnreadArticle", "days_of"]

_EPOCH: Final = datetime.date(1970, 1, 1)


class UnreadArticle(Struct, frozen=True):
    """An article as it says it is called, and by whom; by its file where it does not say."""

    id: str
    outlet: str
    title: str


class DayView(Struct, frozen=True):
    """A day (ISO, and in words) with its articles."""

    iso: str
    said: str
    articles: tuple[UnreadArticle, ...]


def days_of(articles: Iterable[Kept]) -> tuple[DayView, ...]:
    """The articles by day, the first day first, on each day in the order of their outlets."""
    ordered = sorted(articles, key=lambda kept: kept.day)
    return tuple(_day(day, list(of_day)) for day, of_day in groupby(ordered, key=lambda kept: kept.day))


def _day(day: int, articles: list[Kept]) -> DayView:
    iso = (_EPOCH + datetime.timedelta(days=day)).isoformat()
    shown = sorted(map(_unread, articles), key=lambda each: (each.outlet.casefold(), each.title, each.id))
    return DayView(iso, said_day(iso), tuple(shown))


def _unread(kept: Kept) -> UnreadArticle:
    article = kept.article
    outlet = one_line(article.outlet.value) if article.outlet else ""
    title = one_line(article.title.value) if article.title else one_line(article.name)
    return UnreadArticle(article.id, outlet, title)
