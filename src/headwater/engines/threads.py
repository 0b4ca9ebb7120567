"""The engine of one process with several threads, for work that lets go of the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from headwater.engines.ahead import results_in_order
from headwater.engines.local import LocalEngine

__all__ = ["ThreadEngine"]

T = TypeVar("T")
R = TypeVar("R")


class ThreadEngine(LocalEngine):
    """Runs compiled kernels side by side on shared arrays: no second process, no copies of what is read.

    Work that holds the lock (plain Python, the parser) gains nothing here.
    """

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)

    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        """`function` of each record, in the order of the records, which are read only a few ahead of the results."""
        if self.workers == 1:
            yield from map(function, records)
            return
        with ThreadPoolExecutor(self.workers) as pool:
            yield from results_in_order(lambda record: pool.submit(function, record).result, records, self.workers)
