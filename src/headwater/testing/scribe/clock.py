"""When texts of a story are published: copies after what they copy, or, back-dated, before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from msgspec.structs import replace

from headwater.types import Article

__all__ = ["copied_later", "moment"]

_FAR: Final = timedelta(hours=14)  # the latest that a copy follows its parent
_NEAR: Final = timedelta(minutes=4)  # nobody copies faster


def moment(article: Article) -> datetime | None:
    """When an article was published; None if that is unknown or no ISO 8601 day or instant. No zone counts as UTC."""
    try:
        when = datetime.fromisoformat(article.published.value) if article.published is not None else None
    except ValueError:
        return None
    return when.replace(tzinfo=UTC) if when is not None and when.tzinfo is None else when


def copied_later(article: Article, parents: Iterable[Article], random: Random, backdated: float) -> Article:
    """The article with a time after the latest of its parents, or, at the chance `backdated`, before it.

    It is written as the parent's is. Without a parent of known time the article has none.
    """
    known = [(when, parent) for parent in parents if (when := moment(parent)) is not None]
    apart = _NEAR + (_FAR - _NEAR) * random.random()
    early = random.random() < backdated
    if not known:
        return replace(article, published=None)
    latest, parent = max(known, key=lambda pair: pair[0])
    when = latest - apart if early else latest + apart
    dated = parent.published
    naive = dated is not None and datetime.fromisoformat(dated.value).tzinfo is None
    value = (when.replace(tzinfo=None) if naive else when).isoformat(timespec="minutes")
    return replace(article, published=replace(dated, value=value) if dated is not None else None)
