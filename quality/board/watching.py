"""Runs an order while telling a reader, on the error stream, how far it has come."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from quality.board.figure import Result
from quality.board.run import Order, run

__all__ = ["watched"]


def watched(order: Order) -> list[Result]:
    """Every result of the order: a bar for each trial on a terminal, elsewhere a line as each figure is there."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return list(_told(order, console))
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
    ) as progress:
        bars: dict[str, TaskID] = {}

        def heard(trial: str, done: int, of: int) -> None:
            if trial not in bars:
                bars[trial] = progress.add_task(trial, total=None)
            if of:
                progress.update(bars[trial], completed=done, total=of)

        return list(run(order, heard))


def _told(order: Order, console: Console) -> Iterator[Result]:
    def heard(trial: str, done: int, of: int) -> None:
        if not of:
            console.print(f"{trial}: running", markup=False, highlight=False)

    for result in run(order, heard):
        shown = result.without or f"{result.figure.value}, {result.figure.seconds:.0f} s"
        console.print(f"{result.name}: {shown}", markup=False, highlight=False, soft_wrap=True)
        yield result
