"""The engine of several processes, for work that holds the interpreter's lock: plain Python, the parser."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import Connection, wait
from threading import Thread
from types import TracebackType
from typing import Self, TypeVar

from headwater.engines.ahead import results_in_order
from headwater.engines.local import LocalEngine

__all__ = ["ProcessEngine"]

T = TypeVar("T")
R = TypeVar("R")


class ProcessEngine(LocalEngine):
    """Shares records out to processes of their own; use it in a `with`, at whose end they end.

    The function, the records and the results must be picklable. The processes start with the first `map`, and each
    imports what the function needs, so a script that uses them needs `if __name__ == "__main__":`. Where none can be
    started, or one is lost, the work is done here. They end with this process, however it ends.
    """

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the processes at once, whatever they have in hand."""
        if self._lifeline is not None:
            self._lifeline.close()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = self._lifeline = None

    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        """`function` of each record, in the order of the records, which are read only a few ahead of the results."""
        if self.workers == 1:
            return map(function, records)
        return results_in_order(functools.partial(self._begin, function), records, ahead=2 * self.workers)

    def _begin(self, function: Callable[[T], R], record: T) -> Callable[[], R]:
        """Hand a record to a process; where there is none, it waits for its turn here."""
        try:
            result = self._started().submit(function, record)
        except (BrokenExecutor, OSError):
            return functools.partial(function, record)
        return functools.partial(_awaited, result, function, record)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")  # of the ways to start, the one that is safe among threads
            theirs, self._lifeline = spawn.Pipe(duplex=False)
            self._pool = ProcessPoolExecutor(self.workers, spawn, initializer=_prepare, initargs=(theirs,))
        return self._pool


def _awaited(result: Future[R], function: Callable[[T], R], record: T) -> R:
    """What the process gives; what it would have given if it was lost."""
    try:
        return result.result()
    except BrokenExecutor:
        return function(record)


def _prepare(lifeline: Connection) -> None:
    """In a new process: leave the keyboard to the one that started it, and end when it lets go of the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """The other end closes by order, or with the process that holds it, however that ends."""
    wait([lifeline])
    os._exit(1)
