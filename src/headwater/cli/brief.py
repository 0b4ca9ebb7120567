"""`headwater brief`: the brief of a pile of articles, or of a story of the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from headwater.cli.exits import PARTIAL
from headwater.cli.in_force import settings_in_force
from headwater.cli.options import (
    AllowPrivate,
    Columns,
    Follow,
    MaxBytes,
    Model,
    Most,
    Outlet,
    Output,
    Published,
    Quiet,
    Sidecar,
    Timeout,
    chosen_form,
    listed_inputs,
    output_file,
)
from headwater.cli.output import check_output, write_page
from headwater.cli.shelf import LibraryFile, opened, story_meant
from headwater.cli.told import Progress, problems_of, progress, tell_problems
from headwater.decisions import decisions_in
from headwater.errors import NothingToRead, OptionError

if TYPE_CHECKING:
    from headwater.settings import Settings
    from headwater.sources import Gathered
    from headwater.types import Brief, Decision

__all__ = ["brief"]

_WIDEST: Final = 100  # columns; longer lines are hard to read

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT", help="Files, folders, URLs, - for a list of them; or one story of the library."),
]
StoryOf = Annotated[
    str | None, typer.Option("--story", metavar="STORY", help="A story of the library, in place of inputs.")
]
BriefForm = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORM", help="text, html, markdown, json, or csv: the sheet of figures."),
]
Rule = Annotated[
    str | None, typer.Option(metavar="RULE", help="Counting rule of figures: majority, lowest, ucdp or ibc.")
]
Jobs = Annotated[
    int | None, typer.Option(metavar="N", help="Processes that piles of 64 articles and more are read in.")
]

Decisions = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What readers decided of these articles, as JSON Lines.")
]


def brief(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    inputs: Inputs = None,
    output: Output = None,
    form: BriefForm = None,
    story: StoryOf = None,
    library: LibraryFile = None,
    published: Published = None,
    outlet: Outlet = None,
    sidecar: Sidecar = None,
    columns: Columns = None,
    follow: Follow = None,
    most: Most = None,
    rule: Rule = None,
    model: Model = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = None,
    decisions: Decisions = None,
    quiet: Quiet = False,
) -> None:
    """Say how many lines of reporting stand behind a pile of articles, and what each of them claims."""
    target = output_file(output)
    chosen = chosen_form(form, target, sheet=True)
    settings = settings_in_force(
        {
            "published": published,
            "outlet": outlet,
            "sidecar": sidecar,
            "columns": columns,
            "follow": follow,
            "most": most,
            "rule": rule,
            "model": model,
            "jobs": jobs,
            "timeout": timeout,
            "max_bytes": max_bytes,
            "allow_private": allow_private,
        }
    )
    if (inputs is None) is (story is None):
        raise OptionError("brief takes inputs, or a story with --story")
    named = story or story_meant(inputs or [], library)
    if named is not None:
        if decisions is not None:
            raise OptionError("a story of the library has its own decisions; take a file's over with decide file")
        check_output(target, [])
        _of_story(named, library, settings, chosen, target, quiet=quiet)
        return
    given = listed_inputs(inputs or ())
    check_output(target, [*given, sidecar, None if decisions is None else str(decisions)])
    decided = () if decisions is None else decisions_in(decisions)
    gathered = _run(given, settings, decided, chosen, target, quiet=quiet)
    if gathered.failures:
        raise typer.Exit(PARTIAL)


def _of_story(
    story: str, library: str | None, settings: Settings, form: str, target: Path | None, *, quiet: bool
) -> None:
    """Write the brief of a story of the library, made now or before."""
    from headwater.render import render_many

    with progress(quiet=quiet) as tell, opened(library, settings) as shelf:
        made = (shelf.brief(story, on_progress=tell),)
    write_page(lambda width, colour: render_many(made, form, width=width, colour=colour), target, _WIDEST)


def _run(
    given: list[str],
    settings: Settings,
    decisions: Sequence[Decision],
    form: str,
    target: Path | None,
    *,
    quiet: bool,
) -> Gathered:
    """Gather the inputs, make and write their briefs, and tell what was left out."""
    from headwater.render import render_many
    from headwater.sources import gather

    with progress(quiet=quiet) as tell:
        gathered = gather(given, settings, tell)
        made = _made(gathered, settings, tell, decisions)
    write_page(lambda width, colour: render_many(made, form, width=width, colour=colour), target, _WIDEST)
    if not quiet:
        tell_problems(problems_of(gathered))
    return gathered


def _made(gathered: Gathered, settings: Settings, tell: Progress, decisions: Sequence[Decision]) -> tuple[Brief, ...]:
    if not gathered.articles:
        tell_problems(problems_of(gathered))
        raise NothingToRead("no input could be used, so there is no brief to make")
    from headwater.pipeline import brief_articles

    return brief_articles(gathered.articles, settings, gathered.left_out, tell, decisions=decisions)
