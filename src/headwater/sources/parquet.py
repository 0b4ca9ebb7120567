"""Parquet: a table in columns, read in batches of rows, only the columns that an article is made of.

https://parquet.apache.org/docs/file-format/, by pyarrow, which is installed on demand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from headwater.errors import PartMissing, UnreadableInput
from headwater.sources.columns import find_columns
from headwater.sources.items import Item
from headwater.sources.reading import Context, Readings
from headwater.sources.rows import Row, read_rows
from headwater.sources.seekable import seekable
from headwater.text.printable import printable

__all__ = ["read_parquet"]

_BATCH: Final = 256  # rows held at a time


def read_parquet(item: Item, context: Context) -> Readings:
    """Yield the articles of a Parquet table, as `table.read_table` does. Raises `PartMissing` without pyarrow."""
    try:
        import pyarrow  # type: ignore[import-untyped]  # it comes without types
        import pyarrow.parquet  # type: ignore[import-untyped]
    except ImportError:
        raise PartMissing(
            "reading Parquet needs pyarrow, which is not installed: pip install 'headwater[parquet]'"
        ) from None
    with item.open() as raw, seekable(raw, archived=item.depth > 0) as stream:
        try:
            table = pyarrow.parquet.ParquetFile(stream)
            names = list(table.schema_arrow.names)
            columns = find_columns(item.given, names, context.settings.columns)
            wanted = sorted(columns.places.values())
            yield from read_rows(item, columns, _rows(table, names, wanted), len(names), context)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            said = printable(str(error).splitlines()[0] if str(error) else type(error).__name__)
            yield UnreadableInput(item.given, f"is no Parquet table that can be read, or is cut off ({said})")


def _rows(table: Any, names: Sequence[str], wanted: Sequence[int]) -> Iterator[Row]:
    """Yield the rows with the cells of the columns `wanted`, by place; the others are not read."""
    number = 0
    for batch in table.iter_batches(_BATCH, columns=[names[place] for place in wanted]):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            cells = dict(zip(wanted, map(_written, values), strict=True))
            data = msgspec.json.encode({names[place]: cell for place, cell in cells.items()})
            yield Row(f"row {number}", number, [cells.get(place) for place in range(len(names))], data)


def _written(value: object) -> str | None:
    """A cell as text: dates in ISO form, bytes as the text they are."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return None if value is None else str(value)
