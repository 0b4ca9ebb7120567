"""The library that a command works on, and the options that the commands on it share."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from headwater.cli.in_force import config
from headwater.cli.options import output_file
from headwater.cli.output import check_output, print_out, write_page
from headwater.errors import LibraryError, LibraryOlder, OptionError
from headwater.render.characters import one_line

if TYPE_CHECKING:
    from headwater.monitor import Library
    from headwater.settings import Settings
    from headwater.types import Decision

__all__ = [
    "By",
    "LibraryFile",
    "ListForm",
    "Note",
    "Since",
    "StoryId",
    "Until",
    "looked_into",
    "opened",
    "story_meant",
    "tell_decided",
    "write_listing",
]

LibraryFile: TypeAlias = Annotated[
    str | None, typer.Option("--library", metavar="FILE", help="Another library than that of the configuration.")
]
ListForm: TypeAlias = Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")]
StoryId: TypeAlias = Annotated[
    str, typer.Argument(metavar="STORY", help="Id of a story, as `headwater stories` shows it, or its beginning.")
]
Since: TypeAlias = Annotated[str | None, typer.Option(metavar="DAY", help="From this day on: 2024-04-15.")]
Until: TypeAlias = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day, and it too.")]
Note: TypeAlias = Annotated[str, typer.Option("--note", metavar="WORDS", help="Your reason, kept with the decision.")]
By: TypeAlias = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]

_WIDEST: Final = 100  # columns; longer lines are hard to read
_STORY: Final = re.compile(r"[a-z0-9-]+")

Page: TypeAlias = Callable[[int | None, bool], str]


def opened(library: str | None, settings: Settings | None = None, *, read_only: bool = False) -> Library:
    """The library of an option or the configuration; it works with `settings`, or with those in force.

    One that an older headwater wrote is brought up to date first, also where it is only to be read.
    """
    from headwater.monitor import Library

    in_force = config()
    if library is None and not read_only:
        in_force.make_room()
    where, chosen = library or in_force.library, settings or in_force.settings({})
    try:
        return Library(where, settings=chosen, read_only=read_only)
    except LibraryOlder:
        Library(where, settings=chosen).close()
        return Library(where, settings=chosen, read_only=True)


@contextmanager
def looked_into(library: str | None, settings: Settings) -> Iterator[Library]:
    """The library, to read only; an empty one of the moment where there is none yet, so that none is made."""
    from headwater.monitor import Library

    where = library or config().library
    if "://" in where or Path(where).exists():
        with opened(library, settings, read_only=True) as shelf:
            yield shelf
        return
    with TemporaryDirectory() as folder, Library(Path(folder) / "empty.sqlite", settings=settings) as shelf:
        yield shelf


def story_meant(inputs: Sequence[str], library: str | None) -> str | None:
    """The story of the library that the one input names; None where it names an input.

    A file or folder of that name goes before a story, and what has a dot or slash in it is never a story.
    """
    if len(inputs) != 1 or not _STORY.fullmatch(inputs[0]) or Path(inputs[0]).exists():
        return None
    try:
        with opened(library, read_only=True) as shelf:
            return shelf.called(inputs[0])
    except LibraryError:  # there is no library, or no such story in it: then it is an input, and told to be missing
        return None


def tell_decided(*decisions: Decision) -> None:
    """Say what was decided, with the numbers that undo it."""
    from headwater.render.library.decisions import decision_said

    for one in decisions:
        print_out(f"decision {one.number}: {one_line(decision_said(one))}")


def write_listing(forms: Mapping[str, Page], form: str, output: Path | None = None) -> None:
    """One of several forms of a listing, to a file or standard output. Raises `OptionError` for another form."""
    if form not in forms:
        raise OptionError(f"there is no form {form!r}; choose one of {', '.join(forms)}")
    target = output_file(output)
    check_output(target, [])
    if form == "csv" and target is None and not sys.stdout.isatty():
        print_out(forms[form](None, False))
        return
    write_page(forms[form], target, _WIDEST)
