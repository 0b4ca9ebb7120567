"""A whole archive as a stream: articles one after the other, only one line or file of which is held at a time.

JSON Lines and JSON hold many articles, any other text file or page is one. Here fields beside `text`, `id` and
`outlet` are passed over, since every archive has its own; ids stay as they are written, and the language is not asked.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.settings import Settings
from headwater.sources.decoding import refuse_binary
from headwater.sources.formats import read_item
from headwater.sources.inputs import FileInput, UrlInput, is_url, spread, unlisted
from headwater.sources.intake import LONGEST_TEXT
from headwater.sources.items import item_of_file
from headwater.sources.reading import Context
from headwater.sources.records import read_json, read_lines
from headwater.text.printable import printable
from headwater.types import Captured

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
            except InputError as error:
                yield error
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
    suffix = one.path.suffix.lower()
    if suffix in _JSON_LINES:
        yield from _lines(one, settings.max_bytes)
    elif suffix == ".json":
        yield from _values(one, settings.max_bytes)
    else:
        for reading in read_item(item_of_file(one), Context(settings, read_item)):
            if not isinstance(reading, InputError):
                yield _of_article(reading)
            elif type(reading) is not InputError:
                yield reading


def _of_article(captured: Captured) -> tuple[str, Entry]:
    article, where = captured.article, captured.capture.locator
    return where, (where, article.text, article.outlet.value if article.outlet else None)


def _lines(one: FileInput, longest: int) -> Iterator[tuple[str, Entry] | InputError]:
    some = False
    with one.path.open("rb") as stream:
        refuse_binary(one.given, stream.read(_HEAD))
        stream.seek(0)
        for number, line in read_lines(one.given, stream, longest):
            some = True
            yield line if isinstance(line, InputError) else _row(f"{one.given} line {number}", read_json, line)
    if not some:
        raise UnreadableInput(one.given, "is empty")


def _values(one: FileInput, most: int) -> Iterator[tuple[str, Entry] | InputError]:
    size = one.path.stat().st_size
    if size > most:
        raise UnreadableInput(one.given, f"is {size:,} bytes, more than is read at once ({most:,}); make it JSON Lines")
    value = read_json(one.given, one.path.read_bytes())
    for number, part in enumerate(value, 1) if isinstance(value, list) else ():
        yield _row(f"{one.given} item {number}", _as_it_is, part)
    if not isinstance(value, list):
        yield _row(one.given, _as_it_is, value)


def _as_it_is(_: str, value: object) -> object:
    return value


def _row(where: str, read: Callable[[str, Any], object], data: object) -> tuple[str, Entry] | InputError:
    """The article of a line or item."""
    try:
        row = msgspec.convert(read(where, data), _Row)
    except msgspec.ValidationError as error:
        wrong = str(error)
        return MalformedRecord(
            where, f"is no article: {wrong[:1].lower()}{wrong[1:]}; give it a text, an id, an outlet"
        )
    except InputError as error:
        return error
    return where, (str(row.id) if row.id not in {None, ""} else where, row.text, row.outlet)
