"""What a story is written from: originals told independently, agencies' later versions, background to pad with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from headwater.errors import NothingToRead
from headwater.testing.articles import make_article
from headwater.testing.scribe.newsrooms import Report, invent_event
from headwater.types import Article

__all__ = ["Material", "invented", "material_of"]


class Material(NamedTuple):
    """Originals of one event, one from each newsroom. `updates` are later versions by the original's id."""

    originals: tuple[Article, ...]
    agencies: frozenset[str]
    background: tuple[str, ...] = ()
    updates: Mapping[str, tuple[Article, ...]] = {}


@lru_cache(maxsize=512)
def invented(seed: int, lines: int) -> Material:
    """An invented event as material; all of it is fiction. Kept a while, so that stories can share an event."""
    event = invent_event(seed, lines)
    ids = [f"{event.id}/{number}" for number in range(len(event.reports))]
    return Material(
        originals=tuple(_article(report, name) for report, name in zip(event.reports, ids, strict=True)),
        agencies=frozenset(name for report, name in zip(event.reports, ids, strict=True) if report.agency),
        background=event.background,
        updates={
            name: tuple(_article(report, f"{name}/{step}") for step, report in enumerate(later, 1))
            for name, later in zip(ids, event.updates, strict=True)
        },
    )


def material_of(originals: Sequence[Article]) -> Material:
    """Articles given by the user, held to be told independently of each other. Raises `NothingToRead` for none."""
    if not originals:
        raise NothingToRead("the scribe needs at least one original to copy from")
    return Material(tuple(originals), frozenset(each.id for each in originals if each.agency is not None))


def _article(report: Report, name: str) -> Article:
    return make_article(
        report.text,
        id=name,
        title=report.title,
        outlet=report.newsroom,
        agency=report.newsroom if report.agency else "",
        published=f"{report.day.isoformat()}T06:00",
    )
