"""A whole archive as a stream: articles one after the other, only one line or file of which is held at a time.

Every format is read by its own reader, but for JSON Lines and JSON: here fields beside `text`, `id` and `outlet` are
passed over, since every archive has its own. Ids stay as they are written, and the language is not asked.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.settings import Settings
from headwater.sources.decoding import refuse_binary
from headwater.sources.formats import guarded, read_item
from headwater.sources.inputs import FileInput, UrlInput, is_url, spread, unlisted
from headwater.sources.intake import LONGEST_TEXT
from headwater.sources.items import Item, captured, item_of_file, whole
from headwater.sources.reading import Context, Readings
from headwater.sources.records import read_json, read_lines
from headwater.sources.values import json_parts
from headwater.text.printable import printable
from headwater.types import Article, Basis, Captured, Known

__all__ = ["Entry", "stream_archive"]

Entry = tuple[str, str, str | None]  # id, text, outlet

_JSON_LINES: Final = frozenset((".jsonl", ".ndjson"))
_HEAD: Final = 4096
_PATTERN: Final = frozenset("*?[")
_LONGEST_ID: Final = 500


class _Row(Struct, frozen=True):
    """What is asked of a line."""

    text: str
    id: str | int | None = None
    outlet: str | None = None


def stream_archive(
    inputs: Iterable[str], settings: Settings, on_problem: Callable[[InputError], None]
) -> Iterator[Entry]:
    """Yield (id, text, outlet) of each article in files, folders and patterns such as `2021/*.txt`, by path.

    `-` stands for a list of them on standard input. An article without an id is called by its file and line. What
    cannot be used is told to `on_problem`, in one line that names it, and the rest goes on. `settings.max_bytes`
    holds for a line of JSON Lines and for any other file; `settings.outlet` is the outlet of articles that name none.
    """
    taken: dict[str, str] = {}
    for reading in _readings(inputs, settings):
        wrong = reading if isinstance(reading, InputError) else _unfit(*reading, taken)
        if wrong is not None:
            on_problem(wrong)
        elif not isinstance(reading, InputError):
            where, (identity, text, outlet) = reading
            taken[identity] = where
            yield identity, text, outlet or settings.outlet


def _unfit(where: str, entry: Entry, taken: dict[str, str]) -> InputError | None:
    """Why an article cannot be taken."""
    identity, text, _ = entry
    if not text.strip():
        return UnreadableInput(where, "is empty")
    if len(text) > LONGEST_TEXT:
        return UnreadableInput(where, f"is longer than an article can be ({LONGEST_TEXT:,} characters); split it")
    if len(identity) > _LONGEST_ID:
        return MalformedRecord(
            where, f"has an id of {len(identity):,} characters; give it one of {_LONGEST_ID} at most"
        )
    if identity in taken:
        reason = f"has the id {printable(identity)!r}, as has {taken[identity]}; give each article its own"
        return MalformedRecord(where, reason)
    return None


def _readings(inputs: Iterable[str], settings: Settings) -> Iterator[tuple[str, Entry] | InputError]:
    """Each article with the place where it was found, and an error for each that cannot be read."""
    paths = {given: _expanded(given) for given in map(str, unlisted(inputs))}
    yield from (
        UnreadableInput(printable(given), "fits no file; check the pattern") for given in paths if not paths[given]
    )
    for one in spread([path for found in paths.values() for path in found]):
        if isinstance(one, InputError):
            yield one
        elif isinstance(one, FileInput):
            try:
                yield from _file(one, settings)
            except OSError as error:
                yield UnreadableInput(one.given, f"cannot be read: {error.strerror or error}")
        elif isinstance(one, UrlInput):
            yield UnreadableInput(one.name, "is an address; archives are read from files: save it first")


def _expanded(given: str) -> Sequence[str]:
    """The paths that a pattern stands for; any other path as it is."""
    if is_url(given) or not set(given) & _PATTERN or Path(given).exists():
        return [given]
    return sorted(glob.iglob(given, recursive=True))  # noqa: PTH207  # a Path takes no absolute pattern


def _file(one: FileInput, settings: Settings) -> Iterator[tuple[str, Entry] | InputError]:
    for reading in _read(item_of_file(one), Context(settings, _read)):
        if not isinstance(reading, InputError):
            yield _of_article(reading)
        elif type(reading) is not InputError:
            yield reading


def _read(item: Item, context: Context) -> Readings:
    """The reader of every format, but for JSON, of which here less is asked."""
    if item.suffix in _JSON_LINES:
        yield from guarded(_lines, item, context)
    elif item.suffix == ".json":
        yield from guarded(_values, item, context)
    else:
        yield from read_item(item, context)


def _of_article(captured: Captured) -> tuple[str, Entry]:
    """What is asked of an article: its id is the one that it states, or else where it was found."""
    article, where = captured.article, captured.capture.locator
    identity = article.guid.value if article.guid else where
    return where, (identity, article.text, article.outlet.value if article.outlet else None)


def _lines(item: Item, context: Context) -> Readings:
    some = False
    with item.open() as stream:
        refuse_binary(item.given, stream.read(_HEAD))
    with item.open() as stream:
        for number, line in read_lines(item.given, stream, context.settings.max_bytes):
            some = True
            yield line if isinstance(line, InputError) else _row(item.part(f"line {number}", line, ""), line)
    if not some:
        raise UnreadableInput(item.given, "is empty")


def _values(item: Item, context: Context) -> Readings:
    most = context.settings.max_bytes
    if item.size > most:
        raise UnreadableInput(
            item.given, f"is {item.size:,} bytes, more than is read at once ({most:,}); make it JSON Lines"
        )
    data = whole(item, most).strip()
    if not data.startswith(b"["):
        yield _row(item, data)
        return
    for number, part in enumerate(json_parts(item.given, data), 1):
        yield _row(item.part(f"item {number}", part, ""), part)


def _row(item: Item, data: bytes) -> Captured | InputError:
    """The article of a line or item."""
    try:
        row = msgspec.convert(read_json(item.given, data), _Row)
    except msgspec.ValidationError as error:
        wrong = str(error)
        return MalformedRecord(
            item.given, f"is no article: {wrong[:1].lower()}{wrong[1:]}; give it a text, an id, an outlet"
        )
    except InputError as error:
        return error
    identity = "" if row.id is None else str(row.id)
    article = Article(
        id=identity,
        text=row.text,
        name=item.name,
        outlet=Known(row.outlet, Basis.FILE) if row.outlet else None,
        guid=Known(identity, Basis.FILE) if identity else None,
    )
    return captured(item, article, data)
