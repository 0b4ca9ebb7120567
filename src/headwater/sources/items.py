"""An item: something with bytes that a reader can read, wherever it lies.

A file, a member of a ZIP archive, a record of a web archive, an entry of a feed, a line, an answer of a server: readers
see the same record of all of them, so that any format can stand in any other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec
from msgspec import Struct

from headwater.errors import UnreadableInput
from headwater.sources.clock import utc_now
from headwater.sources.draft import stated
from headwater.sources.inputs import FileInput
from headwater.types import Article, Capture, Captured

if TYPE_CHECKING:  # the network is brought in only where an address is given
    from headwater.sources.fetch import Fetched

__all__ = ["Budget", "Item", "captured", "item_of_fetched", "item_of_file", "suffix_of", "whole"]

_KINDS: Final = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".parquet": "application/json",  # what is kept of a row
}

_MOST_UNPACKED: Final = 50_000_000_000  # bytes
_LEAST_UNPACKED: Final = 50_000_000  # bytes that any archive may unpack to
_MOST_RATIO: Final = 100  # text packs to a fifth, a table that repeats itself to a fiftieth


class Budget:
    """How many bytes an archive, with all that lies in it, may still be unpacked to."""

    def __init__(self, size: int) -> None:
        self.left = min(_MOST_UNPACKED, max(_LEAST_UNPACKED, size * _MOST_RATIO))

    def take(self, name: str, count: int) -> None:
        """Count bytes. Raises `UnreadableInput` when there were too many."""
        self.left -= count
        if self.left < 0:
            raise UnreadableInput(name, "unpacks to far more than news does; the rest of the archive was left out")


class Item(Struct, frozen=True, kw_only=True):
    """Bytes to read, and what is known of them before they are read."""

    name: str  # what a reader calls it: a file name, or the path inside the folder or archive that was given
    given: str  # where it is, as the user would name it, fit to show: "news.zip!a/b.html", "pile.jsonl line 3"
    key: str  # what the id of its article is made of
    open: Callable[[], BinaryIO]  # its bytes, from the beginning; may raise OSError
    size: int = -1  # in bytes, -1 where that shows only in reading
    suffix: str = ""  # of its name, in small letters: ".html", ".warc.gz"
    kind: str = ""  # media type, where one was declared
    charset: str = ""  # as declared with the media type
    url: str = ""  # where it was published, as far as the way here tells
    taken: str = ""  # see `Capture`
    depth: int = 0  # how many archives or lists it lies in
    named: bool = False  # whether the user named this very file
    follow: bool = False  # whether what it merely links to is fetched, since the user named its address
    budget: Budget | None = None  # what may still be unpacked of the archive that it lies in

    def part(self, label: str, data: bytes, key: str) -> Item:
        """Return a part of the item that was already read: `label` ("line 3") goes behind its name."""
        return msgspec.structs.replace(
            self,
            name=f"{self.name} {label}",
            given=f"{self.given} {label}",
            key=key,
            open=partial(BytesIO, data),
            size=len(data),
        )


def suffix_of(name: str) -> str:
    """Return the suffix of a name in small letters, with what a `.gz` is wrapped around: `.txt`, `.warc.gz`."""
    path = PurePosixPath(name.lower())
    return "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix


def item_of_file(one: FileInput) -> Item:
    """Return a file as an item. Raises `OSError` if its size cannot be had."""
    return Item(
        name=one.name,
        given=one.given,
        key=one.path.stem,
        open=partial(_opened, one.path),
        size=one.path.stat().st_size,
        named=one.named,
        suffix=suffix_of(one.path.name),
        taken=utc_now(),
    )


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def item_of_fetched(name: str, fetched: Fetched) -> Item:
    """Return what an address gave as an item."""
    last = fetched.url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return Item(
        name=name,
        given=name,
        key=last.rsplit(".htm", 1)[0],
        open=partial(BytesIO, fetched.data),
        size=len(fetched.data),
        kind=fetched.kind,
        charset=fetched.charset,
        url=fetched.url,
        taken=utc_now(),
    )


def whole(item: Item, most: int) -> bytes:
    """Return all bytes of an item. Raises `UnreadableInput` for more than `most`, unread where the size is known."""
    if item.size > most:
        raise UnreadableInput(item.given, f"is {item.size:,} bytes, more than one article can be ({most:,}); split it")
    with item.open() as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableInput(item.given, f"is more bytes than one article can be ({most:,}); split it")
    return data


def captured(item: Item, article: Article, data: bytes) -> Captured:
    """Return an article, called by the name of its item, with the bytes that it was read from."""
    if article.name != item.name or (item.url and article.url is None):
        article = msgspec.structs.replace(article, name=item.name, url=article.url or stated(item.url))
    kind = item.kind or _KINDS.get(item.suffix, "")
    return Captured(article, Capture(item.given, item.taken, data, kind))
