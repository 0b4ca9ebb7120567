"""Rows of a table, whatever it is kept in: each an article, or a link where the table has no texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.sources.columns import Columns
from headwater.sources.items import Item, captured
from headwater.sources.links import Link, follow
from headwater.sources.reading import Context, Readings

__all__ = ["Row", "read_rows"]


class Row(Struct, frozen=True):
    """A row: its name within the table ("line 3"), its number, its cells, and the very bytes it was read from."""

    label: str
    number: int
    cells: Sequence[str | None]
    data: bytes


def read_rows(item: Item, columns: Columns, rows: Iterable[Row | InputError], width: int, context: Context) -> Readings:
    """Yield the articles of a table that is `width` columns wide. Raises `UnreadableInput` if it has no row."""
    if not columns.has_text:
        yield from follow(_links(item, columns, rows), item, context)
        return
    some = False
    for row in rows:
        some = True
        if isinstance(row, InputError):
            yield row
            continue
        part = item.part(row.label, row.data, f"{item.key}-{row.number}")
        if len(row.cells) > width:
            yield MalformedRecord(part.given, f"has {len(row.cells):,} cells, more than there are columns ({width:,})")
        else:
            yield captured(part, columns.article(part.given, row.cells, part.key), row.data)
    if not some:
        raise UnreadableInput(item.given, "has a header and no row")


def _links(item: Item, columns: Columns, rows: Iterable[Row | InputError]) -> Iterator[Link | InputError]:
    return (
        row if isinstance(row, InputError) else columns.link(f"{item.given} {row.label}", row.cells) for row in rows
    )
