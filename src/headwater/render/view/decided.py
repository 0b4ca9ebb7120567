"""What readers decided, as a page shows it: what each decision says, who made it and why, and what it changed."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view.words import Witness

__all__ = ["DecidedView"]


class DecidedView(Struct, frozen=True):
    """A decision: `who` made it, the `note` in quotation marks or '', what it changed or why it did not apply."""

    says: str
    who: str
    note: str
    applied: bool
    changed: tuple[str, ...]
    witnesses: tuple[Witness, ...]

    @property
    def came_to(self) -> str:
        """What it changed, in one line, or that it did not apply and why."""
        told = "; ".join(self.changed)
        return told if self.applied else f"did not apply: {told}"
