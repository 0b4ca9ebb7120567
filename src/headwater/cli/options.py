"""The options that several commands have, each declared once, and what is made of them before any work is done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from headwater.errors import OptionError

__all__ = [
    "AllowPrivate",
    "Columns",
    "Follow",
    "Form",
    "Inputs",
    "MaxBytes",
    "Model",
    "Most",
    "Outlet",
    "Output",
    "Published",
    "Quiet",
    "Sidecar",
    "Timeout",
    "chosen_form",
    "listed_inputs",
    "output_file",
]

Inputs: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, URLs, or - for a list of them.")
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; the suffix chooses the form.")
]
Form: TypeAlias = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORM", help="text, html, markdown or json.")
]
Published: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Day of publication where an article gives none: 2021-05-03.")
]
Outlet: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet where an article gives none.")]
Sidecar: TypeAlias = Annotated[
    str | None, typer.Option(metavar="FILE", help="CSV with metadata: file, published, outlet, ...")
]
Model: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy English pipeline.")]
Timeout: TypeAlias = Annotated[
    float | None, typer.Option(metavar="SECONDS", help="For each URL as a whole; 20 if not given.")
]
MaxBytes: TypeAlias = Annotated[
    int | None, typer.Option(metavar="BYTES", help="Largest input that is read; 10000000 if not given.")
]
AllowPrivate: TypeAlias = Annotated[
    bool | None,
    typer.Option("--allow-private/--no-allow-private", help="Let URLs lead to private addresses.", show_default=False),
]
Columns: TypeAlias = Annotated[
    str | None, typer.Option(metavar="FIELD=COLUMN,...", help="Columns of a table: text=body,title=headline.")
]
Follow: TypeAlias = Annotated[
    bool | None,
    typer.Option("--follow/--no-follow", help="Fetch the addresses that an export lists.", show_default=False),
]
Most: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", help="Articles of a feed or sitemap at most; 1000 if not given.")
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")]


def output_file(output: Path | None) -> Path | None:
    """The file to write, None for standard output, which `-` asks for too."""
    return None if output == Path("-") else output


def chosen_form(form: str | None, target: Path | None, *, sheet: bool = False) -> str:
    """The form asked for, by name or by the file's suffix; `sheet` where there is a sheet of figures as well.

    Raises `OptionError` for a form that there is not.
    """
    from headwater.render import BRIEF_FORMS, FORMS, form_for

    known = BRIEF_FORMS if sheet else FORMS
    if form is None:
        form = "text" if target is None else form_for(target)
    if form not in known:
        raise OptionError(f"there is no form {form!r}; choose one of {', '.join(known)}")
    return form


def listed_inputs(inputs: Iterable[str]) -> list[str]:
    """The inputs, `-` replaced by those that standard input lists."""
    from headwater.sources.inputs import unlisted

    return [str(one) for one in unlisted(inputs)]
