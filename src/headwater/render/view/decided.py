"""What readers decided, as a page shows it: what each decision says, who made it and why, and what it changed."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view.words import Witness

__all__ = ["AsideView", "DecidedView"]


class DecidedView(Struct, frozen=True):
    """A decision: `who` made it, the `note` in quotation marks or '', what it changed or why it did not apply."""

    says: str
    who: str
    note: str
    applied: bool
    changed: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    number: int = 0  # in the log, 0 where there is none

    @property
    def came_to(self) -> str:
        """What it changed, in one line, or that it did not apply and why."""
        told = "; ".join(self.changed)
        return told if self.applied else f"did not apply: {told}"


class AsideView(Struct, frozen=True):
    """What a reader set aside: what kind of finding it is, what it says, who did so, why, and the words."""

    kind: str
    says: str
    who: str
    note: str
    number: int
    witnesses: tuple[Witness, ...]
