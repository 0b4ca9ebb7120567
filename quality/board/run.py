"""Runs trials, each in a process of its own, and turns their samples into figures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from queue import Empty
from typing import Protocol

from quality.board.bootstrap import interval
from quality.board.catalogue import trials, waiting
from quality.board.figure import Figure, Result
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, find_file

__all__ = ["Heard", "Order", "run"]

Heard = Callable[[str, int, int], None]  # trial, done, of; 0 of 0 when it starts
_TICK = 0.2  # seconds between looks at what the trials tell


class _Line(Protocol):
    """What a queue between processes is to us."""

    def put(self, item: tuple[str, int, int]) -> None: ...  # as in the standard library
    def get_nowait(self) -> tuple[str, int, int]: ...  # as in the standard library


@dataclass(frozen=True)
class Order:
    """What is asked for: the figures, the data folder, whether to be quick, and how many processes to use."""

    names: tuple[str, ...]
    data: Path
    quick: bool
    jobs: int


def run(order: Order, heard: Heard) -> Iterator[Result]:
    """A result for each figure asked for, trial by trial as they end; `heard` is told how far each has come.

    A trial that fails gives results that say so, and does not stop the others.
    """
    for name in order.names:
        if name in waiting():
            yield Result(name, _nothing(), f"not yet: {waiting()[name].missing}")
    chosen = [key for key, trial in trials().items() if any(metric.name in order.names for metric in trial.metrics)]
    absent = {key: _absent(order.data, trials()[key].files) for key in chosen}
    for key in chosen:
        if absent[key]:
            yield from _without(key, order, f"no data: {', '.join(absent[key])}")
    ready = sorted((key for key in chosen if not absent[key]), key=lambda key: (-_bytes(order.data, key), key))
    yield from _in_processes(ready, order, heard)


def _bytes(data: Path, key: str) -> int:
    """The size of a trial's data: the largest go first, so that no core waits for the last one long."""
    found = (find_file(data, name) for name in trials()[key].files)
    return sum(path.stat().st_size for path in found if path is not None)


def _absent(data: Path, files: Sequence[str]) -> list[str]:
    return [name for name in files if find_file(data, name) is None]


def _without(key: str, order: Order, why: str) -> Iterator[Result]:
    for metric in trials()[key].metrics:
        if metric.name in order.names:
            yield Result(metric.name, _nothing(), why)


def _nothing() -> Figure:
    return Figure(None, None, None, 0, 0.0)


def _in_processes(keys: Sequence[str], order: Order, heard: Heard) -> Iterator[Result]:
    context = get_context("spawn")  # a fork would copy locks that a library's threads hold
    apiece = None if order.quick else 1  # trials of a whole run leave much memory behind; quick ones share a model
    with context.Manager() as manager, ProcessPoolExecutor(order.jobs, context, max_tasks_per_child=apiece) as pool:
        line = manager.Queue()
        running = {pool.submit(_measure, key, order, line): key for key in keys}
        while running:
            time.sleep(_TICK)
            _pass_on(line, heard)
            for future in [future for future in running if future.done()]:
                yield from _results(future, running.pop(future), order)


def _results(future: Future[list[Result]], key: str, order: Order) -> Iterator[Result]:
    error = future.exception()
    if error is not None:
        yield from _without(key, order, f"failed: {type(error).__name__}: {error}")
    else:
        yield from future.result()


def _pass_on(line: _Line, heard: Heard) -> None:
    while True:
        try:
            heard(*line.get_nowait())
        except Empty:
            return


def _measure(key: str, order: Order, line: _Line) -> list[Result]:
    """Run one trial and bound its figures: in a process of its own."""
    line.put((key, 0, 0))
    start = time.perf_counter()
    samples = trials()[key].run(Task(order.data, order.quick, lambda done, of: line.put((key, done, of))))
    seconds = round(time.perf_counter() - start, 1)
    declared = {metric.name: metric for metric in trials()[key].metrics}
    if not samples.keys() <= declared.keys():
        raise ValueError(f"gives figures it does not name: {', '.join(sorted(samples.keys() - declared.keys()))}")
    return [_result(each, samples.get(each.name), seconds) for each in declared.values() if each.name in order.names]


def _result(metric: Metric, sample: Sample | None, seconds: float) -> Result:
    """The figure of a sample; none where there is nothing to measure it on, but that nothing of a kind was found."""
    name = metric.name
    if sample is None or not (sample.units or metric.count):
        return Result(name, _nothing(), "no data: no rows for it")
    value = float(sample.statistic(sample.units))
    low, high = interval(name, sample.units, sample.statistic)
    rows = len(sample.units) if sample.rows is None else sample.rows
    return Result(name, Figure(round(value, 6), round(low, 6), round(high, 6), rows, seconds), notes=sample.notes)
