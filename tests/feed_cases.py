"""Feeds for tests, and a web that has only the pages it is given. All of it is fiction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

import httpx

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources.formats import read_item
from headwater.sources.items import Item
from headwater.sources.reading import Context, Read
from headwater.sources.visits import Clock, Visits
from headwater.types import Captured

__all__ = ["FEED", "NEWS", "PAGE", "articles", "errors", "item_of", "rss", "rss_item", "urls", "visited", "web"]

NEWS = (
    "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors. "
    "Its chairwoman said that the fishermen would have to wait until the spring, and that nobody had been asked. "
    "The plan had been drawn up in the winter by two engineers from Oskvar, who did not come to the meeting at all. "
)
PAGE = f"<!doctype html><html><body><h1>Plan sent back</h1><article><p>{NEWS}</p><p>{NEWS}</p></article></body></html>"
FEED = "https://courier.example/feeds/news.xml"
_RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Varnok Courier</title>'
    "<link>https://courier.example/</link>"
)


def rss_item(link: str, body: str = "", title: str = "Plan sent back") -> str:
    """An item with a summary, and what `body` adds."""
    return (
        f"<item><title>{title}</title><link>{link}</link><dc:creator>Ada Quill</dc:creator>"
        f"<pubDate>Mon, 03 May 2021 10:15:00 +0200</pubDate><description>In short.</description>{body}</item>"
    )


def rss(*items: str) -> bytes:
    """An RSS 2.0 feed."""
    return f"{_RSS}{''.join(items)}</channel></rss>".encode()


def item_of(data: bytes, name: str = "news.xml", url: str = "") -> Item:
    """Bytes as an item that was read from a file, or from `url`."""
    return Item(
        name=name,
        given=name,
        key="news",
        open=partial(BytesIO, data),
        size=len(data),
        suffix=f".{name.rpartition('.')[2]}",
        url=url,
        taken="2021-05-03T12:00:00Z",
    )


def web(pages: Mapping[str, str | bytes], asked: list[str] | None = None) -> Callable[[httpx.Request], httpx.Response]:
    """Servers that give these pages by address, their kind told by the beginning, and 404 for all else."""

    def answer(request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        if asked is not None and request.url.path != "/robots.txt":
            asked.append(url)
        if url not in pages:
            return httpx.Response(404)
        body = pages[url]
        data = body if isinstance(body, bytes) else body.encode()
        kinds = {b"<!": "text/html", b"<?": "application/xml", b"\x1f\x8b": "application/gzip"}
        return httpx.Response(200, content=data, headers={"Content-Type": kinds.get(data[:2], "text/plain")})

    return answer


def visited(pages: Mapping[str, str | bytes], url: str, asked: list[str] | None = None, most: int = 1000) -> list[Read]:
    """What reading an address gives, on a web of these pages, without waiting."""
    settings = Settings(most=most)
    transport = httpx.MockTransport(web(pages, asked))
    visits = Visits(settings, None, lambda *_: transport, Clock(lambda: 0.0, lambda _: None, lambda: 0.0))
    return list(Context(settings, read_item, visits=visits).visit(url))


def articles(readings: list[Read]) -> list[Captured]:
    """The articles of readings."""
    return [one for one in readings if isinstance(one, Captured)]


def errors(readings: list[Read]) -> list[str]:
    """What was told of readings, each in one line."""
    told = [str(one) for one in readings if isinstance(one, InputError)]
    assert not any("\n" in line for line in told)
    return told


def urls(readings: list[Read]) -> list[str]:
    """The addresses of the articles of readings."""
    return [one.article.url.value if one.article.url else "" for one in articles(readings)]
