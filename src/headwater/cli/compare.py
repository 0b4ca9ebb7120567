"""`headwater compare`: two articles side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from headwater.cli.exits import PARTIAL
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
from headwater.cli.told import problems_of, progress, tell_problems

if TYPE_CHECKING:
    from headwater.settings import Settings
    from headwater.sources.pair import Pair

__all__ = ["compare"]

_WIDEST: Final = 160  # columns of two texts side by side

First = Annotated[str, typer.Argument(metavar="A", help="A file or URL that holds one article.")]
Second = Annotated[str, typer.Argument(metavar="B", help="The other.")]
Among = Annotated[
    list[str] | None, typer.Option(metavar="INPUT", help="Other articles of the story: file, folder, URL or -.")
]


def compare(  # noqa: PLR0913, PLR0917  # one parameter for each option, as typer wants it
    left: First,
    right: Second,
    among: Among = None,
    output: Output = None,
    form: Form = None,
    sidecar: Sidecar = None,
    model: Model = None,
    timeout: Timeout = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = None,
    quiet: Quiet = False,
) -> None:
    """Show two articles side by side: what one took from the other, which way, and by what evidence."""
    target = output_file(output)
    chosen = chosen_form(form, target)
    options = {"sidecar": sidecar, "model": model, "timeout": timeout, "max_bytes": max_bytes}
    settings = settings_in_force({**options, "allow_private": allow_private})
    others = listed_inputs(among or ())
    check_output(target, [left, right, *others, sidecar])
    pair = _run((left, right), others, settings, chosen, target, quiet=quiet)
    if pair.failures:
        raise typer.Exit(PARTIAL)


def _run(
    two: tuple[str, str], others: list[str], settings: Settings, form: str, target: Path | None, *, quiet: bool
) -> Pair:
    """Gather the pair, make and write the comparison, and tell what was left out."""
    from headwater.comparison import compare_articles
    from headwater.render import render
    from headwater.sources.pair import gather_pair

    with progress(quiet=quiet) as tell:
        pair = gather_pair(*two, others, settings, tell)
        made = compare_articles((pair.left, pair.right), settings, pair.others, pair.left_out, tell)
    write_page(lambda width, colour: render(made, form, width=width, colour=colour), target, _WIDEST)
    if not quiet:
        tell_problems(problems_of(pair), "comparison")
    return pair
