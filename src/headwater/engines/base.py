"""The few verbs that an engine offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from headwater.engines.meeting import Keys

__all__ = ["Engine"]

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Moves records; results come in the order that the docstrings state, whatever runs underneath.

    `headwater.testing.engines.check_engine` tells whether an engine of yours keeps these promises.
    """

    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        """`function` of each record, in the order of the records."""
        ...

    def pairs(self, keys: Iterable[tuple[str, Keys]], cap: int) -> list[tuple[str, str]]:
        """Pairs of ids that meet on a key shared by at most `cap` ids; each pair once, smaller id first, sorted.

        Keys are 64-bit hashes, in any order and number.
        """
        ...

    def components(self, nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """Connected components, each sorted, in the order of their first members."""
        ...
