"""`headwater export`: what the library keeps, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.output import print_out
from headwater.cli.shelf import LibraryFile, opened
from headwater.text.printable import printable

__all__ = ["export"]

Target = Annotated[
    Path,
    typer.Argument(
        metavar="TARGET",
        help="articles.jsonl, articles.parquet, stories.jsonl, stories.csv, decisions.jsonl or a folder.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Write over what is there.")]


def export(target: Target, force: Force = False, library: LibraryFile = None) -> None:
    """Write articles, stories or decisions to a file that is named after them, or all of it to a folder."""
    with opened(library, read_only=True) as shelf:
        for path, number in shelf.export(target, force=force):
            print_out(f"{number:,} written to {printable(str(path))}")
