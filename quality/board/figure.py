"""A figure of the board, as it is written to JSON."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Figure", "Result"]


class Figure(Struct, frozen=True):
    """What was measured: the value with its 95 % bootstrap interval, the rows it rests on, the seconds of its trial.

    `value`, `low` and `high` are None where there is no figure. `floor` is None where none is set for these data.
    """

    value: float | None
    low: float | None
    high: float | None
    rows: int
    seconds: float
    floor: float | None = None


class Result(Struct, frozen=True):
    """A figure with what the board says beside it: why there is none, and the notes of its sample."""

    name: str
    figure: Figure
    without: str = ""  # "not yet: ...", "no data: ...", "failed: ..."
    notes: tuple[str, ...] = ()
