"""`headwater copies`: the copies in a whole archive."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli.exits import PARTIAL, complain
from headwater.cli.in_force import settings_in_force
from headwater.cli.options import MaxBytes, listed_inputs, output_file
from headwater.cli.output import check_output, write_lines
from headwater.cli.told import progress
from headwater.errors import NothingToRead, OptionError

if TYPE_CHECKING:
    from headwater.copies import Copies
    from headwater.settings import Settings
    from headwater.sources.problems import Problems

__all__ = ["copies"]

Archive = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="JSON Lines, folders, text files, or - for a list of them.")
]
Lines = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write JSON Lines here.")]
Groups = Annotated[bool, typer.Option("--groups", help="Write groups of copies in place of pairs.")]
LeastShare = Annotated[
    float, typer.Option(metavar="SHARE", help="Of one article's words that a pair has in common, 0 to 1.")
]
Silent = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, notes and summary.")]


def copies(
    inputs: Archive,
    output: Lines = None,
    groups: Groups = False,
    least_share: LeastShare = 0.0,
    max_bytes: MaxBytes = None,
    quiet: Silent = False,
) -> None:
    """Find the copies in a whole archive: which articles have text in common, where, and how they stand."""
    from headwater.copies import group_lines, pair_lines, summary
    from headwater.sources.problems import Problems

    if not 0 <= least_share <= 1:
        raise OptionError(f"least-share is {least_share:g}; it is a part of an article, from 0 to 1")
    target = output_file(output)
    settings = settings_in_force({"max_bytes": max_bytes})
    given = listed_inputs(inputs)
    check_output(target, given)
    started, problems = time.monotonic(), Problems()
    found = _found(given, settings, problems, quiet=quiet).at_least(least_share)
    write_lines(group_lines(found) if groups else pair_lines(found), target)
    if not quiet:
        _tell(problems)
        typer.echo(summary(found, time.monotonic() - started), err=True)
    if problems.failed:
        raise typer.Exit(PARTIAL)


def _found(given: list[str], settings: Settings, problems: Problems, *, quiet: bool) -> Copies:
    """Search an archive. Raises `NothingToRead` where it has no article."""
    from headwater.copies import find_copies
    from headwater.sources.archive import stream_archive

    with progress(quiet=quiet) as tell:

        def report(what: str, done: int, of: int) -> None:
            tell(f"{what}: {done:,}{f' of {of:,}' if of else ''}")

        found = find_copies(stream_archive(given, settings, problems.add), on_progress=report)
    if not found.articles:
        _tell(problems)
        raise NothingToRead("no article could be read, so there is nothing to compare")
    return found


def _tell(problems: Problems) -> None:
    for line in problems.lines():
        complain(line)
