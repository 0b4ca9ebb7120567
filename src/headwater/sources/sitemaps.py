"""Sitemaps (sitemaps.org 0.9), indexes of them, and Google's news sitemaps: addresses of articles, the newest first.

A news sitemap says of each article its title, outlet, language and date, so that what is not in English is not fetched.
"""

from __future__ import annotations

from typing import Any, Final

from headwater.errors import InputError, MalformedRecord, NotEnglish, UnreadableInput
from headwater.sources.entries import most_of
from headwater.sources.items import Item, whole
from headwater.sources.links import Link, follow
from headwater.sources.reading import Context, Readings
from headwater.sources.xmltree import child_text, local, xml_root
from headwater.text.addresses import resolved
from headwater.text.days import read_day
from headwater.text.printable import printable
from headwater.types import Captured

__all__ = ["read_sitemap", "read_sitemap_index"]

_DEEPEST: Final = 3  # indexes that name indexes; the standard allows none
_MOST: Final = 50_000  # addresses of one sitemap, by the standard


def read_sitemap(item: Item, context: Context) -> Readings:
    """Yield the articles that a sitemap leads to, the newest first as far as it says, `settings.most` at most.

    They are fetched where the user named the address of the sitemap, or allows it (`settings.follow`). Raises
    `UnreadableInput` for one without addresses.
    """
    found = [_link(element, item) for element in _children(item, context, "url")]
    links = sorted((one for one in found if isinstance(one, Link)), key=_day, reverse=True)
    wrong = [one for one in found if isinstance(one, InputError)]
    yield from follow([*wrong, *most_of(links, item, context)], item, context, asked=item.follow)


def read_sitemap_index(item: Item, context: Context) -> Readings:
    """Yield the articles of the sitemaps that an index names, the newest first, `settings.most` of all at most."""
    if item.depth >= _DEEPEST:
        raise UnreadableInput(item.given, f"is an index that indexes name more than {_DEEPEST} deep; name it itself")
    found = [_link(element, item) for element in _children(item, context, "sitemap")]
    maps = sorted((one for one in found if isinstance(one, Link)), key=_day, reverse=True)
    yield from (one for one in found if isinstance(one, InputError))
    if not (item.follow or context.settings.follow):
        raise UnreadableInput(item.given, f"names {len(maps):,} sitemaps; give --follow to fetch them")
    left = context.settings.most
    for link in maps:
        for reading in _visited(link, item, context):
            left -= isinstance(reading, Captured)
            yield reading
            if left <= 0:
                yield InputError(item.given, f"leads to more; {context.settings.most:,} are taken (see --most)")
                return


def _visited(link: Link, item: Item, context: Context) -> Readings:
    try:
        yield from context.visit(link.url, found=True, depth=item.depth + 1, follow=True)
    except InputError as error:
        yield error


def _children(item: Item, context: Context, name: str) -> list[Any]:
    root = xml_root(item.given, whole(item, context.settings.max_bytes))
    found = [element for element in root if local(element) == name]
    if not found:
        raise UnreadableInput(item.given, "is a sitemap without addresses")
    return found[:_MOST]


def _link(element: Any, item: Item) -> Link | InputError:
    written = child_text(element, "loc")
    url, where = resolved(written, item.url), f"{item.given} ({printable(written, 120)})"
    if not url:
        return MalformedRecord(item.given, f"leads to {printable(written, 80)!r}; only http and https are fetched")
    news = next((child for child in element if local(child) == "news"), None)
    if news is None:
        return Link(url, where, published="", modified=child_text(element, "lastmod"))
    publication = next((child for child in news if local(child) == "publication"), news)
    language = child_text(publication, "language")
    if language and not language.lower().startswith("en"):
        return NotEnglish(where, f"is in another language by its sitemap ({printable(language)}); it was not fetched")
    return Link(
        url, where, child_text(news, "title"), child_text(publication, "name"), child_text(news, "publication_date")
    )


def _day(link: Link) -> str:
    return read_day(link.published or link.modified) or ""
