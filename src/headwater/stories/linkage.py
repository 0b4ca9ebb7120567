"""Average linkage over a sparse graph: pairs that nobody compared count as strangers, bounds are kept.

The two groups whose members are on average most alike are joined until none are alike any more (Sokal and Michener
1958), a greedy answer to correlation clustering (Bansal, Blum and Chawla 2004). It does not depend on the order of the
nodes but for ties, and one bridge between two stories does not join them: chaining needs the mean, not the best pair.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

__all__ = ["linked"]

Apart = Callable[[frozenset[int], frozenset[int]], bool]


class _Groups:
    """Groups of nodes with the summed log-odds between them, over what two strangers have."""

    def __init__(self, groups: Iterable[frozenset[int]], scores: Mapping[tuple[int, int], float], least: float) -> None:
        self.least = least
        self.members = dict(enumerate(sorted(groups, key=min)))
        self.sums: dict[int, dict[int, float]] = {group: {} for group in self.members}
        self.next = len(self.members)
        home = {node: group for group, nodes in self.members.items() for node in nodes}
        for (one, other), score in sorted(scores.items()):
            if home[one] != home[other]:
                self._raise(home[one], home[other], score - least)

    def mean(self, one: int, other: int) -> float:
        """The mean log-odds of the pairs between two groups."""
        pairs = len(self.members[one]) * len(self.members[other])
        return self.least + self.sums[one].get(other, 0.0) / pairs

    def join(self, one: int, other: int) -> int:
        """Make two groups one, of a new number."""
        joined, self.next = self.next, self.next + 1
        self.members[joined] = self.members.pop(one) | self.members.pop(other)
        sums = (self.sums.pop(one), self.sums.pop(other))
        self.sums[joined] = {}
        for group, value in (item for each in sums for item in sorted(each.items())):
            if group not in (one, other):
                self._raise(joined, group, value)
                self.sums[group].pop(one, None)
                self.sums[group].pop(other, None)
        return joined

    def _raise(self, one: int, other: int, by: float) -> None:
        self.sums[one][other] = self.sums[one].get(other, 0.0) + by
        self.sums[other][one] = self.sums[one][other]


def linked(
    groups: Iterable[frozenset[int]], scores: Mapping[tuple[int, int], float], least: float, apart: Apart
) -> list[frozenset[int]]:
    """The groups after joining, in the order of their first nodes.

    `groups` partition the nodes: what belongs together from the start. `scores` are log-odds by pair of nodes, each
    pair once; a pair that is not there has `least`, below 0. `apart` says which groups must not be joined.
    """
    held = _Groups(groups, scores, least)
    heap = [(-held.mean(one, other), one, other) for one in held.sums for other in held.sums[one] if one < other]
    heapq.heapify(heap)
    while heap and heap[0][0] < 0:
        _, one, other = heapq.heappop(heap)
        if one in held.members and other in held.members and not apart(held.members[one], held.members[other]):
            joined = held.join(one, other)
            for group in held.sums[joined]:
                heapq.heappush(heap, (-held.mean(group, joined), group, joined))
    return sorted(held.members.values(), key=min)
