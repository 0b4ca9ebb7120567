"""A checked draft for the terminal: claim by claim, what the reports have of it and what they say otherwise."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from headwater.render.characters import one_line
from headwater.render.checking.compose import view_of
from headwater.render.checking.view import AgainstView, CheckView, ClaimView
from headwater.render.terminal import printed
from headwater.render.view import Piece, Witness
from headwater.types import Check

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["write_text"]

_WIDTH: Final = 100
_LEAST: Final = 30  # below it words are cut in two
_STYLES: Final = {
    "supported": "green",
    "conflict": "red",
    "altered": "red",
    "disputed": "yellow",
    "not-found": "yellow",
    "title": "bold",
    "dim": "dim",
    "": "",
}
_SIGN: Final = "≠"

Line = tuple[str, str]  # words and their style


def write_text(check: Check, *, width: int | None = None, colour: bool = False) -> str:
    """The check as text of `width` columns (100 if not given), with ANSI styles where `colour` is wanted."""
    columns = max(_LEAST, width or _WIDTH)
    view = view_of(check)
    return printed(lambda _: (_styled(line) for line in _page(view, columns)), columns, colour)


def _styled(line: Line) -> Text:
    from rich.text import Text

    return Text(line[0], style=_STYLES[line[1]], end="\n")


def _page(view: CheckView, width: int) -> Iterator[Line]:
    yield from _wrapped(view.summary, width, style="title")
    yield from _wrapped(f"{view.draft}, held against {view.count}", width, style="dim")
    for claim in view.claims:
        yield "", ""
        yield from _claim(claim, width)
    yield "", ""
    yield "REPORTS", "title"
    for report in view.reports:
        yield from _wrapped(f"{report.line or '–'}  {report.label}", width, "  ", hang="     ")
    if view.left_out:
        yield from (("", ""), ("LEFT OUT", "title"))
        for name, why in view.left_out:
            yield from _wrapped(f"{name}: {why}", width, "  ")


def _claim(claim: ClaimView, width: int) -> Iterator[Line]:
    standing = f" ({claim.standing})" if claim.standing else ""
    yield from _wrapped(f"{claim.number}. {claim.judgement.upper()}{standing}", width, style=claim.style)
    yield from _wrapped(_words(claim.pieces), width, "   ")
    yield from _wrapped(claim.reason, width, "   → ", hang="     ")
    for one in claim.against:
        yield from _otherwise(one, width)
    for witness in claim.nearest:
        yield from _witness(witness, width)


def _otherwise(one: AgainstView, width: int) -> Iterator[Line]:
    yield from _wrapped(f"{one.aspect}: {one.harm}", width, f"   {_SIGN} ", hang="     ")
    for witness in one.report:
        yield from _witness(witness, width)


def _witness(witness: Witness, width: int) -> Iterator[Line]:
    line = f"{witness.line} " if witness.line else ""
    words = _words(witness.pieces, "cited")
    yield from _wrapped(f"{line}{witness.label}: “{words}”", width, "     ", hang="       ", style="dim")


def _words(pieces: tuple[Piece, ...], mark: str = "changed") -> str:
    """The words on one line, those with the mark between brackets."""
    whole = len(pieces) == 1
    return one_line("".join(f"[{each.text}]" if each.mark == mark and not whole else each.text for each in pieces))


def _wrapped(text: str, width: int, lead: str = "", *, hang: str | None = None, style: str = "") -> Iterator[Line]:
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=lead if hang is None else hang,
        break_on_hyphens=False,
    )
    yield from ((line, style) for line in lines)
