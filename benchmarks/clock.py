"""Measured runs: CPU time of the process, time on the wall, and the rates that follow."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

__all__ = ["Run", "timed", "words_in"]


class Run(NamedTuple):
    """What was done to how much text in how long. Times are seconds; `cpu` is that of all the process's threads."""

    name: str
    articles: int
    words: int
    cpu: float
    wall: float

    @property
    def articles_a_minute(self) -> float:
        """Articles a minute of CPU time."""
        return 60 * self.articles / self.cpu

    @property
    def words_a_second(self) -> float:
        """Words a second of CPU time."""
        return self.words / self.cpu


def timed(name: str, work: Callable[[], Sequence[str]]) -> tuple[Run, Sequence[str]]:
    """Do a piece of work that gives texts; return the measured run and the texts."""
    cpu, wall = time.process_time(), time.perf_counter()
    texts = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Run(name, len(texts), words_in(texts), cpu, wall), texts


def words_in(texts: Sequence[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)
