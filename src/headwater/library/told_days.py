"""Which days a story's articles tell: those placed by the day of their capture, for want of another, tell none."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import Row, select

from headwater.library.schema import ARTICLES, CAPTURES, MEMBERSHIPS

__all__ = ["TELLING", "Told", "told_in"]

_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_DAY: Final = 10  # letters of an ISO day

TELLING: Final = (
    select(MEMBERSHIPS.c.story, MEMBERSHIPS.c.day, ARTICLES.c.record, CAPTURES.c.taken)
    .join(ARTICLES, ARTICLES.c.key == MEMBERSHIPS.c.article)
    .join(CAPTURES, CAPTURES.c.article == MEMBERSHIPS.c.article)
)
"""The question for the rows of `told_in`; to be asked of some stories."""


class Told(NamedTuple):
    """Of a story: how many articles tell no day, and the first and last day of the others, () where there is none."""

    untold: int
    days: tuple[int, ...]


class _Value(Struct):
    value: str


class _Dated(Struct):
    published: _Value | None = None


def told_in(rows: Iterable[Row[Any]]) -> Mapping[int, Told]:
    """By the number of the story."""
    days: dict[int, list[int | None]] = defaultdict(list)
    for row in rows:
        days[row.story].append(row.day if _tells(row) else None)
    return {story: _told(of_it) for story, of_it in days.items()}


def _told(days: list[int | None]) -> Told:
    told = [day for day in days if day is not None]
    return Told(len(days) - len(told), (min(told), max(told)) if told else ())


def _tells(row: Row[Any]) -> bool:
    """Whether the article is placed by another day than that of its capture, or states that very day."""
    if row.day != _number(row.taken):
        return True
    published = msgspec.json.decode(row.record, type=_Dated).published
    return published is not None and _number(published.value) == row.day


def _number(iso: str) -> int | None:
    try:
        return datetime.date.fromisoformat(iso[:_DAY]).toordinal() - _EPOCH
    except ValueError:
        return None
