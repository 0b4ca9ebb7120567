"""JSON Feed 1.0 and 1.1 (jsonfeed.org): the items of a site as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct

from headwater.errors import MalformedRecord
from headwater.sources.entries import Entry, read_entries
from headwater.sources.fragment import text_of_html
from headwater.sources.items import Item
from headwater.sources.reading import Context, Readings
from headwater.text.addresses import resolved
from headwater.text.printable import printable

__all__ = ["is_json_feed", "read_json_feed"]

_VERSION: Final = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")


class _Author(Struct, frozen=True):
    name: str | None = None


class _Entry(Struct, frozen=True):
    """An item. The standard lets readers pass over what has another type than it should; here it is told."""

    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    author: _Author | None = None  # 1.0
    authors: tuple[_Author, ...] | None = None  # 1.1


class _Feed(Struct, frozen=True):
    items: tuple[msgspec.Raw, ...]
    title: str | None = None
    home_page_url: str | None = None
    feed_url: str | None = None


def is_json_feed(value: dict[str, Any]) -> bool:
    """Tell whether a decoded JSON object says that it is a JSON Feed."""
    version = value.get("version")
    return isinstance(version, str) and version.startswith(_VERSION)


def read_json_feed(item: Item, value: dict[str, Any], data: bytes, context: Context) -> Readings:
    """Yield the articles of a JSON Feed's items, and those that it leads to (see `entries.read_entries`).

    Raises `MalformedRecord` for a feed or item that is not of the standard's form.
    """
    try:
        feed = msgspec.json.decode(data, type=_Feed)
    except msgspec.MsgspecError as error:
        raise MalformedRecord(item.given, f"is no JSON Feed: {printable(str(error))}") from None
    base = item.url or feed.feed_url or feed.home_page_url or ""
    yield from read_entries(_entries(item, feed, base), item, context)


def _entries(item: Item, feed: _Feed, base: str) -> Iterator[Entry | MalformedRecord]:
    for number, raw in enumerate(feed.items, 1):
        try:
            yield _entry(msgspec.json.decode(raw, type=_Entry), bytes(raw), feed.title or "", base)
        except msgspec.MsgspecError as error:
            yield MalformedRecord(f"{item.given} item {number}", f"is no item of a JSON Feed: {printable(str(error))}")


def _entry(one: _Entry, data: bytes, outlet: str, base: str) -> Entry:
    written = one.url or one.external_url or ""
    url = resolved(written, base)
    authors = one.authors or ((one.author,) if one.author else ())
    return Entry(
        data=data,
        kind="application/json",
        content=text_of_html(one.content_html) if one.content_html else (one.content_text or "").strip(),
        summary=(one.summary or "").strip(),
        title=" ".join((one.title or "").split()),
        guid=str(one.id) if one.id is not None and one.id != written else "",
        url=url,
        refused="" if url else printable(written, 80),
        outlet=outlet,
        author=", ".join(author.name for author in authors if author.name),
        published=one.date_published or "",
    )
