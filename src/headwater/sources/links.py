"""Links to articles: what an export, a feed or a sitemap holds in place of texts, and how they are followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from headwater.errors import InputError, MalformedRecord, UnreadableInput
from headwater.sources.draft import stated
from headwater.sources.items import Item
from headwater.sources.reading import Context, Readings
from headwater.text.addresses import is_web
from headwater.text.printable import printable
from headwater.types import Captured

__all__ = ["Link", "follow"]

_DEEPEST: Final = 3  # lists that lead to lists: a list of feeds, a feed, its page
_UNASKED: Final = "holds the addresses of {count} and no text; give --follow to fetch them"


class Link(Struct, frozen=True):
    """The address of an article, and what the list that holds it states of the article; '' where it says nothing."""

    url: str
    where: str = ""  # of the list: "export.csv line 3"
    title: str = ""
    outlet: str = ""
    published: str = ""
    modified: str = ""  # when it last changed: to choose by, not a date of publication


def follow(links: Iterable[Link | InputError], item: Item, context: Context, *, asked: bool = False) -> Readings:
    """Yield the articles that links lead to, each fetched once, completed by what the list states of them.

    Nothing is fetched unless the user asked for it: by `settings.follow`, or by naming this very list (`asked`). Raises
    `UnreadableInput` where that is not so, there is no link, or lists lead to lists without end. Errors among the links
    are passed on.
    """
    if item.depth > _DEEPEST:
        raise UnreadableInput(item.given, f"is a list that lists lead to more than {_DEEPEST} deep; name it itself")
    once = _once(links)
    if not (asked or context.settings.follow):
        count = sum(isinstance(link, Link) for link in once)
        raise UnreadableInput(item.given, _UNASKED.format(count=f"{count:,} article{'s' * (count != 1)}"))
    some = False
    for link in once:
        some = True
        if isinstance(link, InputError):
            yield link
        else:
            yield from _followed(link, item, context)
    if not some:
        raise UnreadableInput(item.given, "holds no address")


def _once(links: Iterable[Link | InputError]) -> Iterator[Link | InputError]:
    seen: set[str] = set()
    for link in links:
        if isinstance(link, InputError):
            yield link
        elif link.url not in seen:
            seen.add(link.url)
            yield link


def _followed(link: Link, item: Item, context: Context) -> Readings:
    if not is_web(link.url):
        reason = f"leads to {printable(link.url, 80) or 'nothing'}; only http and https are fetched"
        yield MalformedRecord(link.where or item.given, reason)
        return
    try:
        for reading in context.visit(link.url, found=True, depth=item.depth + 1):
            yield _completed(reading, link) if isinstance(reading, Captured) else reading
    except InputError as error:
        yield error


def _completed(captured: Captured, link: Link) -> Captured:
    """The page goes before the list, which is often made by machine."""
    article = captured.article
    known = {
        "title": article.title or stated(link.title),
        "outlet": article.outlet or stated(link.outlet),
        "published": article.published or stated(link.published),
        "url": article.url or stated(link.url),
    }
    return msgspec.structs.replace(captured, article=msgspec.structs.replace(article, **known))
