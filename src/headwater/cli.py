"""The command line: a thin shell that reads options, calls the library and writes what it gives.

Exit codes: 0 all inputs were used; 1 no brief, comparison or search could be made; 2 a wrong option or argument, or an
output that cannot be written; 3 it was made, but some inputs were left out, each named on standard error and in it; 70
a defect in headwater; 130 stopped from the keyboard. What does no harm, such as a file handed in twice, is noted and is
no failure.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Never

import typer

from headwater.errors import HeadwaterError, NothingToRead, OptionError, UncitedLine
from headwater.text.printable import printable
from headwater.version import VERSION

if TYPE_CHECKING:
    from headwater.copies import Copies
    from headwater.settings import Settings
    from headwater.sources import Gathered
    from headwater.sources.pair import Pair
    from headwater.sources.problems import Problems
    from headwater.types import Brief

__all__ = ["app", "main"]

NOTHING, USAGE, PARTIAL, DEFECT, STOPPED = 1, 2, 3, 70, 130

_WIDEST: Final = 100  # columns; longer lines are hard to read
_WIDEST_PAIR: Final = 160  # of two texts side by side
_MOST_TOLD: Final = 20  # lines on standard error about inputs; what is written has them all
_LONGEST_MESSAGE: Final = 2000

Progress = Callable[[str], None]

app = typer.Typer(
    name="headwater",
    help="Trace a pile of news reports back to where the reporting started.",
    epilog=(
        "Exit codes: 0 all inputs used, 1 nothing made, 2 wrong option or output, 3 made but some inputs left out, "
        "70 a defect in headwater, 130 stopped."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; what goes wrong ends in one line and an exit code, not in a traceback."""
    try:
        _prepare_streams()
        app()
    except KeyboardInterrupt:  # before typer is at work; then it does the same
        raise SystemExit(STOPPED) from None
    except OptionError as wrong:
        _stop(str(wrong), USAGE)
    except UncitedLine as defect:
        _report(defect)
    except HeadwaterError as failure:
        _stop(str(failure), NOTHING)
    except Exception as defect:
        _report(defect)


