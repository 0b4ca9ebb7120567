"""Floors: the figure below which a change may not fall, kept in a file with the digest of the data.

Floors only rise. One is lowered by name, with a reason that stays in the file; other data are no excuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, floor
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from quality.board.figure import Figure
from quality.board.metric import Metric

__all__ = ["Floor", "Floors", "Lowered", "is_below", "load_floors", "lowered", "raised", "save_floors"]

_PLACES: Final = 10_000  # floors are kept to four decimals, rounded to the lenient side


class Floor(Struct, frozen=True):
    """The floor of one figure (a ceiling where lower is better), and the digest of the data it was measured on."""

    value: float
    data: str


class Lowered(Struct, frozen=True):
    """A floor that was given up, and why."""

    name: str
    was: float
    became: float
    reason: str


class Floors(Struct, frozen=True):
    """The floors by figure, and every lowering there was."""

    floors: dict[str, Floor] = {}
    lowered: tuple[Lowered, ...] = ()

    def at(self, name: str, data: str | None) -> float | None:
        """The floor of a figure on the data of that digest, on any data if None; None if there is none."""
        found = self.floors.get(name)
        return found.value if found is not None and data in (None, found.data) else None


def load_floors(path: Path) -> Floors:
    """Read the file; no file is no floors. Raises `ValueError` naming the file if it is of another form."""
    if not path.is_file():
        return Floors()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path}: not a file of floors: {error}") from error


def save_floors(floors: Floors, path: Path) -> None:
    """Write the file, figures in alphabetical order."""
    ordered = replace(floors, floors=dict(sorted(floors.floors.items())))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def is_below(metric: Metric, figure: Figure) -> bool:
    """Whether a figure breaks its floor. One with no value breaks any floor; one without a floor breaks none."""
    if figure.floor is None:
        return False
    return figure.value is None or metric.is_worse(_lenient(metric, figure.value), figure.floor)


def raised(
    floors: Floors, metrics: Iterable[Metric], figures: Mapping[str, Figure], digests: Mapping[str, str]
) -> Floors:
    """The floors with each figure that reaches its floor made the floor, on these data; the others as they were."""
    new = dict(floors.floors)
    for metric in metrics:
        value = figures[metric.name].value
        before = floors.floors.get(metric.name)
        if value is not None and (before is None or not metric.is_worse(_lenient(metric, value), before.value)):
            new[metric.name] = Floor(_lenient(metric, value), digests[metric.name])
    return replace(floors, floors=new)


def lowered(floors: Floors, metric: Metric, figure: Figure, digest: str, reason: str) -> Floors:
    """The floors with this one lowered to the figure, and the reason kept. Raises `ValueError` if it is not lower."""
    before = floors.floors.get(metric.name)
    if before is None or figure.value is None:
        raise ValueError(f"{metric.name}: has no floor or no figure; nothing to lower")
    kept = _lenient(metric, figure.value)
    if not metric.is_worse(kept, before.value):
        raise ValueError(f"{metric.name}: {kept} is no worse than its floor {before.value}; nothing to lower")
    if not reason.strip():
        raise ValueError(f"{metric.name}: say why with --because")
    note = Lowered(metric.name, before.value, kept, reason.strip())
    return Floors({**floors.floors, metric.name: Floor(kept, digest)}, (*floors.lowered, note))


def _lenient(metric: Metric, value: float) -> float:
    scaled = value * _PLACES
    near = round(scaled)
    if abs(scaled - near) < 1e-6:  # what is written as .7 should not become .6999
        return near / _PLACES
    return (ceil(scaled) if metric.lower_is_better else floor(scaled)) / _PLACES
