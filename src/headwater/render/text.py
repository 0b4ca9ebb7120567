"""A brief for the terminal: rows wrapped to a width, in colour if asked for. Data is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from headwater.render.compose import view_of
from headwater.render.naming import hue_of
from headwater.render.rows import Row, rows_of
from headwater.render.terminal import printed
from headwater.render.words import counted
from headwater.types import Brief

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["write_rows", "write_text"]

_WIDTH: Final = 100
_LEAST: Final = 40  # below it words are cut in two
_STYLES: Final = {
    "title": "bold",
    "head": "bold",
    "strong": "bold",
    "dim": "dim",
    "cited": "underline",
    "changed": "bold underline",
    "": "",
}
_HUES: Final = ("blue", "red", "green", "magenta", "yellow", "cyan")


def write_text(briefs: Sequence[Brief], *, width: int | None = None, colour: bool = False) -> str:
    """The briefs as text of `width` columns (100 if not given), with ANSI styles where `colour` is wanted.

    Without colour the words that differ between two readings stand between asterisks.
    """
    rows: list[Row] = []
    if len(briefs) != 1:
        rows += [Row(0, ((f"{counted(len(briefs), 'story')}: nothing links them", "title"),)), Row(0)]
    for number, brief in enumerate(briefs):
        rows += [Row(0), Row(0)] if number else []
        rows += rows_of(view_of(brief))
    return write_rows(rows, width=width, colour=colour)


def write_rows(rows: Sequence[Row], *, width: int | None = None, colour: bool = False) -> str:
    """Rows as text of `width` columns (100 if not given), with ANSI styles where `colour` is wanted."""
    return printed(lambda console: _lines(rows, console, colour), max(_LEAST, width or _WIDTH), colour)


def _lines(rows: Sequence[Row], console: Console, colour: bool) -> Iterator[Text]:
    for row in rows:
        yield from _wrapped(row, console, colour)


def _wrapped(row: Row, console: Console, colour: bool) -> Iterator[Text]:
    """The row's lines, each behind its indent and, where it is quoted, its bar."""
    from rich.text import Text  # dear to import, and only the terminal needs it

    text = Text(overflow="fold")
    for words, style in row.parts:
        text.append(f"*{words}*" if style == "changed" and not colour else words, _style(style))
    bar = "│ " if row.quoted else ""
    width = console.width - row.indent - len(bar)
    for place, line in enumerate(text.wrap(console, width) or [Text()]):
        label = row.label if place == 0 else ""
        yield Text(f"{label:<{row.indent}}{bar}", "dim").append_text(line)


def _style(name: str) -> str:
    if not name.startswith("line:"):
        return _STYLES[name]
    return f"bold {_HUES[hue_of(name[5:]) % len(_HUES)]}"
