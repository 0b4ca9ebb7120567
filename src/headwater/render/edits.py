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
    spun = _spun(copy, naming) if copy.spin_rate >= _SPUN else ""
    return EditsView(spun, _tally(copy.edits), tuple(_edit(edit, naming) for edit in copy.edits))


def _spun(copy: CopyEdits, naming: Naming) -> str:
    """The spin rate in words; beside a sibling it is open which of the two was edited."""
    exchanged = f"{percent(copy.spin_rate)} of its words exchanged"
    if copy.direct:
        return f"reworded mechanically: {exchanged}"
    return f"{exchanged} against {naming.short(copy.origin)}, its nearest relative, in one of the two"


def _tally(edits: Iterable[Edit]) -> str:
    kinds = Counter(edit.kind for edit in edits)
    return listed(counted(kinds[kind], thing) for kind, thing in _THINGS.items() if kinds[kind])


def _edit(edit: Edit, naming: Naming) -> EditView:
    return EditView(edit.kind.value, _cut(naming.words(edit.before)), _cut(naming.words(edit.after)))


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]}…"
