"""`headwater config`: what is in force, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli import in_force
from headwater.cli.output import print_out
from headwater.text.printable import printable

if TYPE_CHECKING:
    from headwater.config import Config

__all__ = ["config"]

Example = Annotated[bool, typer.Option("--example", help="Print a file that says what each key means.")]


def config(example: Example = False) -> None:
    """Show each value that is in force and where it comes from: a default, a file and line, or the environment."""
    from headwater.config import example_file

    print_out(example_file() if example else _listing(in_force.config()))


def _listing(found: Config) -> str:
    """Three columns: key, value, where it comes from; then the files that were read."""
    rows = [(one.key.dotted, printable(one.shown), printable(one.origin)) for one in found.values]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{key:<{wide[0]}}  {value:<{wide[1]}}  {origin}" for key, value, origin in rows]
    read = ", ".join(map(printable, found.files)) or "no file"
    return "\n".join([*lines, "", f"read: {read}"])
