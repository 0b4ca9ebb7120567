"""A reader's word on which articles belong together and which apart; no clustering goes against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from headwater.types import Decision, DecisionKind

__all__ = ["NO_BOUNDS", "Bounds", "bounds_of"]


class Bounds:
    """Which articles are bound to one story, and which to different ones. Where both are said, the later word holds."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        """Take the decisions that hold, in the order they were made; those on other matters are passed over."""
        together: dict[frozenset[str], bool] = {}
        for decision in decisions:
            for pair in _pairs(decision):
                together.pop(pair, None)
                together[pair] = decision.kind is DecisionKind.TOGETHER
        self._together = _neighbours(pair for pair, joined in together.items() if joined)
        self._apart = _neighbours(pair for pair, joined in together.items() if not joined)

    def together(self, article: str) -> frozenset[str]:
        """The articles that were said to belong to the story of `article`."""
        return self._together.get(article, frozenset())

    def apart(self, article: str) -> frozenset[str]:
        """The articles that were said to belong to another story than `article`."""
        return self._apart.get(article, frozenset())

    def __bool__(self) -> bool:
        return bool(self._together or self._apart)


def bounds_of(decisions: Iterable[Decision]) -> Bounds:
    """The bounds that the decisions of a log set; what was undone no longer holds, an undoing included."""
    held: list[Decision] = []
    undone: set[int] = set()
    for decision in reversed(tuple(decisions)):
        if decision.number and decision.number in undone:
            continue
        if decision.kind is DecisionKind.UNDO:
            undone.add(decision.undoes)
        else:
            held.append(decision)
    return Bounds(reversed(held))


def _pairs(decision: Decision) -> Iterator[frozenset[str]]:
    """The pairs of articles that a decision on stories is about."""
    if decision.kind is DecisionKind.APART:
        yield from (frozenset((one, other)) for one in decision.left for other in decision.right if one != other)
    elif decision.kind is DecisionKind.TOGETHER:
        everyone = (*decision.left, *decision.right)
        yield from (frozenset((everyone[0], other)) for other in everyone[1:] if other != everyone[0])


def _neighbours(pairs: Iterable[frozenset[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        one, other = sorted(pair)
        found[one].add(other)
        found[other].add(one)
    return {article: frozenset(others) for article, others in found.items()}


NO_BOUNDS = Bounds()
"""Nobody said anything."""
