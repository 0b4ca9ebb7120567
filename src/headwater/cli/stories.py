"""`headwater stories`: the stories of the library."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from headwater.cli.options import Output
from headwater.cli.shelf import LibraryFile, Since, Until, opened, write_listing

__all__ = ["stories"]

Words = Annotated[str, typer.Option("--query", metavar="WORDS", help="With an article that these words are found in.")]
OutletOf = Annotated[str, typer.Option("--outlet", metavar="NAME", help="With an article of this outlet.")]
PlaceOf = Annotated[
    str, typer.Option("--place", metavar="NAME", help="Read ones that happened in this place or country.")
]
Disputed = Annotated[bool, typer.Option("--disputed", help="Read ones on which the lines of reporting differ.")]
SingleLine = Annotated[bool, typer.Option("--single-line", help="Read ones whose articles are all one line.")]
Altered = Annotated[bool, typer.Option("--altered", help="Read ones of which copies altered something.")]
WasRead = Annotated[bool | None, typer.Option("--read/--unread", help="Read as they stand; or not, or changed since.")]
After = Annotated[int, typer.Option("--after", metavar="N", help="Leave out the first N.")]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", help="So many at most, the newest first.")]
SheetForm = Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text, json or csv.")]


def stories(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    since: Since = None,
    until: Until = None,
    query: Words = "",
    outlet: OutletOf = "",
    place: PlaceOf = "",
    disputed: Disputed = False,
    single_line: SingleLine = False,
    altered: Altered = False,
    read: WasRead = None,
    limit: Limit = 50,
    after: After = 0,
    form: SheetForm = "text",
    output: Output = None,
    library: LibraryFile = None,
) -> None:
    """List the stories of the library, the newest first."""
    from headwater.render.library.data import stories_csv, stories_json
    from headwater.render.library.text import stories_text

    with opened(library, read_only=True) as shelf:
        found = shelf.stories(
            since=since,
            until=until,
            query=query,
            outlet=outlet,
            place=place,
            disputed=disputed,
            single_line=single_line,
            altered=altered,
            read=read,
            limit=limit,
            after=after,
        )
    text = partial(stories_text, found)
    write_listing(
        {
            "text": lambda width, colour: text(width=width, colour=colour),
            "json": lambda *_: stories_json(found),
            "csv": lambda *_: stories_csv(found),
        },
        form,
        output,
    )
