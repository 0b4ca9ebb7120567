"""Groups of event words by average linkage: a correlation clustering in the manner of Bansal et al. (2004).

The likest pair is joined first, and two groups join while the mean chance over all pairs between them stands; pairs
that were never compared, because nothing in their words meets, count as chance 0.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping

__all__ = ["average_linkage"]

Pair = tuple[int, int]


def average_linkage(size: int, chances: Mapping[Pair, float], least: float) -> list[list[int]]:
    """The groups of `0 .. size - 1`, each sorted, in order of their first members.

    `chances` by pairs with the smaller number first; groups join from a mean of `least`, which is above 0. Of equal
    means the pair with the smaller numbers comes first.
    """
    members = {item: [item] for item in range(size)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), chance in chances.items():
        sums[one][other] = sums[other][one] = chance
    heap = [(-chance, one, other) for (one, other), chance in chances.items() if chance >= least]
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        if one in members and other in members and -mean == _mean(sums, members, one, other):
            for third in _merge(sums, members, one, other):
                pair = min(one, third), max(one, third)
                if (joined := _mean(sums, members, *pair)) >= least:
                    heapq.heappush(heap, (-joined, *pair))
    return [sorted(group) for _, group in sorted(members.items())]


def _mean(sums: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], one: int, other: int) -> float:
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _merge(sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int) -> list[int]:
    """Join `other` to `one`, the smaller number; returns the groups that have a chance with what is now `one`."""
    members[one] += members.pop(other)
    for third, chance in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + chance
    return sorted(sums[one])
