"""The gist of a brief: what a list of stories says of it. Briefs that were kept before there were gists get theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from headwater.errors import LibraryLocked
from headwater.library import Gist, Spot, Store
from headwater.monitor.analyses import unpacked
from headwater.text.gazetteer import country_name
from headwater.types import Brief
from headwater.version import VERSION

__all__ = ["gist_of", "make_up"]

_AT_ONCE: Final = 100  # briefs that are opened when a library is; some milliseconds each
_DAY: Final = 10  # letters of an ISO day


def gist_of(brief: Brief) -> Gist:
    """What a list says of a story: its headline, how many lines, what is disputed and altered, when and where."""
    when = brief.event.when if brief.event is not None else None
    lines = brief.stemma.count
    return Gist(
        headline=brief.headline.text,
        articles=len(brief.articles),
        low=lines.low,
        best=lines.best,
        high=lines.high,
        conflicts=len(brief.conflicts),
        alterations=len(brief.alterations),
        happened=when.first[:_DAY] if when is not None else "",
        ended=when.last[:_DAY] if when is not None else "",
        spots=tuple(dict.fromkeys(_spots(brief))),
    )


def make_up(store: Store) -> int:
    """Make the gists of briefs that are kept without, the newest hundred; how many there were to make."""
    with store.reading() as view:
        kept = view.without_gist(VERSION, _AT_ONCE)
        briefs = [(one, unpacked(one)) for one in kept]
    made = [(one, gist_of(brief)) for one, brief in briefs if brief is not None]
    if made:
        with (
            suppress(LibraryLocked),
            store.writing() as batch,
        ):  # while another writes: they are made at the next opening
            for one, gist in made:
                batch.keep_gist(one.story, one.key, gist)
    return len(made)


def _spots(brief: Brief) -> Iterator[Spot]:
    """Where the articles together say it happened, then where the record of the event does."""
    for place in (brief.scene, brief.event.where if brief.event is not None else None):
        if place is not None:
            yield Spot(place.name, place.region, country_name(place.country))
