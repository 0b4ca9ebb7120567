"""`headwater example`: the bundled example, written to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.output import print_out
from headwater.text.printable import printable

__all__ = ["example"]


def example(folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")]) -> None:
    """Write the bundled example: seven invented reports of one invented event, with what is planted in them."""
    from headwater.examples import write_example

    print_out(f"wrote {printable(str(write_example(folder)))}")
