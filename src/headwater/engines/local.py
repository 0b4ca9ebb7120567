"""The engine of one process: exact and deterministic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from headwater.engines.meeting import Keys, pairs_on_keys

__all__ = ["LocalEngine"]

T = TypeVar("T")
R = TypeVar("R")


class LocalEngine:
    """Runs everything where it is called."""

    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        """`function` of each record, in the order of the records."""
        return map(function, records)

    def pairs(self, keys: Iterable[tuple[str, Keys]], cap: int) -> list[tuple[str, str]]:
        """Pairs of ids that meet on a key shared by at most `cap` ids; each pair once, smaller id first, sorted."""
        return pairs_on_keys(keys, cap)

    def components(self, nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """Connected components, each sorted, in the order of their first members (union-find)."""
        parent = {node: node for node in nodes}

        def root(node: str) -> str:
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        for left, right in edges:
            first, second = sorted((root(left), root(right)))
            parent[second] = first
        groups: dict[str, list[str]] = defaultdict(list)
        for node in sorted(parent):
            groups[root(node)].append(node)
        return sorted(tuple(members) for members in groups.values())