def _prepare_streams() -> None:
    """Pipes carry UTF-8 whatever the locale; a terminal replaces what it cannot show; odd file names pass through."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=sys.getfilesystemencoding(), errors="surrogateescape")


def _complain(message: str) -> None:
    """One line on standard error, in which nothing from outside can move the cursor."""
    typer.echo(f"headwater: {printable(message, _LONGEST_MESSAGE)}", err=True)


def _stop(message: str, code: int) -> Never:
    _complain(message)
    raise SystemExit(code)


def _report(defect: Exception) -> Never:
    """Ask the user to report what nobody foresaw. Raises it as it is where HEADWATER_DEBUG is set."""
    if os.environ.get("HEADWATER_DEBUG"):
        raise defect
    _complain(f"this is a defect in headwater {VERSION}, please report it: {type(defect).__name__}: {defect}")
    _stop("set HEADWATER_DEBUG=1 to see where it happened", DEFECT)


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


@app.command(epilog="Such as: headwater brief reports/ -o brief.html")
def brief(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files, folders, URLs, or - for a list of them.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; the suffix chooses the form.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORM", help="text, html, markdown or json.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="Day of publication where an article gives none: 2021-05-03.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet where an article gives none.")] = None,
    sidecar: Annotated[
        str | None, typer.Option(metavar="FILE", help="CSV with metadata: file, published, outlet, ...")
    ] = None,
    rule: Annotated[
        str, typer.Option(metavar="RULE", help="Counting rule of figures: lines, lowest, ucdp or ibc.")
    ] = "lines",
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy English pipeline.")] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", help="Processes that piles of 64 articles and more are read in.")
    ] = 1,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="For each URL as a whole; 20 if not given.")
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option(metavar="BYTES", help="Largest input that is read; 10000000 if not given.")
    ] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Let URLs lead to private addresses.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")] = False,
) -> None:
    """Say how many lines of reporting stand behind a pile of articles, and what each of them claims."""
    from headwater.settings import settings_from
    from headwater.sources.inputs import unlisted

    target = None if output == Path("-") else output
    chosen = _form(form, target)
    settings = settings_from(
        {
            "published": published,
            "outlet": outlet,
            "sidecar": sidecar,
            "rule": rule,
            "model": model,
            "jobs": jobs,
            "timeout": timeout,
            "max_bytes": max_bytes,
            "allow_private": allow_private,
        }
    )
    given = [str(one) for one in unlisted(inputs)]
    if target is not None:
        _check_output(target, [*given, *filter(None, [sidecar])])
    gathered = _run(given, settings, chosen, target, quiet=quiet)
    if gathered.failures:
        raise typer.Exit(PARTIAL)


def _run(given: list[str], settings: Settings, form: str, target: Path | None, *, quiet: bool) -> Gathered:
    """Gather the inputs, make and write their briefs, and tell what was left out."""
    from headwater.render import render_many
    from headwater.sources import gather

    with _progress(quiet=quiet) as tell:
        gathered = gather(given, settings, tell)
        made = _make(gathered, settings, tell)
    _write(lambda width, colour: render_many(made, form, width=width, colour=colour), target, _WIDEST)
    if not quiet:
        _tell(_problems(gathered))
    return gathered


@app.command(epilog="Such as: headwater compare reports/a.txt reports/b.html --among reports/ -o pair.html")
def compare(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    left: Annotated[str, typer.Argument(metavar="A", help="A file or URL that holds one article.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    among: Annotated[
        list[str] | None, typer.Option(metavar="INPUT", help="Other articles of the story: file, folder, URL or -.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; the suffix chooses the form.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORM", help="text, html, markdown or json.")
    ] = None,
    sidecar: Annotated[
        str | None, typer.Option(metavar="FILE", help="CSV with metadata: file, published, outlet, ...")
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy English pipeline.")] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="For each URL as a whole; 20 if not given.")
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option(metavar="BYTES", help="Largest input that is read; 10000000 if not given.")
    ] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Let URLs lead to private addresses.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")] = False,
) -> None:
    """Show two articles side by side: what one took from the other, which way, and by what evidence."""
    from headwater.settings import settings_from
    from headwater.sources.inputs import unlisted

    target = None if output == Path("-") else output
    chosen = _form(form, target)
    options = {"sidecar": sidecar, "model": model, "timeout": timeout, "max_bytes": max_bytes}
    settings = settings_from({**options, "allow_private": allow_private})
    others = [str(one) for one in unlisted(among or ())]
    if target is not None:
        _check_output(target, [left, right, *others, *filter(None, [sidecar])])
    pair = _compare((left, right), others, settings, chosen, target, quiet=quiet)
    if pair.failures:
        raise typer.Exit(PARTIAL)


def _compare(
    two: tuple[str, str], others: list[str], settings: Settings, form: str, target: Path | None, *, quiet: bool
) -> Pair:
    """Gather the pair, make and write the comparison, and tell what was left out."""
    from headwater.comparison import compare_articles
    from headwater.render import render
    from headwater.sources.pair import gather_pair

    with _progress(quiet=quiet) as tell:
        pair = gather_pair(*two, others, settings, tell)
        made = compare_articles((pair.left, pair.right), settings, pair.others, pair.left_out, tell)
    _write(lambda width, colour: render(made, form, width=width, colour=colour), target, _WIDEST_PAIR)
    if not quiet:
        _tell(_problems(pair), "comparison")
    return pair


@app.command(epilog="Such as: headwater copies archive.jsonl -o pairs.jsonl")
def copies(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="JSON Lines, folders, text files, or - for a list of them.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write JSON Lines here.")
    ] = None,
    groups: Annotated[bool, typer.Option("--groups", help="Write groups of copies in place of pairs.")] = False,
    least_share: Annotated[
        float, typer.Option(metavar="SHARE", help="Of one article's words that a pair has in common, 0 to 1.")
    ] = 0.0,
    max_bytes: Annotated[
        int | None, typer.Option(metavar="BYTES", help="Largest line or file that is read; 10000000 if not given.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, notes and summary.")] = False,
) -> None:
    """Find the copies in a whole archive: which articles have text in common, where, and how they stand."""
    from headwater.copies import group_lines, pair_lines, summary
    from headwater.settings import settings_from
    from headwater.sources.inputs import unlisted
    from headwater.sources.problems import Problems

    if not 0 <= least_share <= 1:
        raise OptionError(f"least-share is {least_share:g}; it is a part of an article, from 0 to 1")
    target = None if output == Path("-") else output
    settings = settings_from({"max_bytes": max_bytes})
    given = [str(one) for one in unlisted(inputs)]
    if target is not None:
        _check_output(target, given)
    started, problems = time.monotonic(), Problems()
    found = _copies(given, settings, problems, quiet=quiet).at_least(least_share)
    _write_lines(group_lines(found) if groups else pair_lines(found), target)
    if not quiet:
        _tell_all(problems)
        typer.echo(summary(found, time.monotonic() - started), err=True)
    if problems.failed:
        raise typer.Exit(PARTIAL)


def _tell_all(problems: Problems) -> None:
    for line in problems.lines():
        _complain(line)


def _copies(given: list[str], settings: Settings, problems: Problems, *, quiet: bool) -> Copies:
    """Search an archive. Raises `NothingToRead` where it has no article."""
    from headwater.copies import find_copies
    from headwater.sources.archive import stream_archive

    with _progress(quiet=quiet) as tell:

        def report(what: str, done: int, of: int) -> None:
            tell(f"{what}: {done:,}{f' of {of:,}' if of else ''}")

        found = find_copies(stream_archive(given, settings, problems.add), on_progress=report)
    if not found.articles:
        _tell_all(problems)
        raise NothingToRead("no article could be read, so there is nothing to compare")
    return found


def _write_lines(lines: Iterable[bytes], target: Path | None) -> None:
    """To the file, or to standard output, line by line. Raises `OptionError` if they cannot be written."""
    if target is None:
        for line in lines:
            if not _print(line.decode()):
                return
        return
    try:
        with target.open("wb") as file:
            file.writelines(lines)
    except OSError as failure:
        raise OptionError(f"cannot write {target}: {failure.strerror}; choose another place with -o") from failure


def _form(form: str | None, target: Path | None) -> str:
    """The form asked for, checked before any work is done. Raises `OptionError`."""
    from headwater.render import FORMS, form_for

    if form is None:
        return "text" if target is None else form_for(target)
    if form not in FORMS:
        raise OptionError(f"there is no form {form!r}; choose one of {', '.join(FORMS)}")
    return form


def _make(gathered: Gathered, settings: Settings, tell: Progress) -> tuple[Brief, ...]:
    if not gathered.articles:
        _tell(_problems(gathered))
        raise NothingToRead("no input could be used, so there is no brief to make")
    from headwater.pipeline import brief_articles

    return brief_articles(gathered.articles, settings, gathered.left_out, tell)


def _problems(gathered: Gathered | Pair) -> Iterator[str]:
    """A line for each input that could not be used, then a line for each remark that did no harm."""
    failed = {(failure.name, failure.reason) for failure in gathered.failures}
    yield from (f"left out {failure}" for failure in gathered.failures)
    for one in gathered.left_out:
        if (one.name, one.reason) not in failed:
            yield f"note: {one.name}: {one.reason}"


def _tell(problems: Iterable[str], written: str = "brief") -> None:
    told = tuple(problems)
    for line in told[:_MOST_TOLD]:
        _complain(line)
    if len(told) > _MOST_TOLD:
        _complain(f"and {len(told) - _MOST_TOLD} more, all named in the {written}")


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress]:
    """A status line on standard error if a person is looking; silence in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("starting") as status:
        yield lambda message: status.update(escape(message))


