"""Which column of a table holds what: as the user says, else by the names that exports commonly give.

A table without a text but with addresses is a list of links, as Media Cloud exports them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.errors import UnreadableInput
from headwater.sources.draft import draft
from headwater.sources.links import Link
from headwater.text.printable import printable
from headwater.types import Article

__all__ = ["Columns", "find_columns"]

# Names of columns without case, spaces and marks; of those that a table has the first counts.
_NAMES: Final = {
    "text": ("text", "body", "fulltext", "content", "maintext", "bodytext", "articletext", "articlebody", "article"),
    "id": ("id", "articleid", "storiesid", "uid", "guid"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "medianame", "publication", "newspaper", "sourcename", "source", "site"),
    "agency": ("agency", "wire", "newsagency"),
    "byline": ("byline", "author", "authors"),
    "published": (
        "published", "publishdate", "datepublished", "publicationdate", "pubdate", "publishedat", "dateofpublication",
        "date",
    ),
    "url": ("url", "link", "address", "articleurl", "canonicalurl", "permalink"),
}  # fmt: skip
_MOST_LISTED: Final = 30
_MARKS: Final = re.compile(r"[\W_]+")


class Columns(Struct, frozen=True):
    """The place, from 0, of the column of each field that a table has."""

    places: Mapping[str, int]

    @property
    def has_text(self) -> bool:
        """Tell whether the table holds texts; one that does not holds links."""
        return "text" in self.places

    def article(self, where: str, cells: Sequence[str | None], key: str) -> Article:
        """Return the article of a row. `key` is what its id is made of where the row has none."""
        found = {field: self._cell(field, cells) for field in self.places}
        text, key = found.pop("text", ""), found.pop("id", "") or key
        return draft(where, text, key=key, **found)

    def link(self, where: str, cells: Sequence[str | None]) -> Link:
        """Return the link of a row."""
        url, title, outlet, published = (self._cell(field, cells) for field in ("url", "title", "outlet", "published"))
        return Link(url.strip(), where, title=title, outlet=outlet, published=published)

    def _cell(self, field: str, cells: Sequence[str | None]) -> str:
        place = self.places.get(field, -1)
        cell = (cells[place] or "") if 0 <= place < len(cells) else ""
        return cell.replace("\r\n", "\n").replace("\r", "\n")


def find_columns(where: str, header: Sequence[str], said: Mapping[str, str]) -> Columns:
    """Return the columns of a table with the names `header`; `said` names some by field.

    Raises `UnreadableInput`, which lists the columns, where one that was named is not there, or neither a text nor an
    address is found.
    """
    found = {field: place for field in _NAMES if (place := _guessed(field, header, said)) is not None}
    for field, name in said.items():
        if name not in header:
            raise UnreadableInput(where, f"has no column {printable(name, 80)!r}; {_listed(header)}")
        found[field] = header.index(name)
    if not {"text", "url"} & set(found):
        raise UnreadableInput(
            where, f"has no column known to hold texts: say which with --columns text=NAME; {_listed(header)}"
        )
    return Columns(found)


def _guessed(field: str, header: Sequence[str], said: Mapping[str, str]) -> int | None:
    """The place of a field's column; never one that the user gave to another field."""
    bare = {
        _MARKS.sub("", name.lower()): place
        for place, name in reversed([*enumerate(header)])
        if name not in said.values()
    }
    return next((bare[name] for name in _NAMES[field] if name in bare), None)


def _listed(header: Sequence[str]) -> str:
    shown = ", ".join(printable(name, 40) or "''" for name in header[:_MOST_LISTED])
    more = f" and {len(header) - _MOST_LISTED:,} more" if len(header) > _MOST_LISTED else ""
    return f"its columns are {shown}{more}"
