"""The command line: a thin shell that reads options, calls the library and writes what it gives. One file a command.

Exit codes: 0 all inputs were used; 1 no brief, comparison, check or search could be made; 2 a wrong option or argument,
or an output that cannot be written; 3 it was made, but some inputs were left out, each named on standard error and in
it; 4 `check --strict` met a claim that the reports do not bear out; 70 a defect in headwater; 130 stopped from the
keyboard. What does no harm, such as a file handed in twice, is noted and is no failure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli import (
    add,
    brief,
    check,
    compare,
    config,
    copies,
    decide,
    decisions,
    example,
    export,
    merge,
    repair,
    schema,
    search,
    serve,
    show,
    split,
    stories,
    undo,
)
from headwater.cli.exits import NOTHING, STOPPED, USAGE, report, stop
from headwater.cli.in_force import name_config
from headwater.cli.output import prepare_streams
from headwater.errors import HeadwaterError, OptionError, UncitedLine
from headwater.version import VERSION

__all__ = ["app", "main"]

app = typer.Typer(
    name="headwater",
    help="Trace a pile of news reports back to where the reporting started.",
    epilog=(
        "Exit codes: 0 all inputs used, 1 nothing made, 2 wrong option or output, 3 made but some inputs left out, "
        "4 not all supported (check --strict), 70 a defect in headwater, 130 stopped."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; what goes wrong ends in one line and an exit code, not in a traceback."""
    try:
        prepare_streams()
        app()
    except KeyboardInterrupt:  # before typer is at work; then it does the same
        raise SystemExit(STOPPED) from None
    except OptionError as wrong:
        stop(str(wrong), USAGE)
    except UncitedLine as defect:
        report(defect)
    except HeadwaterError as failure:
        stop(str(failure), NOTHING)
    except Exception as defect:
        report(defect)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"headwater {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    config_file: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Read the configuration from this file and no other."),
    ] = None,
) -> None:
    """Take the options that stand before the command."""
    name_config(config_file)


app.command(epilog="Such as: headwater brief reports/ -o brief.html")(brief.brief)
app.command(epilog="Such as: headwater compare reports/a.txt reports/b.html --among reports/ -o pair.html")(
    compare.compare
)
app.command(epilog="Such as: headwater check draft.txt --against reports/ -o check.html")(check.check)
app.command(epilog="Such as: headwater copies archive.jsonl -o pairs.jsonl")(copies.copies)
app.command(epilog="Such as: headwater add monday.jsonl feeds.opml")(add.add)
app.command(epilog="Such as: headwater stories --since 2024-04-15 --query customs")(stories.stories)
app.command()(show.show)
app.command(epilog="Such as: headwater search 'customs house' -raid")(search.search)
app.command(epilog="Such as: headwater serve --open, or: headwater serve reports/*.txt")(serve.serve)
app.command()(merge.merge)
app.command()(split.split)
app.add_typer(decide.decide)
app.command()(undo.undo)
app.command()(decisions.decisions)
app.command()(repair.repair)
app.command(epilog="Such as: headwater export articles.jsonl")(export.export)
app.command()(config.config)
app.command()(example.example)
app.command()(schema.schema)
