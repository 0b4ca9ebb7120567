"""What a run tells on standard error beside its output: progress, and inputs that could not be used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from headwater.cli.exits import complain

if TYPE_CHECKING:
    from headwater.sources import Gathered
    from headwater.sources.pair import Pair

__all__ = ["Progress", "problems_of", "progress", "tell_problems"]

_MOST_TOLD: Final = 20  # lines on standard error about inputs; what is written has them all

Progress = Callable[[str], None]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A status line on standard error if a person is looking; silence in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("starting") as status:
        yield lambda message: status.update(escape(message))


def problems_of(gathered: Gathered | Pair) -> Iterator[str]:
    """A line for each input that could not be used, then a line for each remark that did no harm."""
    failed = {(failure.name, failure.reason) for failure in gathered.failures}
    yield from (f"left out {failure}" for failure in gathered.failures)
    for one in gathered.left_out:
        if (one.name, one.reason) not in failed:
            yield f"note: {one.name}: {one.reason}"


def tell_problems(problems: Iterable[str], written: str = "brief") -> None:
    """The first problems, a line each; `written` has all of them."""
    told = tuple(problems)
    for line in told[:_MOST_TOLD]:
        complain(line)
    if len(told) > _MOST_TOLD:
        complain(f"and {len(told) - _MOST_TOLD} more, all named in the {written}")
