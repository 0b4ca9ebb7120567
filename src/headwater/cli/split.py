"""`headwater split`: articles that belong to another story."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli.shelf import By, LibraryFile, Note, StoryId, opened, tell_decided

__all__ = ["split"]

Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of its articles that tell of another.")]


def split(story: StoryId, articles: Articles, note: Note = "", by: By = "", library: LibraryFile = None) -> None:
    """Decide that articles do not belong to a story; they become one of their own."""
    with opened(library) as shelf:
        tell_decided(shelf.split(story, *articles, note=note, by=by))
