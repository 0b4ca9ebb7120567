"""The likeliest tree over texts: a maximum spanning arborescence by contraction (Chu and Liu 1965; Edmonds 1967).

A kernel of our own, because the graphs are small (one line's distinct texts) and the library that has it takes longer
to import than the five-article story to trace. Tests hold it against that library.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

__all__ = ["maximum_arborescence"]

Pair = tuple[str, str]


class _Link(NamedTuple):
    """An edge of the contracted graph: its reduced weight, and the pair (parent, child) it stands for."""

    weight: float
    origin: Pair


Links = Mapping[tuple[Hashable, Hashable], _Link]


def maximum_arborescence(weights: Mapping[Pair, float], root: str) -> tuple[Pair, ...]:
    """The pairs (parent, child), sorted, of the tree from `root` to every child in `weights` with the largest sum.

    Of equal trees the one with the later names is taken, so that the order of `weights` decides nothing. Every child
    must be reachable from the root.
    """
    links: dict[tuple[Hashable, Hashable], _Link] = {
        pair: _Link(weight, pair) for pair, weight in weights.items() if pair[1] != root and pair[0] != pair[1]
    }
    return tuple(sorted(_branching(links)))


def _branching(links: Links) -> set[Pair]:
    best: dict[Hashable, tuple[_Link, Hashable]] = {}
    for (parent, child), link in links.items():
        if child not in best or link > best[child][0]:
            best[child] = (link, parent)
    cycle = _cycle({child: parent for child, (_, parent) in best.items()})
    if not cycle:
        return {link.origin for link, _ in best.values()}
    chosen = _branching(_contracted(links, cycle, {child: best[child][0].weight for child in cycle}))
    entering = {link.origin: child for (parent, child), link in links.items() if child in cycle and parent not in cycle}
    broken = next(entering[origin] for origin in chosen if origin in entering)
    return chosen | {best[child][0].origin for child in cycle if child != broken}


def _cycle(parents: Mapping[Hashable, Hashable]) -> frozenset[Hashable]:
    """The nodes of one cycle that following the parents runs into, empty if there is none."""
    done: set[Hashable] = set()
    for start in parents:
        path: dict[Hashable, None] = {}
        node = start
        while node in parents and node not in done and node not in path:
            path[node] = None
            node = parents[node]
        if node in path:
            nodes = list(path)
            return frozenset(nodes[nodes.index(node) :])
        done.update(path)
    return frozenset()


def _contracted(links: Links, cycle: frozenset[Hashable], inside: Mapping[Hashable, float]) -> Links:
    """The graph with the cycle as one node; an edge into it weighs what it gains over the cycle's own edge."""
    found: dict[tuple[Hashable, Hashable], _Link] = {}
    for (parent, child), link in links.items():
        ends = (cycle if parent in cycle else parent, cycle if child in cycle else child)
        if ends[0] == ends[1]:
            continue
        reduced = _Link(link.weight - inside[child], link.origin) if child in cycle else link
        found[ends] = max(found.get(ends, reduced), reduced)
    return found
