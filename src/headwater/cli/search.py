"""`headwater search`: articles of the library by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli.shelf import LibraryFile, ListForm, Since, Until, opened, write_listing

__all__ = ["search"]

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS", help="All of them; in quotes side by side; flood* by beginning; -not; this OR that."
    ),
]
OutletOf = Annotated[str, typer.Option("--outlet", metavar="NAME", help="Of this outlet.")]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", help="So many at most, the best first.")]


def search(
    words: Words,
    since: Since = None,
    until: Until = None,
    outlet: OutletOf = "",
    limit: Limit = 20,
    form: ListForm = "text",
    library: LibraryFile = None,
) -> None:
    """Find articles of the library by their words, the best first."""
    from headwater.render.library.data import found_json
    from headwater.render.library.text import found_text

    with opened(library, read_only=True) as shelf:
        found = shelf.search(" ".join(words), since=since, until=until, outlet=outlet, limit=limit)
    write_listing(
        {
            "text": lambda width, colour: found_text(found, width=width, colour=colour),
            "json": lambda *_: found_json(found),
        },
        form,
    )
