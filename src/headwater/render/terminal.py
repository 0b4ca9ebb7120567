"""A page of the terminal: styled lines as text, with ANSI styles or without. Data is never read as markup."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["printed"]


def printed(lines: Callable[[Console], Iterable[Text]], width: int, colour: bool) -> str:
    """The lines that are made for a console of `width` columns, each without white space at its end."""
    from rich.console import Console  # dear to import, and only the terminal needs it

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},  # the page is the same whatever the environment says
    )
    for line in lines(console):
        console.print(line, soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
