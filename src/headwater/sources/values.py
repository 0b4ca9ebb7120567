"""JSON and JSON Lines: each object or line is an item of its own, with the very bytes that stand for it."""

from __future__ import annotations

from typing import Final

import msgspec

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.sources.decoding import decode, refuse_binary
from headwater.sources.items import Item, whole
from headwater.sources.ninjs import version_of
from headwater.sources.reading import Context, Readings
from headwater.sources.records import read_json, read_lines
from headwater.sources.shapes import read_value
from headwater.sources.versions import earlier, superseded

__all__ = ["json_parts", "read_json_lines", "read_json_text"]

_HEAD: Final = 4096


def read_json_lines(item: Item, context: Context) -> Readings:
    """Yield the articles of JSON Lines, one line of which is held at a time and kept to `settings.max_bytes`."""
    some = False
    with item.open() as stream:
        refuse_binary(item.given, stream.read(_HEAD))
    with item.open() as stream:
        for number, line in read_lines(item.given, stream, context.settings.max_bytes):
            some = True
            if isinstance(line, InputError):
                yield line
            else:
                yield from _values(item.part(f"line {number}", line, f"{item.key}-{number}"), line, context)
    if not some:
        raise UnreadableInput(item.given, "is empty")


def read_json_text(item: Item, context: Context) -> Readings:
    """Yield the articles of a JSON document: one object, or an array of them."""
    decoded = decode(item.given, whole(item, context.settings.max_bytes), item.charset)
    if decoded.assumed:
        yield InputError(item.given, f"is not UTF-8; it was read as {decoded.assumed}")
    data = decoded.text.strip().encode()
    if not data:
        raise UnreadableInput(item.given, "is empty")
    yield from _values(item, data, context)


def _values(item: Item, data: bytes, context: Context) -> Readings:
    """Yield the articles of one object, or of each in an array."""
    if not data.startswith(b"["):
        yield from _one(item, data, context)
        return
    try:
        parts = json_parts(item.given, data)
    except InputError as error:
        yield error
        return
    later = superseded([version_of(part) for part in parts])
    for place, written in enumerate(parts):
        part = item.part(f"item {place + 1}", written, f"{item.key}-{place + 1}")
        if place in later:
            yield earlier(part.given, f"item {later[place] + 1}")
        else:
            yield from _one(part, written, context)


def _one(item: Item, data: bytes, context: Context) -> Readings:
    try:
        yield from read_value(item, read_json(item.given, data), data, context)
    except InputError as error:
        yield error


def json_parts(name: str, data: bytes) -> list[bytes]:
    """Return the elements of a JSON array as they are written. Raises `MalformedRecord`, `UnreadableInput` if empty."""
    try:
        parts = msgspec.json.decode(data, type=list[msgspec.Raw])
    except msgspec.DecodeError as error:
        raise MalformedRecord(name, f"is not JSON ({error}); check it with a JSON tool") from None
    except (RecursionError, UnicodeDecodeError):
        raise MalformedRecord(name, "is nested too deeply or not UTF-8; no article looks like that") from None
    if not parts:
        raise UnreadableInput(name, "is an empty list")
    return [bytes(part) for part in parts]
