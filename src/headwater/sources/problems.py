"""What was wrong with a large archive: told one by one, but not without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.errors import InputError

__all__ = ["Problems"]

_MOST: Final = 1000  # kept; whoever has more has a broken archive


class Problems:
    """Collects problems while an archive is read. `failed` counts what had to be left out."""

    def __init__(self) -> None:
        self.failed = 0
        self._lines: list[str] = []
        self._all = 0

    def add(self, problem: InputError) -> None:
        """Keep a problem; a plain `InputError` is a remark that did no harm, as of a file handed in twice."""
        harmless = type(problem) is InputError
        self.failed += not harmless
        self._all += 1
        if len(self._lines) < _MOST:
            self._lines.append(f"note: {problem}" if harmless else f"left out {problem}")

    def lines(self) -> Iterator[str]:
        """A line for each of the first thousand problems, in the order of reading, and one that counts the rest."""
        yield from self._lines
        if self._all > len(self._lines):
            yield f"and {self._all - len(self._lines):,} more"
