"""Results in the order of their records, with a few records under way at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["results_in_order"]

T = TypeVar("T")
R = TypeVar("R")


def results_in_order(begin: Callable[[T], Callable[[], R]], records: Iterable[T], ahead: int) -> Iterator[R]:
    """The result of each record, in order: `begin` starts the work on one and gives what waits for its result.

    A record is read when the result of the one `ahead` places before it has been given.
    """
    under_way: deque[Callable[[], R]] = deque()
    for record in records:
        under_way.append(begin(record))
        if len(under_way) > ahead:
            yield under_way.popleft()()
    while under_way:
        yield under_way.popleft()()
