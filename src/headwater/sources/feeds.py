"""RSS 0.9x, 1.0 and 2.0 and Atom, read by feedparser from bytes: it is never given anything that it could fetch.

What feedparser is guarded from: documents larger than an input may be (refused before it sees them), entities, and
large ones that are not well formed, on which it may take hours; small ones of these it reads as browsers read pages. It
makes links whole against the feed's own base and cleans HTML of scripts; that is checked by tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from headwater.errors import UnreadableInput
from headwater.sources.entries import Entry, read_entries
from headwater.sources.fragment import text_of_html
from headwater.sources.items import Item, whole
from headwater.sources.reading import Context, Readings
from headwater.sources.xmltree import refuse_entities, xml_root
from headwater.text.addresses import resolved
from headwater.text.printable import printable

__all__ = ["read_feed"]

_MOST_ILL_FORMED: Final = 1_000_000  # bytes
_DEEPEST: Final = 20  # items within items; an honest feed has none
_TAG: Final = re.compile(rb"<(?P<end>/?)(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>])[^>]{0,2000}>")


def read_feed(item: Item, context: Context) -> Readings:
    """Yield the articles of a feed's items, and those that it leads to (see `entries.read_entries`).

    Raises `UnreadableInput` for what is no feed.
    """
    data = whole(item, context.settings.max_bytes)
    _guard(item, data)
    found = _parsed(data, item)
    if not found["version"] and not found["entries"]:
        said = printable(str(found.get("bozo_exception", ""))) or "it names no version"
        raise UnreadableInput(item.given, f"is no feed that can be read ({said}); check its address")
    yield from read_entries(_entries(found, data, item.url), item, context)


def _guard(item: Item, data: bytes) -> None:
    """Raise `UnreadableInput` for what feedparser could be attacked with."""
    refuse_entities(item.given, data)
    depth = 0
    for tag in _TAG.finditer(data):
        depth += -1 if tag["end"] else 1
        if depth > _DEEPEST:
            raise UnreadableInput(item.given, "is a feed whose items are not closed; it was not read")
    if len(data) > _MOST_ILL_FORMED:
        xml_root(item.given, data)


def _parsed(data: bytes, item: Item) -> Mapping[str, Any]:
    """What feedparser makes of bytes. A stream is handed over: a string might be taken for an address or a path."""
    import feedparser

    declared = {"content-type": f"application/xml; charset={item.charset}"} if item.charset else {}
    parsed: Mapping[str, Any] = feedparser.parse(
        BytesIO(data), response_headers={**declared, "content-location": item.url}
    )
    return parsed


def _entries(found: Mapping[str, Any], data: bytes, base: str) -> Iterator[Entry]:
    cuts = list(_cuts(data))
    entries = found["entries"]
    own = cuts if len(cuts) == len(entries) else [None] * len(entries)  # also of a feed in UTF-16
    outlet = _plain(found["feed"].get("title_detail"))
    home = str(found["feed"].get("link") or base)
    for entry, cut in zip(entries, own, strict=True):
        yield _entry(entry, cut, outlet, base or home)


def _cuts(data: bytes) -> Iterator[bytes]:
    """The bytes of each item of a feed."""
    start = -1
    for tag in _TAG.finditer(data):
        if not tag["end"]:
            start = tag.start() if start < 0 else start
        elif start >= 0:
            yield data[start : tag.end()]
            start = -1


def _entry(entry: Mapping[str, Any], cut: bytes | None, outlet: str, base: str) -> Entry:
    content = "\n".join(filter(None, map(_text, entry.get("content") or ())))
    written = str(entry.get("feedburner_origlink") or entry.get("link") or "")
    url = resolved(written, base)
    source = entry.get("source")
    return Entry(
        data=cut if cut is not None else _values(entry),
        kind="application/xml" if cut is not None else "text/html",
        content=content,
        summary=_text(entry.get("summary_detail")),
        title=_plain(entry.get("title_detail")),
        guid=_guid(entry, written),
        url=url,
        refused="" if url else printable(written, 80),
        outlet=_plain(source.get("title_detail")) if isinstance(source, Mapping) and source.get("title") else outlet,
        author=_author(entry),
        published=str(entry.get("published") or entry.get("updated") or ""),
    )


def _guid(entry: Mapping[str, Any], link: str) -> str:
    """The identifier of an item: `guid` of RSS, `id` of Atom."""
    guid = str(entry.get("id") or "")
    return "" if guid in {link, str(entry.get("link") or "")} else guid


def _values(entry: Mapping[str, Any]) -> bytes:
    """What stands for an item's own bytes where they cannot be cut out of the feed: its texts, as they are."""
    details = [entry.get("title_detail"), entry.get("summary_detail"), *(entry.get("content") or ())]
    return "\n".join(str(one.get("value") or "") for one in details if one).encode(errors="surrogatepass")


def _text(detail: Mapping[str, Any] | None) -> str:
    """The text of a construct that says of itself whether it is HTML."""
    value = str(detail.get("value") or "") if detail else ""
    return value.strip() if detail and detail.get("type") == "text/plain" else text_of_html(value)


def _plain(detail: Mapping[str, Any] | None) -> str:
    return " ".join(_text(detail).split())


def _author(entry: Mapping[str, Any]) -> str:
    names = [str(one.get("name") or "") for one in entry.get("authors") or () if one]
    return ", ".join(filter(None, names)) or str(entry.get("author") or "")
