"""The command line: a thin shell that reads options, calls the library and writes what it gives.

Exit codes: 0 all inputs were used; 1 no brief could be made; 2 a wrong option or argument; 3 a brief was made, but
some inputs were left out, each named on standard error and in the brief.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from headwater.errors import HeadwaterError, NothingToRead, OptionError
from headwater.version import VERSION

if TYPE_CHECKING:
    from headwater.settings import Settings
    from headwater.types import Brief

__all__ = ["app", "main"]

NOTHING, USAGE, PARTIAL = 1, 2, 3

app = typer.Typer(
    name="headwater",
    help="Trace a pile of news reports back to where the reporting started.",
    epilog="Exit codes: 0 all inputs used, 1 no brief, 2 wrong option, 3 brief made but some inputs left out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; errors that headwater raises on purpose end in one line, not in a traceback."""
    try:
        app()
    except OptionError as wrong:
        _complain(str(wrong), USAGE)
    except HeadwaterError as failure:
        _complain(str(failure), NOTHING)


def _complain(message: str, code: int) -> None:
    typer.echo(f"headwater: {message}", err=True)
    raise SystemExit(code)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"headwater {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""


@app.command()
def brief(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, URLs, or - for a list of them.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here; the suffix chooses the form.")
    ] = None,
    form: Annotated[str | None, typer.Option("--format", "-f", help="text, html, markdown or json.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication where an article gives none.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet where an article gives none.")] = None,
    sidecar: Annotated[Path | None, typer.Option(help="CSV with metadata: name, published, outlet, ...")] = None,
    rule: Annotated[str, typer.Option(help="Counting rule of figures: lines, lowest, ucdp or ibc.")] = "lines",
    model: Annotated[str | None, typer.Option(help="Another installed spaCy English pipeline.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Let URLs lead to private addresses.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")] = False,
) -> None:
    """Say how many lines of reporting stand behind a pile of articles, and what each of them claims."""
    from headwater.render import form_for, render_many
    from headwater.settings import settings_from

    chosen = form or (form_for(output) if output is not None else "text")
    settings = settings_from(
        {
            "published": published,
            "outlet": outlet,
            "sidecar": sidecar and str(sidecar),
            "rule": rule,
            "model": model,
            "allow_private": allow_private,
        }
    )
    made, problems = _make(inputs, settings, quiet=quiet)
    _write(render_many(made, chosen), output)
    for problem in problems if not quiet else ():
        typer.echo(f"headwater: left out {problem}", err=True)
    if problems:
        raise typer.Exit(PARTIAL)


def _make(inputs: list[str], settings: Settings, *, quiet: bool) -> tuple[tuple[Brief, ...], list[str]]:
    """The briefs, and a line for each input that could not be used."""
    from headwater import pipeline
    from headwater.sources import gather

    with _progress(quiet=quiet) as tell:
        gathered = gather(inputs, settings, tell)
        if not gathered.articles:
            for failure in gathered.failures:
                typer.echo(f"headwater: left out {failure}", err=True)
            raise NothingToRead("no input could be used, so there is no brief to make")
        made = pipeline.brief_articles(gathered.articles, settings, gathered.left_out, tell)
    return made, [str(failure) for failure in gathered.failures]


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A status line on standard error if a person is looking; silence in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("starting") as status:
        yield lambda message: status.update(escape(message))


def _write(text: str, output: Path | None) -> None:
    """To the file, or to standard output. Raises `OptionError` if the file cannot be written."""
    if output is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        raise OptionError(f"cannot write {output}: {failure.strerror}; choose another place with -o") from failure


@app.command()
def example(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
) -> None:
    """Write the bundled example: seven invented reports of one invented event, with what is planted in them."""
    from headwater.examples import write_example

    typer.echo(f"wrote {write_example(folder)}")


@app.command()
def schema(
    record: Annotated[str, typer.Argument(help="article (what we read) or brief (what we write).")],
) -> None:
    """Print the JSON Schema of a record."""
    import json

    from headwater.render import brief_schema
    from headwater.sources import article_schema

    schemas = {"article": article_schema, "brief": brief_schema}
    if record not in schemas:
        raise OptionError(f"no schema is called {record!r}; choose article or brief")
    typer.echo(json.dumps(schemas[record](), indent=1, ensure_ascii=False))
