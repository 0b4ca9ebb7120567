"""OPML 1.0 and 2.0: lists of feeds, as every feed reader exports them. Each feed is asked for, once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.sources.items import Item, whole
from headwater.sources.reading import Context, Readings
from headwater.sources.xmltree import local, xml_root
from headwater.text.addresses import identity, resolved
from headwater.text.printable import printable

__all__ = ["read_opml"]

_DEEPEST: Final = 3  # lists that name lists
_UNASKED: Final = "lists {count:,} feeds; name it itself, or give --follow to fetch them"


def read_opml(item: Item, context: Context) -> Readings:
    """Yield the articles of all feeds of a list, in its order, folders within folders included.

    A list that the user named is his word that its feeds be fetched; one found in a folder or archive is not. Raises
    `UnreadableInput` for a list without feeds, or lists named by lists named by lists.
    """
    root = xml_root(item.given, whole(item, context.settings.max_bytes))
    feeds = _feeds(root, item)
    if not feeds:
        raise UnreadableInput(item.given, "is a list without feeds")
    if item.depth >= _DEEPEST:
        raise UnreadableInput(item.given, f"is a list that lists name more than {_DEEPEST} deep; name it itself")
    if not (item.follow or (item.named and item.depth == 0) or context.settings.follow):
        raise UnreadableInput(item.given, _UNASKED.format(count=len(feeds)))
    for feed in feeds:
        if isinstance(feed, InputError):
            yield feed
        else:
            yield from _visited(feed, item, context)


def _visited(feed: str, item: Item, context: Context) -> Readings:
    """What a feed holds. A list that lies here is the user's own; the feeds of one from the web were found."""
    try:
        yield from context.visit(feed, found=bool(item.url), depth=item.depth + 1, follow=True)
    except InputError as error:
        yield error


def _feeds(root: Any, item: Item) -> list[str | InputError]:
    """The addresses of feeds and lists, each once, and an error for each that cannot be fetched."""
    found: dict[str, str | InputError] = {}
    for element in root.iter():
        for written in _addresses(element):
            url = resolved(written, item.url)
            reason = f"lists {printable(written, 80)!r}; only http and https are fetched"
            found.setdefault(identity(url) or written, url or MalformedRecord(item.given, reason))
    return list(found.values())


def _addresses(element: Any) -> Iterator[str]:
    if local(element) != "outline":
        return
    given = {name.lower(): value for name, value in element.attrib.items()}
    if given.get("xmlurl", "").strip():
        yield given["xmlurl"]
    elif given.get("type", "").lower() == "include" and given.get("url", "").strip():
        yield given["url"]
