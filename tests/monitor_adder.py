"""`headwater add` in a process of its own, in batches so small that it can be interrupted between them.

The processes are forks of one that has imported everything, so that one more costs hardly anything.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from pathlib import Path
from typing import Final

import headwater.monitor.library  # imported for the forks, as the next is
import headwater.render.library.addition  # noqa: F401
from headwater.cli import main
from headwater.monitor import batches

__all__ = ["BATCH", "Adder"]

BATCH: Final = 3
"""Articles that are committed at once."""

_WAIT: Final = 120  # seconds after which a test would rather fail than hang


class Adder:
    """One `headwater add`, begun at once; it works alone unless it may use several `jobs`."""

    def __init__(self, place: Path, *sources: Path, jobs: int = 1) -> None:
        self._told = place.with_name(f"told-{len(list(place.parent.glob('told-*')))}.txt")
        self._told.touch()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__])
        arguments = ("headwater", "add", *map(str, sources), "--jobs", str(jobs))
        self._process = context.Process(target=_run, args=(place, self._told, arguments))
        self._process.start()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal, as long as it is there."""
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, number)

    def ended(self) -> tuple[int | None, str]:
        """Wait for its end: its exit status, and what it told on both streams."""
        self._process.join(_WAIT)
        assert self._process.exitcode is not None, "it does not end"
        return self._process.exitcode, self._told.read_text(encoding="utf-8")


def _run(place: Path, told: Path, arguments: tuple[str, ...]) -> None:
    """What the process does."""
    with told.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.environ.update(HEADWATER_LIBRARY=str(place), HEADWATER_CONFIG=os.devnull)
    batches.BATCH = BATCH  # type: ignore[misc]  # final for everybody else
    sys.argv = list(arguments)
    main()
