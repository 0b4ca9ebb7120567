"""Which reader takes which XML document: by its root element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from headwater.errors import UnreadableInput
from headwater.sources.decoding import glance
from headwater.sources.feeds import read_feed
from headwater.sources.items import Item
from headwater.sources.newsml import read_newsml, read_nitf
from headwater.sources.opml import read_opml
from headwater.sources.reading import Context, Reader, Readings
from headwater.sources.sitemaps import read_sitemap, read_sitemap_index

__all__ = ["ROOTS", "read_xml", "root_of"]

ROOTS: Final[Mapping[str, Reader]] = {
    "rss": read_feed,
    "rdf": read_feed,  # RSS 1.0
    "feed": read_feed,  # Atom
    "opml": read_opml,
    "urlset": read_sitemap,
    "sitemapindex": read_sitemap_index,
    "newsitem": read_newsml,  # NewsML-G2
    "newsmessage": read_newsml,
    "packageitem": read_newsml,
    "nitf": read_nitf,
}
"""The readers of XML by the local name of the root element, in small letters."""

_HEAD: Final = 65_536  # bytes within which a root element shows
_BEFORE: Final = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^\[>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_UNREAD: Final = "is XML of a kind that is not read (its root is <{root}>); save the article's page or text"
_NO_XML: Final = "is no XML; if it is a text, call it .txt, if it is a feed, look what its address gives"
_PAGE: Final = "is a page where a feed or other XML was expected; call it .html, or give the address of the feed itself"


def read_xml(item: Item, context: Context) -> Readings:
    """Yield what an XML document holds. Raises `UnreadableInput` for one whose root element no reader takes."""
    with item.open() as stream:
        root = root_of(glance(stream.read(_HEAD), _HEAD))
    reader = ROOTS.get(root)
    if reader is None:
        raise UnreadableInput(item.given, _PAGE if root == "html" else _UNREAD.format(root=root) if root else _NO_XML)
    yield from reader(item, context)


def root_of(head: str) -> str:
    """Return the local name of the root element in small letters, '' if the text does not begin as XML."""
    at = 0
    while before := _BEFORE.match(head, at):
        at = before.end()
    root = _ROOT.match(head, at)
    return root[1].lower() if root else ""
