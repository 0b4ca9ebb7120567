"""Headwater's own article format: one JSON object, an array of them, or JSON Lines.

`text` is required; every other field may be left out. The JSON Schema is published as docs/article.schema.json and is
made from `Record` below, so that the two cannot differ. A bad record is named by its line or place, the rest goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any, BinaryIO, Final

import msgspec
from msgspec import Meta, Struct

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.sources.draft import draft
from headwater.types import Article

__all__ = ["Record", "article_schema", "captured_at", "read_json", "read_lines", "read_record"]

_UNKNOWN: Final = re.compile(r"unknown field `([^`]*)`")


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """An article as one outlet published it. All fields but `text` are optional; null means not known."""

    text: Annotated[str, Meta(min_length=1, description="The body, paragraphs separated by line breaks. Not changed.")]
    id: Annotated[str, Meta(description="A name for the article; made unique in the batch.")] | None = None
    title: Annotated[str, Meta(description="The headline.")] | None = None
    outlet: Annotated[str, Meta(description="Who published this text.")] | None = None
    agency: (
        Annotated[str, Meta(description="The news agency the text is credited to: AP, Reuters, AFP, ...")] | None
    ) = None
    byline: Annotated[str, Meta(description="Who signed it.")] | None = None
    published: (
        Annotated[str, Meta(description="A day (2021-05-03) or an instant with offset (2021-05-03T10:15:00+02:00).")]
        | None
    ) = None
    url: Annotated[str, Meta(description="Where it was published.")] | None = None
    language: Annotated[str, Meta(description="ISO 639-1 code; only English (en) is read.")] | None = None
    guid: Annotated[str, Meta(description="What its agency or publisher calls the item.")] | None = None
    derived_from: (
        Annotated[tuple[str, ...], Meta(description="Identifiers or addresses of what it was made from, as stated.")]
        | None
    ) = None
    captured: Annotated[str, Meta(description="When it was had: an instant (2021-05-03T08:15:00Z).")] | None = None


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one article, or of an array of articles."""
    (one,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Headwater article",
        "description": "One article, or an array of articles. In JSON Lines each line is one article.",
        "anyOf": [one, {"type": "array", "items": one}],
        "$defs": components,
    }


def read_json(name: str, data: bytes | str) -> Any:
    """Return decoded JSON. Raises `MalformedRecord` for what is no JSON, or nested beyond reason."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise MalformedRecord(name, f"is not JSON ({error}); check it with a JSON tool") from None
    except (RecursionError, UnicodeDecodeError):
        raise MalformedRecord(name, "is nested too deeply or not UTF-8; no article looks like that") from None


def read_record(name: str, value: object, key: str = "") -> Article:
    """Return the article of one decoded object. Raises `MalformedRecord`, naming the field that is wrong."""
    try:
        record = msgspec.convert(value, Record)
    except msgspec.ValidationError as error:
        raise MalformedRecord(name, _complaint(str(error))) from None
    return draft(
        name,
        record.text,
        key=record.id or key,
        title=record.title,
        outlet=record.outlet,
        agency=record.agency,
        byline=record.byline,
        published=record.published,
        url=record.url,
        guid=record.guid,
        derived_from=record.derived_from,
    )


def captured_at(name: str, value: object, otherwise: str) -> str:
    """When the article of a decoded object was had, as it says, in UTC to the second; else `otherwise`.

    Raises `MalformedRecord` for what is no instant with an offset.
    """
    stated = value.get("captured") if isinstance(value, dict) else None
    if not isinstance(stated, str):
        return otherwise
    try:
        instant = datetime.fromisoformat(stated)
        if instant.tzinfo is None:
            raise ValueError
        return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise MalformedRecord(name, "has a `captured` that is no time; write it as 2021-05-03T08:15:00Z") from None


def read_lines(name: str, stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | InputError]]:
    """Yield the lines of JSON Lines with their numbers, from 1, or an error for one longer than `longest` bytes.

    The file is streamed: only one line is held at a time. Blank lines are passed over.
    """
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest and not line.endswith(b"\n"):
            yield (
                number,
                UnreadableInput(f"{name} line {number}", f"is longer than {longest:,} bytes; it was passed over"),
            )
            _skip_line(stream, longest)
        elif body := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
            yield number, body


def _skip_line(stream: BinaryIO, step: int) -> None:
    while (rest := stream.readline(step)) and not rest.endswith(b"\n"):
        pass


def _complaint(message: str) -> str:
    unknown = _UNKNOWN.search(message)
    if unknown:
        known = ", ".join(Record.__struct_fields__)
        return f"has the field {unknown[1]!r}, which is not known; known are {known}"
    return f"breaks the article schema: {message[:1].lower()}{message[1:]}"
