"""The engine of one process with several threads, for work that lets go of the interpreter's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

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
            under_way: deque[Future[R]] = deque()
            for record in records:
                under_way.append(pool.submit(function, record))
                if len(under_way) > self.workers:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
