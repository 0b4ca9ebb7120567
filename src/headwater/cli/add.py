"""`headwater add`: articles into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli.exits import NOTHING, PARTIAL, STOPPED
from headwater.cli.in_force import settings_in_force
from headwater.cli.options import (
    AllowPrivate,
    Columns,
    Follow,
    MaxBytes,
    Most,
    Outlet,
    Published,
    Sidecar,
    Timeout,
    listed_inputs,
)
from headwater.cli.output import print_out
from headwater.cli.shelf import LibraryFile, looked_into, opened
from headwater.cli.stopping import stoppable
from headwater.cli.told import progress, tell_problems

if TYPE_CHECKING:
    from headwater.monitor import Addition

__all__ = ["add"]

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files, folders, archives, feeds, addresses, or - for a list of them."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and write nothing.")]
Jobs = Annotated[int | None, typer.Option(metavar="N", help="Processes that share the work.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, notes and summary.")]


def add(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    sources: Sources,
    library: LibraryFile = None,
    dry_run: DryRun = False,
    published: Published = None,
    outlet: Outlet = None,
    sidecar: Sidecar = None,
    columns: Columns = None,
    follow: Follow = None,
    most: Most = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = None,
    quiet: Quiet = False,
) -> None:
    """Add articles to the library, each to its story. Added again they change nothing."""
    options = {
        "published": published,
        "outlet": outlet,
        "sidecar": sidecar,
        "columns": columns,
        "follow": follow,
        "most": most,
        "jobs": jobs,
        "timeout": timeout,
        "max_bytes": max_bytes,
        "allow_private": allow_private,
    }
    given, settings = listed_inputs(sources), settings_in_force(options)
    library_at = looked_into if dry_run else opened
    with stoppable() as stop, library_at(library, settings) as shelf, progress(quiet=quiet) as tell:
        done = shelf.add(given, dry_run=dry_run, on_progress=tell, stop=stop)
    _tell(done, quiet=quiet)
    if code := _code(done):
        raise typer.Exit(code)


def _tell(done: Addition, *, quiet: bool) -> None:
    from headwater.render.library.addition import addition_said

    if not quiet:
        tell_problems((f"left out {one.name}: {one.reason}" for one in done.left_out), "source")
        tell_problems((f"note: {one.name}: {one.reason}" for one in done.remarks), "source")
        print_out(addition_said(done, hint="--published or --sidecar can say it"))


def _code(done: Addition) -> int:
    if done.stopped:
        return STOPPED
    if not done.failed:
        return 0
    return PARTIAL if done.new or done.known else NOTHING
