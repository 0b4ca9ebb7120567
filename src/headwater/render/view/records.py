"""The event record as a page shows it: one row a field, what stands behind each value, how sure it is in words."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view.words import Witness

__all__ = ["FieldView", "RecordView", "ValueView"]


class ValueView(Struct, frozen=True):
    """One value of a field. `aside` says what it is ("a town"), `link` is the id of what tells more on a page."""

    words: str
    aside: str
    lines: tuple[str, ...]
    behind: str  # how many stand behind it
    confidence: str
    reason: str
    witnesses: tuple[Witness, ...]
    link: str = ""


class FieldView(Struct, frozen=True):
    """A field of the record, the value that most lines give first."""

    name: str
    values: tuple[ValueView, ...]


class RecordView(Struct, frozen=True):
    """The one event that the story is about. `coded` is its type and mode in PLOVER, "" where that has none."""

    fields: tuple[FieldView, ...]
    coded: str
