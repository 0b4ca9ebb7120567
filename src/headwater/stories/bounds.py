"""A reader's word on which articles belong together and which apart; no clustering goes against it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from headwater.decisions import UNSETTLED, Settled, standing, stories_decided
from headwater.types import Decision

__all__ = ["NO_BOUNDS", "Bounds", "bounds_of"]


class Bounds:
    """Which articles are bound to one story, and which to different ones."""

    def __init__(self, settled: Settled = UNSETTLED) -> None:
        """Take what readers settled."""
        self._together = {article: frozenset(group) - {article} for group in settled.same for article in group}
        self._apart = _neighbours(settled.apart)
        self.same = settled.same

    def together(self, article: str) -> frozenset[str]:
        """The articles that were said to belong to the story of `article`."""
        return self._together.get(article, frozenset())

    def apart(self, article: str) -> frozenset[str]:
        """The articles that were said to belong to another story than `article`, those bound to either included."""
        barred = {other for each in (article, *self.together(article)) for other in self._apart.get(each, ())}
        return frozenset(itertools.chain(barred, *(self.together(other) for other in barred)))

    def __bool__(self) -> bool:
        return bool(self._together or self._apart)


def bounds_of(decisions: Iterable[Decision]) -> Bounds:
    """The bounds that the decisions of a log set, in the order of the log: of contradictions the later one holds."""
    return Bounds(stories_decided(standing(tuple(decisions))))


def _neighbours(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {article: frozenset(others) for article, others in found.items()}


NO_BOUNDS: Final = Bounds()
"""Nobody said anything."""
