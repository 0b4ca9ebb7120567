"""A sidecar: a CSV file beside the articles that says of each what the file itself does not.

The first column, `name` or `file`, names the article: a file name, a path, an address or an id. The other columns are
fields: published, outlet, agency, title, byline, url. Empty cells say nothing.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from msgspec import Struct

from headwater.errors import OptionError, UnreadableInput
from headwater.sources.decoding import decode
from headwater.text.days import read_day
from headwater.text.printable import printable
from headwater.types import Article

__all__ = ["UNUSED_ROW", "Row", "Sidecar", "read_sidecar"]

UNUSED_ROW: Final = "is named in the sidecar, but no article of that name was handed in"

FIELDS: Final = ("published", "outlet", "agency", "title", "byline", "url")
_KEYS: Final = ("name", "file")
_LONGEST: Final = 10_000_000


class Row(Struct, frozen=True):
    """What is given for one article; None where nothing is."""

    name: str = ""
    published: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None


class Sidecar(Struct, frozen=True):
    """The rows of a sidecar file by the name they give."""

    rows: dict[str, Row] = {}

    def row_for(self, article: Article, path: str) -> Row:
        """Return the row for an article by its path, name, file name or id, in this order; an empty one if none."""
        for key in (
            () if not self.rows else (path, article.name, Path(article.name).name, Path(article.name).stem, article.id)
        ):
            if key in self.rows:
                return self.rows[key]
        return Row()

    def unused(self, used: set[str]) -> tuple[str, ...]:
        """Return the names of rows that no article took: most likely misspelt."""
        return tuple(sorted(set(self.rows) - used))


def read_sidecar(path: str) -> Sidecar:
    """Return the sidecar at `path`. Raises `OptionError`, since the user named it, if it cannot be understood."""
    where = printable(path)
    try:
        file = Path(path)
        if file.stat().st_size > _LONGEST:
            raise OptionError(f"sidecar {where} is larger than {_LONGEST:,} bytes")
        text = decode(path, file.read_bytes()).text
    except (OSError, UnreadableInput) as error:
        raise OptionError(f"sidecar {where} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        table = list(csv.DictReader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise OptionError(f"sidecar {where} is not CSV: {error}") from None
    return Sidecar(_rows(where, table))


def _rows(where: str, table: list[dict[str, str]]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for number, cells in enumerate(table, 2):
        fields = {str(column).strip().lower(): (cell or "") for column, cell in cells.items() if column is not None}
        if None in cells:
            raise OptionError(f"sidecar {where} line {number} has more cells than columns")
        row = _row(where, fields)
        if not row.name or row.name in rows:
            raise OptionError(
                f"sidecar {where} line {number}: {'names no article' if not row.name else 'names one again'}"
            )
        rows[row.name] = row
    return rows


def _row(where: str, fields: dict[str, str]) -> Row:
    unknown = sorted(set(fields) - {*FIELDS, *_KEYS})
    if unknown:
        known = ", ".join((*_KEYS, *FIELDS))
        raise OptionError(
            f"sidecar {where} has the column {printable(unknown[0])!r}, which is not known; known are {known}"
        )
    if not set(fields) & set(_KEYS):
        raise OptionError(f"sidecar {where} has no column 'name' or 'file' to say which article a row is about")
    name = next((fields[key].strip() for key in _KEYS if fields.get(key, "").strip()), "")
    published = fields.get("published", "").strip()
    if published and read_day(published) is None:
        raise OptionError(f"sidecar {where}: {printable(published)!r} is no date; write it as 2021-05-03")
    return Row(name=name, **{field: fields.get(field, "").strip() or None for field in FIELDS})
