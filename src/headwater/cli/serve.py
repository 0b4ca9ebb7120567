"""`headwater serve`: the reading room, on this machine."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final

import typer

from headwater.cli.exits import complain
from headwater.cli.in_force import config, settings_in_force
from headwater.cli.options import listed_inputs
from headwater.cli.output import print_out
from headwater.cli.shelf import LibraryFile, opened
from headwater.cli.told import progress, tell_problems
from headwater.errors import NothingToRead, OptionError
from headwater.render.words import counted
from headwater.text.printable import printable

if TYPE_CHECKING:
    from socket import socket

    from headwater.monitor import Library
    from headwater.web.desk import Desk

__all__ = ["serve"]

_READ_AT_ONCE: Final = 3  # stories of reports that were handed in are read without being asked for

Reports = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="Reports to show alone, in place of a library: files, folders, URLs."),
]
Port = Annotated[int | None, typer.Option(min=0, max=65_535, metavar="N", help="Port (8765); 0 for any that is free.")]
Host = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Listen there; whoever else can ask needs a token.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="A name by which browsers may call this machine; repeatable."),
]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Show everything and change nothing.")]
Token = Annotated[bool, typer.Option("--token", help="Ask for a token on this machine too, where others work on it.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell every request on standard error.")]


def serve(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    reports: Reports = None,
    library: LibraryFile = None,
    port: Port = None,
    host: Host = None,
    allow_host: AllowHost = None,
    open_browser: Open = False,
    read_only: ReadOnly = False,
    token: Token = False,
    verbose: Verbose = False,
) -> None:
    """Open the reading room: the library as pages in a browser, on this machine alone unless told otherwise."""
    if reports and (library or read_only):
        raise OptionError("serve takes reports, or a library with --library and --read-only")
    from headwater.web import room
    from headwater.web.serving import place_of, run

    with _heard(host, port) as heard, _shelf(reports, library, read_only=read_only) as shelf:
        place = place_of(heard, allow_host or (), token=token)
        app = room(shelf, place.rules)
        if reports:
            _read_first(app.state.desk)
        _tell(shelf, place.address, moment=bool(reports))
        _log(verbose=verbose)
        if open_browser:
            _open(place.address)
        run(app, heard)


def _heard(host: str | None, port: int | None) -> socket:
    """What listens, as the options say or else the configuration."""
    from headwater.config import HOST, PORT
    from headwater.web.serving import listening

    in_force = config()
    where = in_force.value(HOST) if host is None else host
    return listening(str(where), int(in_force.value(PORT) or 0) if port is None else port)


@contextmanager
def _shelf(reports: Sequence[str] | None, library: str | None, *, read_only: bool) -> Iterator[Library]:
    """The library that is shown: the one of the configuration, or one of the moment with the reports alone."""
    if not reports:
        with opened(library, read_only=read_only) as shelf:
            yield shelf
        return
    with (
        TemporaryDirectory(prefix="headwater-") as folder,
        opened(str(Path(folder) / "moment.sqlite"), settings_in_force({})) as shelf,
    ):
        _fill(shelf, listed_inputs(reports))
        yield shelf


def _fill(shelf: Library, reports: Sequence[str]) -> None:
    with progress(quiet=False) as tell:
        done = shelf.add(reports, on_progress=tell)
    tell_problems((f"left out {one.name}: {one.reason}" for one in done.left_out), "reports")
    if not done.new:
        raise NothingToRead("no report could be used, so there is nothing to show")


def _read_first(desk: Desk) -> None:
    for story in desk.library.stories(limit=_READ_AT_ONCE):
        if story.articles > 1:
            desk.reading(story.id)


def _tell(shelf: Library, address: str, *, moment: bool) -> None:
    counts = shelf.counts()
    what = "These reports alone, gone when the room closes" if moment else printable(shelf.place)
    print_out(f"{what}: {counted(counts.articles, 'article')}, {counted(counts.stories, 'story')}")
    print_out(f"The reading room is at {address}")
    if "?token=" in address:
        print_out("Open it once by this whole address; whoever has it can read and change the library.")
    print_out("Ctrl-C closes it.")


def _log(*, verbose: bool) -> None:
    logging.basicConfig(format="headwater: %(message)s", stream=sys.stderr, level=logging.WARNING)
    if verbose:
        logging.getLogger("headwater.web").setLevel(logging.INFO)


def _open(address: str) -> None:
    """Open the browser where there is a desktop to open it on; elsewhere it would take over the terminal."""
    import webbrowser

    desktop = sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not (desktop and webbrowser.open(address)):
        complain("there is no browser to open here; open the address yourself")
