"""How likely each edge is over all trees: edge marginals by the directed matrix-tree theorem (Tutte 1948).

Koo et al. (2007) and McDonald and Satta (2007) read them off the inverse of a Laplacian. Where texts point at each
other far more strongly than at the root, that inverse loses all its digits, so they are had here without a subtraction:
by Wilson's (1996) walk, text i is the parent of j in proportion to its weight times the chance that a walk from parent
to parent, begun at i, reaches the root before j; and such chances come, accurate to the last digit, from the
elimination of Grassmann, Taksar and Heyman (1985). Halving the texts that are eliminated keeps it at O(n^3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["edge_marginals"]

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]

_LEAST: Final = -80.0  # nats below a child's best parent; products of a few such odds are still numbers


def edge_marginals(weights: Mapping[Pair, float], root: str) -> dict[Pair, float]:
    """For each (parent, child) of `weights`, in nats, its share of all trees from `root`, each tree weighing e^sum.

    The marginals into each child add up to 1. Every child must be reachable from the root; edges into the root and
    from a text to itself are left out. Takes O(n^3) time and O(n^2) memory for n children.
    """
    pairs = sorted(pair for pair in weights if pair[1] != root and pair[0] != pair[1])
    place = {child: number for number, child in enumerate(sorted({child for _, child in pairs}))}
    best = np.full(len(place), -np.inf)
    for pair in pairs:
        best[place[pair[1]]] = max(best[place[pair[1]]], weights[pair])
    rates, exits = np.zeros((len(place), len(place))), np.zeros(len(place))
    for parent, child in pairs:
        to = place[child]
        odds = np.exp(max(_LEAST, weights[parent, child] - best[to]))
        if parent == root:
            exits[to] = odds
        else:
            rates[to, place[parent]] = odds
    found = rates * _escapes(rates, exits).T
    mass = found.sum(axis=1) + exits
    return {
        (parent, child): float((exits[to] if parent == root else found[to, place[parent]]) / mass[to])
        for parent, child in pairs
        for to in (place[child],)
    }


def _escapes(rates: Floats, exits: Floats) -> Floats:
    """For each pair (from, to) the chance that a walk from the first leaves by an exit before it meets the second.

    `rates[i, j]` are the odds to go from i to j, `exits[i]` those to leave; what stands at [i, i] is not read.
    """
    size = len(exits)
    found = np.zeros((size, size))
    if size < 2:
        return found
    half = size // 2
    for order in (np.arange(size), np.roll(np.arange(size), -half)):
        kept = half if order[0] == 0 else size - half
        found[np.ix_(order, order[:kept])] = _without(rates[np.ix_(order, order)], exits[order], kept)
    return found


def _without(rates: Floats, exits: Floats, kept: int) -> Floats:
    """The chances to escape the first `kept` texts: the others are eliminated, and had back from those."""
    size = len(exits)
    totals = np.zeros(size)
    for gone in range(size - 1, kept - 1, -1):
        totals[gone] = exits[gone] + rates[gone, :gone].sum()
        share = rates[:gone, gone] / totals[gone]
        rates[:gone, :gone] += np.outer(share, rates[gone, :gone])
        exits[:gone] += share * exits[gone]
    found = np.zeros((size, kept))
    found[:kept] = _escapes(rates[:kept, :kept], exits[:kept])
    for gone in range(kept, size):
        found[gone] = (exits[gone] + rates[gone, :gone] @ found[:gone]) / totals[gone]
    return found
