"""Names of outlets that copy: all invented."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

from headwater.testing.scribe.newsrooms.phrasings import world

__all__ = ["outlet_names"]


def outlet_names(random: Random) -> Iterator[str]:
    """Papers in a random order, without end: when all have copied, sites with numbers do."""
    papers = list(world().outlets.papers)
    random.shuffle(papers)
    yield from papers
    yield from (f"Newsreel {number}" for number in count(1))
