"""Which reader takes which input: by suffix or declared type, and by a look at the text where those are silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from headwater.errors import InputError, UnreadableInput
from headwater.settings import Settings
from headwater.sources.decoding import Decoded, decode, refuse_binary
from headwater.sources.inputs import FileInput
from headwater.sources.markdown import read_markdown
from headwater.sources.ninjs import is_ninjs, read_ninjs
from headwater.sources.page import read_page, text_of_html
from headwater.sources.plain import read_plain
from headwater.sources.records import read_json, read_lines, read_record
from headwater.types import Article

if TYPE_CHECKING:  # the network is brought in only where an address is given
    from headwater.sources.fetch import Fetched

__all__ = ["Reading", "read_fetched", "read_file"]

Reading = Article | InputError
Note = Callable[[str, str], None]

_SNIFFED: Final = 4096
_JSON_LINES: Final = frozenset((".jsonl", ".ndjson"))
_HTML: Final = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_OTHER_XML: Final = re.compile(r"\s*<\?xml|\s*<(?:rss|feed|newsItem|nitf|NewsML)\b", re.IGNORECASE)


def read_file(one: FileInput, settings: Settings, note: Note) -> Iterator[Reading]:
    """Yield the articles of a file and an error for each part that cannot be used.

    `note` is told (name, remark) where the encoding had to be assumed. A file over `settings.max_bytes` is refused
    unread; JSON Lines is streamed and each line held to that size.
    """
    suffix, key = one.path.suffix.lower(), one.path.stem
    try:
        if suffix in _JSON_LINES:
            yield from _streamed(one, settings)
            return
        data = _bytes(one, settings.max_bytes)
    except OSError as error:
        raise UnreadableInput(one.given, f"cannot be read: {error.strerror or error}") from None
    decoded = decode(
        one.given, data, page=suffix in {".html", ".htm"} or _HTML.match(data[:_SNIFFED].decode("latin-1")) is not None
    )
    _remark(one.given, decoded, note)
    yield from _read(one.name, decoded.text, suffix, key, "")


def read_fetched(name: str, fetched: Fetched, note: Note) -> Iterator[Reading]:
    """Yield the articles of what an address gave, by its declared type."""
    page = "html" in fetched.kind
    decoded = decode(name, fetched.data, fetched.charset, page=page)
    _remark(name, decoded, note)
    key = fetched.url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1].rsplit(".htm", 1)[0]
    suffix = ".html" if page else ".json" if "json" in fetched.kind else ".md" if "markdown" in fetched.kind else ".txt"
    if suffix == ".json" and ("ndjson" in fetched.kind or "jsonl" in fetched.kind):
        suffix = ".jsonl"
    yield from _read(name, decoded.text, suffix, key, fetched.url)


def _bytes(one: FileInput, most: int) -> bytes:
    size = one.path.stat().st_size
    if size > most:
        raise UnreadableInput(one.given, f"is {size:,} bytes, more than one article can be ({most:,}); split it")
    with one.path.open("rb") as file:
        return file.read(most + 1)


def _remark(name: str, decoded: Decoded, note: Note) -> None:
    if decoded.assumed:
        note(name, f"is not UTF-8; it was read as {decoded.assumed}")


def _read(name: str, text: str, suffix: str, key: str, url: str) -> Iterator[Reading]:
    if not text.strip():
        raise UnreadableInput(name, "is empty")
    if suffix == ".json":
        yield from _values(name, read_json(name, text), key)
    elif suffix == ".jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            yield from _line(name, number, line.encode(), key) if line.strip() else ()
    elif suffix in {".html", ".htm"} or _HTML.match(text[:_SNIFFED]):
        yield read_page(name, text, url, key)
    elif _OTHER_XML.match(text[:_SNIFFED]):
        raise UnreadableInput(name, "is XML of a kind that is not read; save the article's page or text")
    elif suffix in {".md", ".markdown"}:
        yield read_markdown(name, text, key)
    else:
        yield read_plain(name, text, key)


def _streamed(one: FileInput, settings: Settings) -> Iterator[Reading]:
    with one.path.open("rb") as stream:
        refuse_binary(one.given, stream.read(_SNIFFED))
        stream.seek(0)
        some = False
        for part in read_lines(one.given, stream, settings.max_bytes):
            some = True
            if isinstance(part, InputError):
                yield part
            else:
                number = int(part[0].rsplit(" ", 1)[-1])
                yield from _line(one.name, number, part[1], one.path.stem)
    if not some:
        raise UnreadableInput(one.given, "is empty")


def _line(name: str, number: int, line: bytes, key: str) -> Iterator[Reading]:
    where = f"{name} line {number}"
    try:
        yield from _values(where, read_json(where, line), f"{key}-{number}")
    except InputError as error:
        yield error


def _values(name: str, value: object, key: str) -> Iterator[Reading]:
    """Yield the articles of decoded JSON: one object, or an array of them."""
    if not isinstance(value, list):
        yield _one(name, value, key)
        return
    if not value:
        raise UnreadableInput(name, "is an empty list")
    for number, part in enumerate(value, 1):
        try:
            yield _one(f"{name} item {number}", part, f"{key}-{number}")
        except InputError as error:
            yield error


def _one(name: str, value: object, key: str) -> Article:
    if isinstance(value, dict) and is_ninjs(value):
        return read_ninjs(name, value, text_of_html, key)
    return read_record(name, value, key)
