"""`headwater undo`: a decision that no longer holds."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli.shelf import By, LibraryFile, Note, opened, tell_decided

__all__ = ["undo"]

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Of the decision, as `headwater decisions` shows it.")]


def undo(number: Number, note: Note = "", by: By = "", library: LibraryFile = None) -> None:
    """Undo a decision. It stays in the log, and undoing that brings it back."""
    with opened(library) as shelf:
        tell_decided(shelf.undo(number, note=note, by=by))
