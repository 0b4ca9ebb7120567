"""Where the lines differ and what copying altered, as a page shows it: readings side by side."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view.words import Reason, Witness

__all__ = ["AlterationView", "ConflictView", "SideView"]


class SideView(Struct, frozen=True):
    """One side of a conflict."""

    value: str
    chain: str
    lines: tuple[str, ...]
    articles: tuple[str, ...]
    weak: str
    witnesses: tuple[Witness, ...]


class ConflictView(Struct, frozen=True):
    """A difference between lines, side by side. `witnesses` open what the question rests on beyond its sides."""

    anchor: str
    kind: str
    question: str
    witnesses: tuple[Witness, ...]
    sides: tuple[SideView, ...]
    note: str
    accepted: str = ""  # by which reader, when and why


class AlterationView(Struct, frozen=True):
    """Two readings and what to call each. Where it is decided, `first` is the sound one."""

    kind: str
    harm: str
    why: str  # why the first is held for the sound one
    decided: bool
    first_called: str
    first: Witness
    second_called: str
    second: Witness
    support: tuple[Witness, ...]
    reasons: tuple[Reason, ...]
    anchor: str = ""
    accepted: str = ""  # by which reader, when and why
