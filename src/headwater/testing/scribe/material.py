"""What a story is written from: originals told independently, agencies' later versions, background to pad with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import Final, NamedTuple

from headwater.errors import NothingToRead
from headwater.testing.articles import make_article
from headwater.testing.scribe.newsrooms import Report, invent_event
from headwater.types import Article

__all__ = ["Material", "invented", "material_of"]


_EVENING: Final = (22, 23)  # hours: whatever an event does happens before
_NEWSROOMS: Final = 5  # as many as there are voices


class Material(NamedTuple):
    """Originals of one event, one from each newsroom. `updates` are later versions by the original's id."""

    originals: tuple[Article, ...]
    agencies: frozenset[str]
    background: tuple[str, ...] = ()
    updates: Mapping[str, tuple[Article, ...]] = {}


def invented(seed: int, lines: int) -> Material:
    """An invented event, told by 1 to 5 newsrooms, as material; all of it is fiction."""
    every = _invented(seed)
    return every._replace(originals=every.originals[:lines])


@lru_cache(maxsize=512)
def _invented(seed: int) -> Material:
    """The event with all its newsrooms; kept a while, since stories share events."""
    event = invent_event(seed, _NEWSROOMS)
    ids = [f"{event.id}/{number}" for number in range(len(event.reports))]
    random = Random(seed)  # noqa: S311  # chance for times, not for secrets
    return Material(
        originals=tuple(_article(report, name, random) for report, name in zip(event.reports, ids, strict=True)),
        agencies=frozenset(name for report, name in zip(event.reports, ids, strict=True) if report.agency),
        background=event.background,
        updates={
            name: tuple(_article(report, f"{name}/{step}", random) for step, report in enumerate(later, 1))
            for name, later in zip(ids, event.updates, strict=True)
        },
    )


def material_of(originals: Sequence[Article], background: Sequence[str] = ()) -> Material:
    """Articles given by the user, held to be told independently of each other. Raises `NothingToRead` for none."""
    if not originals:
        raise NothingToRead("the scribe needs at least one original to copy from")
    agencies = frozenset(each.id for each in originals if each.agency is not None)
    return Material(tuple(originals), agencies, tuple(background))


def _article(report: Report, name: str, random: Random) -> Article:
    """The report as it went out, late on the day of which it tells."""
    return make_article(
        report.text,
        id=name,
        title=report.title,
        outlet=report.newsroom,
        agency=report.newsroom if report.agency else "",
        published=f"{report.day.isoformat()}T{random.randint(*_EVENING)}:{random.randrange(60):02}",
    )
