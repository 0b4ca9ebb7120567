"""What all feeds have in common: items that hold an article, or the address of one.

An item with the full text is an article as it stands; one with a summary is a link to follow. Feeds do not say which
they give: a text of some length that does not end in "…" or "Read more" is taken to be whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from headwater.errors import InputError, UnreadableInput
from headwater.sources.draft import draft
from headwater.sources.items import Item, captured
from headwater.sources.links import Link, follow
from headwater.sources.reading import Context, Readings
from headwater.text.addresses import cleaned
from headwater.text.agencies import agency_named
from headwater.types import Captured

__all__ = ["Entry", "most_of", "read_entries"]

T = TypeVar("T")

_FEWEST_WORDS: Final = 50  # of a content that the feed sets apart from a summary
_FEWEST_UNMARKED: Final = 120  # of a description, which may be either
_CUT: Final = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.{3})\]|\b(?:read|see|view)\s+(?:more|the\s+(?:full|rest|whole)\b.*)|continue reading\b.*)"
    r"[\s.»>→\]]*$",
    re.IGNORECASE,
)
_APPEARED: Final = re.compile(r"\n?The post .{1,300} appeared first on .{1,200}\.$")  # what WordPress adds to feeds


class Entry(Struct, frozen=True, kw_only=True):
    """An item of a feed: its own bytes, and what it states; '' for what it does not."""

    data: bytes
    kind: str  # media type of the bytes
    content: str = ""  # its full text, as text, where the feed sets one apart
    summary: str = ""
    title: str = ""
    guid: str = ""  # its identifier, if that is not its address
    url: str = ""  # whole; '' also where the feed gives something that is no address of the web
    refused: str = ""  # what it gave in its place, fit to show
    outlet: str = ""
    author: str = ""
    published: str = ""


def read_entries(entries: Iterable[Entry | InputError], item: Item, context: Context) -> Readings:
    """Yield the articles of a feed's items in their order, then those that the other items lead to.

    Links are followed where the user named the address of the feed, or allows it (`settings.follow`). Of more than
    `settings.most` items the first are taken, and that is told. Raises `UnreadableInput` for a feed without items.
    """
    links: list[Link] = []
    some = False
    for number, entry in enumerate(most_of(entries, item, context), 1):
        some = True
        if isinstance(entry, InputError):
            yield entry
            continue
        part = item.part(f"item {number}", entry.data, _key(entry, item, number))
        text = _whole_text(entry)
        if text:
            yield _article(part, entry, text)
        elif entry.url:
            links.append(Link(entry.url, part.given, entry.title, entry.outlet, entry.published))
        else:
            yield UnreadableInput(part.given, _nothing(entry))
    if not some:
        raise UnreadableInput(item.given, "is a feed without items")
    if links:
        yield from follow(links, item, context, asked=item.follow)


def most_of(entries: Iterable[T], item: Item, context: Context) -> Iterator[T | InputError]:
    """Yield as many entries or links as are wanted of one list, and a remark where there are more."""
    rest = iter(entries)
    yield from islice(rest, context.settings.most)
    left = sum(1 for _ in rest)
    if left:
        yield InputError(item.given, f"holds {left:,} more; the first {context.settings.most:,} are taken (see --most)")


def _whole_text(entry: Entry) -> str:
    """The full text of an item, '' where it seems to hold less."""
    for text, fewest in ((entry.content, _FEWEST_WORDS), (entry.summary, _FEWEST_UNMARKED)):
        bare = _APPEARED.sub("", text).rstrip()
        if len(bare.split()) >= fewest and not _CUT.search(bare[-200:]):
            return bare
    return ""


def _article(part: Item, entry: Entry, text: str) -> Captured:
    agency = agency_named(entry.author)
    article = draft(
        part.given,
        text,
        key=part.key,
        title=entry.title,
        outlet=entry.outlet,
        agency=agency,
        byline="" if agency else entry.author,
        published=entry.published,
        guid=entry.guid if ":" in entry.guid else "",  # a URI; a bare number is told from others in its feed only
        url=cleaned(entry.url) if entry.url else "",
    )
    return captured(msgspec.structs.replace(part, kind=entry.kind), article, entry.data)


def _key(entry: Entry, item: Item, number: int) -> str:
    return entry.title or f"{item.key}-{number}"


def _nothing(entry: Entry) -> str:
    leads = f"leads to {entry.refused!r}, which is not fetched" if entry.refused else "has no link"
    return f"holds no full text and {leads}; it was left out"
