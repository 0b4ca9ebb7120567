"""CopyEdits -> EditsView: what copying changed without harm, counted by kind, and how far a text was spun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from headwater.render.naming import Naming
from headwater.render.view import EditsView, EditView
from headwater.render.words import counted, listed, percent
from headwater.types import CopyEdits, Edit, EditKind

__all__ = ["edits_view"]

_SPUN: Final = 0.05  # share of words from which their exchange is worth a word
_LONG: Final = 120  # code points of an edit that are shown
_THINGS: Final = {
    EditKind.SPELLING: "other spelling",
    EditKind.SYNONYM: "synonym",
    EditKind.ADDITION: "addition",
    EditKind.OMISSION: "omission",
    EditKind.REORDERED: "reordering",
    EditKind.REWORDED: "rewording",
}


def edits_view(copy: CopyEdits, naming: Naming) -> EditsView:
    """The edits of one copy with the words they exchanged."""
    against = "" if copy.direct else f"against {naming.short(copy.origin)}, its nearest relative: "
    spun = f"{percent(copy.spin_rate)} of its words exchanged" if copy.spin_rate >= _SPUN else ""
    said = "; ".join(part for part in (spun, _tally(copy.edits)) if part)
    return EditsView(f"{against}{said}" if said else "", tuple(_edit(edit, naming) for edit in copy.edits))


def _tally(edits: Iterable[Edit]) -> str:
    kinds = Counter(edit.kind for edit in edits)
    return listed(counted(kinds[kind], thing) for kind, thing in _THINGS.items() if kinds[kind])


def _edit(edit: Edit, naming: Naming) -> EditView:
    return EditView(edit.kind.value, _cut(naming.words(edit.before)), _cut(naming.words(edit.after)))


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]}…"
