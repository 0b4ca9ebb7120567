"""`headwater merge`: stories that are one."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli.shelf import By, LibraryFile, Note, StoryId, opened, tell_decided

__all__ = ["merge"]

Others = Annotated[list[str], typer.Argument(metavar="STORY...", help="The stories that belong to it.")]


def merge(story: StoryId, others: Others, note: Note = "", by: By = "", library: LibraryFile = None) -> None:
    """Decide that stories are one; the articles of the others come into the first."""
    with opened(library) as shelf:
        tell_decided(*shelf.merge(story, *others, note=note, by=by))