def _check_output(target: Path, inputs: Sequence[str]) -> None:
    """Refuse a place that cannot be written, and one that is read: now, or by the same command the next time."""
    from headwater.sources.inputs import SUFFIXES, is_url

    if target.is_dir():
        raise OptionError(f"{target} is a folder; name a file with -o")
    if not target.parent.is_dir():
        raise OptionError(f"cannot write {target}: there is no folder {target.parent}; make it first")
    for path in (Path(one) for one in inputs if not is_url(one)):
        if target.exists() and path.exists() and target.samefile(path):
            raise OptionError(f"{target} is one of the inputs and would be overwritten; choose another place with -o")
        if path.is_dir() and target.suffix.lower() in SUFFIXES and target.resolve().is_relative_to(path.resolve()):
            raise OptionError(
                f"{target} lies in the folder {path}, which is read: the next run would take the output for an article"
                "; choose another place with -o"
            )


def _write(page: Callable[[int | None, bool], str], target: Path | None, widest: int) -> None:
    """To the file, or to standard output as wide as a terminal is. Raises `OptionError` if it cannot be written."""
    if target is None:
        seen = sys.stdout.isatty()
        width = min(widest, shutil.get_terminal_size().columns) if seen else None
        _print(page(width, seen and _wants_colour()))
        return
    try:
        target.write_text(page(None, False), encoding="utf-8")
    except OSError as failure:
        raise OptionError(f"cannot write {target}: {failure.strerror}; choose another place with -o") from failure


def _wants_colour() -> bool:
    """As no-color.org has it: any NO_COLOR that is not empty means none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print(text: str) -> bool:
    """To standard output, if it is still read. A reader that goes away (`| head`) has seen enough: no failure."""
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
        return True
    except OSError as failure:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes at exit
        if not isinstance(failure, BrokenPipeError):
            raise OptionError(f"cannot write to standard output: {failure.strerror}") from failure
        return False


@app.command()
def example(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
) -> None:
    """Write the bundled example: seven invented reports of one invented event, with what is planted in them."""
    from headwater.examples import write_example

    _print(f"wrote {printable(str(write_example(folder)))}")


@app.command()
def schema(
    record: Annotated[str, typer.Argument(help="article (what we read), brief or comparison (what we write).")],
) -> None:
    """Print the JSON Schema of a record."""
    import json

    from headwater.render import brief_schema, comparison_schema
    from headwater.sources.records import article_schema

    schemas = {"article": article_schema, "brief": brief_schema, "comparison": comparison_schema}
    if record not in schemas:
        raise OptionError(f"no schema is called {record!r}; choose article, brief or comparison")
    _print(json.dumps(schemas[record](), indent=1, ensure_ascii=False))
