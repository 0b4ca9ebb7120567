"""How a run ends: the exit codes, and what standard error is told where it goes wrong."""

from __future__ import annotations

import os
from typing import Final, Never

import typer

from headwater.text.printable import printable
from headwater.version import VERSION

__all__ = ["DEFECT", "NOTHING", "PARTIAL", "STOPPED", "UNSUPPORTED", "USAGE", "complain", "report", "stop"]

NOTHING, USAGE, PARTIAL, UNSUPPORTED, DEFECT, STOPPED = 1, 2, 3, 4, 70, 130

_LONGEST_MESSAGE: Final = 2000


def complain(message: str) -> None:
    """One line on standard error, in which nothing from outside can move the cursor."""
    typer.echo(f"headwater: {printable(message, _LONGEST_MESSAGE)}", err=True)


def stop(message: str, code: int) -> Never:
    """Say why in one line, and end with the code."""
    complain(message)
    raise SystemExit(code)


def report(defect: Exception) -> Never:
    """Ask the user to report what nobody foresaw. Raises it as it is where HEADWATER_DEBUG is set."""
    if os.environ.get("HEADWATER_DEBUG"):
        raise defect
    complain(f"this is a defect in headwater {VERSION}, please report it: {type(defect).__name__}: {defect}")
    stop("set HEADWATER_DEBUG=1 to see where it happened", DEFECT)
