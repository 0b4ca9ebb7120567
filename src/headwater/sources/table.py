"""CSV and TSV: a table with a header, each row of which is an article or a link, read one row at a time.

RFC 4180 with what spreadsheets add: another delimiter, a byte order mark, line breaks within quotes. A row that is not
UTF-8 is read in the legacy encodings of `decoding`, by itself. Exports of GDELT have no header and are told by form.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import Final, TextIO

from headwater.errors import InputError, UnreadableInput
from headwater.sources.columns import find_columns
from headwater.sources.decoding import decode, glance, mark_of, refuse_binary
from headwater.sources.gdelt import is_gdelt, links_of_gdelt
from headwater.sources.items import Item
from headwater.sources.links import follow
from headwater.sources.reading import Context, Readings
from headwater.sources.rows import Row, read_rows

__all__ = ["read_table"]

_HEAD: Final = 4096
_DELIMITERS: Final = ",\t;|"
_ESCAPED: Final = re.compile("[\udc80-\udcff]")  # bytes that are no UTF-8, as Python keeps them


def read_table(item: Item, context: Context) -> Readings:
    """Yield the articles of a table with a header; one without texts is a list of links, see `links.follow`."""
    most = context.settings.max_bytes
    with item.open() as stream:
        head = stream.readline(most)
    refuse_binary(item.given, head[:_HEAD])
    if is_gdelt(head):
        with item.open() as stream:
            yield from follow(links_of_gdelt(item.given, stream, most), item, context)
        return
    encoding = mark_of(head) or "utf-8"
    with item.open() as raw, TextIOWrapper(raw, encoding, _errors(encoding), newline="") as text:
        lines = _Lines(item.given, text, most)
        header = next(csv.reader(lines, delimiter=_delimiter(head)), None)
        if header is None:
            raise UnreadableInput(item.given, "is empty")
        names = [cell.strip() for cell in header]
        columns = find_columns(item.given, names, context.settings.columns)
        yield from read_rows(item, columns, _rows(lines, _delimiter(head)), len(names), context)


class _Lines:
    """The lines of a file with their numbers, and those of the row at hand."""

    def __init__(self, name: str, text: TextIO, longest: int) -> None:
        self.name = name
        self.longest = longest
        self.number = 0
        self.row: list[str] = []
        self._text = text
        self._size = 0

    def begin(self) -> None:
        """Forget the lines of the row before."""
        self.row.clear()
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self.longest + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._size += len(line)
        self.row.append(line)
        if self._size > self.longest:
            where, row = f"{self.name} line {self.number - len(self.row) + 1}", f"{self.longest:,} characters"
            raise UnreadableInput(
                where, f"is a row of more than {row}, or a quote is not closed; the rest was left out"
            )
        return line


def _rows(lines: _Lines, delimiter: str) -> Iterator[Row | InputError]:
    """Yield the rows behind the header. What cannot be told apart any more ends them, with an error."""
    csv.field_size_limit(max(csv.field_size_limit(), lines.longest))  # a setting of the whole process, only ever raised
    reader, told = csv.reader(lines, delimiter=delimiter), False
    while True:
        lines.begin()
        first = lines.number + 1
        try:
            cells = next(reader, None)
        except InputError as error:
            yield error
            return
        except csv.Error as error:
            yield UnreadableInput(
                f"{lines.name} line {first}", f"is no row of a table ({error}); the rest was left out"
            )
            return
        if cells is None:
            return
        if any(cells):
            row, legacy = _row(lines, first, cells)
            if legacy and not told:
                told = True
                yield InputError(lines.name, f"is not UTF-8 from line {first} on; it was read as {legacy}")
            yield row


def _row(lines: _Lines, first: int, cells: list[str]) -> tuple[Row | InputError, str]:
    """A row, and the encoding that it had to be assumed to be in where it is not UTF-8."""
    where, written = f"{lines.name} line {first}", "".join(lines.row)
    if written.count('"') % 2 and (len(lines.row) > 1 or cells[-1].endswith("\n")):
        return UnreadableInput(where, "has a quote that is never closed; the rest was left out"), ""
    data = written.encode("utf-8", "surrogateescape")
    if written.isascii() or not _ESCAPED.search(written):
        return Row(f"line {first}", first, cells, data), ""
    try:
        decoded = [decode(where, cell.encode("utf-8", "surrogateescape")) for cell in cells]
    except InputError as error:
        return error, ""
    assumed = next((one.assumed for one in decoded if one.assumed), "")
    return Row(f"line {first}", first, [one.text for one in decoded], data), assumed


def _delimiter(head: bytes) -> str:
    line = glance(head, len(head))
    return max(_DELIMITERS, key=line.count)


def _errors(encoding: str) -> str:
    """Bytes that are no UTF-8 are kept, to be read otherwise; in other encodings there is nothing to read them as."""
    return "surrogateescape" if encoding == "utf-8" else "replace"
