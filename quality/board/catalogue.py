"""Which trials there are, and which of them a reader asked for."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pkgutil import iter_modules
from typing import Final

import quality.trials
from quality.board.metric import Metric
from quality.board.trial import Trial, Waiting

__all__ = ["GROUPS", "UnknownName", "choose", "metrics", "trials", "waiting"]

# The order of the board: the pipeline's.
GROUPS: Final = (
    "html", "dates", "quantities", "names", "places", "quotes", "stories", "incidents", "figures", "copying",
    "rewriting", "passages", "spun", "direction", "lines", "alignment", "support", "alterations", "check",
    "baghdad", "harbour",
)  # fmt: skip


class UnknownName(ValueError):
    """A name that is neither a figure nor a group of the board; the message lists what there is."""


@cache
def trials() -> Mapping[str, Trial]:
    """Every trial under its own name, which is that of its first figure."""
    found = [trial for module in _modules() for trial in getattr(module, "TRIALS", ())]
    return {trial.metrics[0].name: trial for trial in found}


@cache
def waiting() -> Mapping[str, Waiting]:
    """Every figure that no stage answers yet, by name."""
    found = [one for module in _modules() for one in getattr(module, "WAITING", ())]
    return {one.metric.name: one for one in found}


@cache
def metrics() -> Mapping[str, Metric]:
    """Every figure of the board by name, in the order of the board. Raises `ValueError` if two share a name."""
    found = [metric for trial in trials().values() for metric in trial.metrics]
    found += [one.metric for one in waiting().values()]
    if len({metric.name for metric in found}) < len(found):
        raise ValueError("two figures of the board have one name")
    return {metric.name: metric for metric in sorted(found, key=lambda metric: GROUPS.index(metric.group))}


def choose(names: Sequence[str]) -> tuple[str, ...]:
    """The figures that names of figures and groups stand for, in the order of the board; all of them for no names.

    Raises `UnknownName`.
    """
    unknown = [name for name in names if not any(_is_meant(metric, [name]) for metric in metrics().values())]
    if unknown:
        groups = ", ".join(sorted({metric.group for metric in metrics().values()}))
        raise UnknownName(
            f"{', '.join(unknown)}: no such figure; the groups are {groups}, and --list names the figures"
        )
    return tuple(name for name, metric in metrics().items() if not names or _is_meant(metric, names))


def _is_meant(metric: Metric, names: Iterable[str]) -> bool:
    return any(name in (metric.name, metric.group) for name in names)


def _modules() -> Iterator[object]:
    for found in iter_modules(quality.trials.__path__):
        yield importlib.import_module(f"quality.trials.{found.name}")
