"""Articles at addresses: what a server gave, if it is of a kind that is read, and one line if not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from headwater.errors import FetchError
from headwater.settings import Settings
from headwater.sources.exchange import Answer, Connect, NotNow, ask
from headwater.sources.network import GuardedTransport
from headwater.text.printable import printable

__all__ = ["Fetched", "fetch"]

_OK: Final = 200
_UNCHANGED: Final = 304
_LATER: Final = frozenset((408, 425, 429, 500, 502, 503, 504))  # what passes: RFC 9110 and RFC 6585
_KINDS: Final = re.compile(
    r"text/(?:html|plain|markdown|xml|x-opml|csv|tab-separated-values)"
    r"|application/(?:x-ndjson|jsonl|zip|x-zip-compressed|vnd\.apache\.parquet|warc|(?:[\w.-]+\+)?(?:json|xml))",
    re.IGNORECASE,
)
_PACKED: Final = re.compile(r"application/(?:x-)?gzip|application/octet-stream", re.IGNORECASE)


class Fetched(Struct, frozen=True):
    """What an address gave: its bytes, their type and charset as declared, and the address after redirects.

    `etag` and `modified` are by what the server may say the next time that nothing changed; where it did so this time,
    `unchanged` is set and there are no bytes.
    """

    data: bytes
    kind: str
    charset: str
    url: str
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


def fetch(
    url: str,
    settings: Settings,
    connect: Connect = GuardedTransport,
    headers: Mapping[str, str] | None = None,
    before: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """Return what `url` gives within `settings.timeout` seconds and `settings.max_bytes` bytes, asked once.

    See `exchange.ask` for the rest. Raises `PrivateAddress` where the address or a redirect leads to a private place,
    `NotNow` for what may be had later, `FetchError` for everything else that goes wrong.
    """
    answer, name = ask(url, settings, connect, headers, before), printable(url)
    if answer.status == _UNCHANGED and headers:
        return Fetched(b"", "", "", answer.url, answer.etag, answer.modified, unchanged=True)
    if answer.status != _OK:
        reason = f"answered {answer.status} {printable(answer.reason)}".rstrip()
        raise NotNow(name, reason, answer.wait) if answer.status in _LATER else FetchError(name, reason)
    return _taken(answer, name)


def _taken(answer: Answer, name: str) -> Fetched:
    kind = answer.kind or "text/html"
    packed = _PACKED.fullmatch(kind) and answer.url.partition("?")[0].endswith(".gz")
    if not (_KINDS.fullmatch(kind) or packed):
        raise FetchError(name, f"is {printable(kind)}, not a page or text; save its text first")
    return Fetched(answer.data, kind, answer.charset, answer.url, answer.etag, answer.modified)
