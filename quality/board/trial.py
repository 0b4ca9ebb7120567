"""A trial: one run over some files of the data, which gives the samples behind one or more figures.

A figure is a statistic of units that were drawn from the world: articles, pairs, stories, random sets. A trial hands
over the units and the statistic, not the figure, so that the board can draw the units again and say how far the
figure could lie elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from quality.board.metric import Metric

__all__ = ["Sample", "Task", "Trial", "Waiting", "find_file", "parted", "spread"]

T = TypeVar("T")


@dataclass(frozen=True)
class Sample:
    """The units behind a figure and the statistic over any draw of them.

    `rows` is how many rows of the data were scored, where that is not the number of units. `notes` are lines for
    the verbose board: hits and misses by id, never third-party text.
    """

    units: Sequence[Any]  # each trial has its own kind of unit, and hands it to its own statistic only
    statistic: Callable[[Sequence[Any]], float]
    rows: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """What a trial is told: where the data lie, whether to be quick, and whom to tell how far it has come."""

    data: Path
    quick: bool
    tell: Callable[[int, int], None]  # done, of

    def file(self, name: str) -> Path:
        """The path of a data file. Raises `FileNotFoundError`."""
        found = find_file(self.data, name)
        if found is None:
            raise FileNotFoundError(f"{name}: not in {self.data}")
        return found

    def read(self, name: str, kind: type[T]) -> list[T]:
        """Every row of a JSON Lines file. Raises `ValueError` naming file and line of a row of another form."""
        rows = []
        with self.file(name).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    rows.append(msgspec.json.decode(line, type=kind))
                except msgspec.MsgspecError as error:
                    raise ValueError(f"{name}, line {number}: {error}") from error
        return rows

    def sample(self, rows: Sequence[T], full: int, quick: int) -> list[T]:
        """At most `full` rows, or `quick` on a quick run, spread evenly over all of them."""
        return spread(rows, quick if self.quick else full)

    def watch(self, items: Iterable[T], of: int) -> Iterator[T]:
        """The items, telling after each how far the trial has come."""
        for number, item in enumerate(items, 1):
            yield item
            self.tell(number, of)


@dataclass(frozen=True)
class Trial:
    """One run: the figures it gives, the data files it reads, and the function that gives a sample for each figure.

    `run` returns samples under the full names of the figures. `files` are paths below the data folder, none for a
    trial that makes its own data.
    """

    metrics: tuple[Metric, ...]
    files: tuple[str, ...]
    run: Callable[[Task], Mapping[str, Sample]]


@dataclass(frozen=True)
class Waiting:
    """A figure that no stage answers yet, and what is missing."""

    metric: Metric
    missing: str


def find_file(data: Path, name: str) -> Path | None:
    """Where a data file or folder lies; stories may lie in the data folder or beside it. None if it is not there."""
    places = [data / name, data.parent / name] if name.startswith("stories/") else [data / name]
    return next((place for place in places if place.exists()), None)


def spread(rows: Sequence[T], most: int) -> list[T]:
    """`most` of the rows, evenly spaced; all of them if there are fewer."""
    if len(rows) <= most:
        return list(rows)
    return [rows[number * len(rows) // most] for number in range(most)]


def parted(items: Sequence[T], sizes: Mapping[str, int]) -> dict[str, Sequence[T]]:
    """The items of several sets read as one, parted again, the first set's first; ids may be the same over sets."""
    rest = iter(items)
    return {name: list(islice(rest, size)) for name, size in sizes.items()}
