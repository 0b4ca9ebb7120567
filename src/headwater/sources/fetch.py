"""Articles at addresses: fetched with caps on time, size, redirects and kind, and told in one line if it fails.

No cookies, no credentials, no proxies from the environment, and a User-Agent that says who asks.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx
from msgspec import Struct

from headwater.errors import FetchError, PrivateAddress
from headwater.settings import Settings
from headwater.sources.network import GuardedTransport
from headwater.text.printable import printable
from headwater.version import VERSION

__all__ = ["Fetched", "fetch"]

_MOST_REDIRECTS: Final = 5
_KINDS: Final = re.compile(
    r"text/(?:html|plain|markdown)|application/(?:xhtml\+xml|json|ld\+json|x-ndjson|jsonl|(?:[\w.-]+\+)?json)",
    re.IGNORECASE,
)
_HEADERS: Final = {
    "User-Agent": f"headwater/{VERSION} (reads the articles its user names)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, application/json;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_FAILURES: Final = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.ConnectError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    OSError,
    ValueError,
)


Connect = Callable[[float, bool], httpx.BaseTransport]


class Fetched(Struct, frozen=True):
    """What an address gave: its bytes, their type and charset as declared, and the address after redirects."""

    data: bytes
    kind: str
    charset: str
    url: str


def fetch(url: str, settings: Settings, connect: Connect = GuardedTransport) -> Fetched:
    """Return what `url` gives within `settings.timeout` seconds and `settings.max_bytes` bytes.

    `connect` makes the transport from a deadline and whether private addresses are allowed. Raises `PrivateAddress`
    where the address or a redirect leads to a private place, `FetchError` for everything else that goes wrong.
    """
    name, deadline = printable(url), time.monotonic() + settings.timeout
    try:
        with httpx.Client(
            transport=connect(deadline, settings.allow_private),
            headers=_HEADERS,
            trust_env=False,
            timeout=settings.timeout,
        ) as client:
            return _followed(client, url, name, settings, deadline)
    except PrivateAddress as error:
        raise PrivateAddress(name, f"{error.name} {error.reason}") from None
    except _FAILURES as error:
        raise FetchError(name, _in_words(error, settings)) from None


def _followed(client: httpx.Client, url: str, name: str, settings: Settings, deadline: float) -> Fetched:
    """Follow redirects by hand: each is a new request, to be checked like the first, without cookies."""
    for _ in range(_MOST_REDIRECTS + 1):
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            raise FetchError(name, f"leads to {printable(url)}; only http and https are fetched")
        client.cookies.clear()
        with client.stream("GET", url) as response:
            if response.next_request is None:
                return _taken(response, name, settings, deadline)
            url = str(response.next_request.url)
    raise FetchError(name, f"redirects more than {_MOST_REDIRECTS} times")


def _taken(response: httpx.Response, name: str, settings: Settings, deadline: float) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise FetchError(name, f"answered {response.status_code} {response.reason_phrase}".rstrip())
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if not _KINDS.fullmatch(kind):
        raise FetchError(name, f"is {printable(kind)}, not a page or text; save its text first")
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > settings.max_bytes:
            raise FetchError(name, f"is larger than {settings.max_bytes:,} bytes; it was cut off there and left out")
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("time is up")
    return Fetched(bytes(data), kind, response.charset_encoding or "", str(response.url))


def _in_words(error: Exception, settings: Settings) -> str:
    if isinstance(error, (httpx.TimeoutException, httpcore.TimeoutException)):
        return f"did not answer in full within {settings.timeout:g} seconds"
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol, ValueError)):
        return f"is no address that can be fetched ({printable(str(error))})"
    if "CERTIFICATE" in str(error).upper() or "SSL" in str(error).upper():
        return f"could not be trusted: {printable(str(error))}"
    if isinstance(error, (httpx.ConnectError, httpcore.ConnectError)):
        return f"could not be reached: {printable(str(error))}"
    return f"broke off: {printable(str(error)) or type(error).__name__}"
