"""`headwater check`: a draft held against reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from headwater.cli.exits import PARTIAL, UNSUPPORTED
from headwater.cli.in_force import settings_in_force
from headwater.cli.options import (
    AllowPrivate,
    Form,
    MaxBytes,
    Model,
    Output,
    Quiet,
    Sidecar,
    Timeout,
    chosen_form,
    listed_inputs,
    output_file,
)
from headwater.cli.output import check_output, write_page
from headwater.cli.told import progress, tell_problems

if TYPE_CHECKING:
    from headwater.settings import Settings
    from headwater.sources.held import HeldAgainst
    from headwater.types import Check

__all__ = ["check"]

_WIDEST: Final = 100

Draft = Annotated[str, typer.Argument(metavar="TEXT", help="The draft: a file or URL, or - for standard input.")]
Against = Annotated[
    list[str], typer.Option("--against", metavar="REPORTS", help="Reports: files, folders, URLs; may be repeated.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="End with exit code 4 unless every claim is supported by the reports.")
]


def check(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    draft: Draft,
    against: Against,
    strict: Strict = False,
    output: Output = None,
    form: Form = None,
    sidecar: Sidecar = None,
    model: Model = None,
    timeout: Timeout = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = None,
    quiet: Quiet = False,
) -> None:
    """Say for each claim of a draft which lines of reporting have it, and what they say otherwise."""
    from headwater.types import Judgement

    target = output_file(output)
    chosen = chosen_form(form, target)
    options = {"sidecar": sidecar, "model": model, "timeout": timeout, "max_bytes": max_bytes}
    settings = settings_in_force({**options, "allow_private": allow_private})
    reports = list(against) if draft == "-" else listed_inputs(against)
    check_output(target, [*([] if draft == "-" else [draft]), *reports, sidecar])
    held, made = _run(draft, reports, settings, chosen, target, quiet=quiet)
    if strict and any(claim.judgement is not Judgement.SUPPORTED for claim in made.claims):
        raise typer.Exit(UNSUPPORTED)
    if held.failures:
        raise typer.Exit(PARTIAL)


def _run(
    draft: str, reports: list[str], settings: Settings, form: str, target: Path | None, *, quiet: bool
) -> tuple[HeldAgainst, Check]:
    """Gather the draft and the reports, make and write the check, and tell what was left out."""
    from headwater.checking import check_articles
    from headwater.render import render
    from headwater.sources.held import draft_from_stream, gather_held

    with progress(quiet=quiet) as tell:
        given = draft_from_stream() if draft == "-" else draft
        held = gather_held(given, reports, settings, tell)
        made = check_articles(held.draft, held.reports, settings, held.left_out, tell)
    write_page(lambda width, colour: render(made, form, width=width, colour=colour), target, _WIDEST)
    if not quiet:
        tell_problems((f"left out {failure}" for failure in held.failures), "check")
    return held, made
