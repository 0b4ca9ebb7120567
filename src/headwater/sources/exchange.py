"""One question to the network and its answer: with caps on time, size and redirects, and every address judged.

No cookies, no credentials, no proxies from the environment, and a User-Agent that says who asks.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
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

__all__ = ["AGENT", "Answer", "Connect", "Later", "NotNow", "ask"]

AGENT: Final = "headwater"
"""The name that robots.txt may speak of."""

_MOST_REDIRECTS: Final = 5
_HEADERS: Final = {
    "User-Agent": f"{AGENT}/{VERSION} (reads the articles its user names)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "text/plain;q=0.8, application/json;q=0.8, application/xml;q=0.8, text/xml;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_BROKEN_OFF: Final = (
    httpx.ReadError,
    httpx.WriteError,
    httpx.RemoteProtocolError,
    httpcore.ReadError,
    httpcore.WriteError,
    httpcore.RemoteProtocolError,
)
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
_UNREACHED: Final = (httpx.TimeoutException, httpx.NetworkError, httpcore.TimeoutException, httpcore.NetworkError)
_SECONDS: Final = re.compile(r"\d{1,9}")

Connect = Callable[[float, bool], httpx.BaseTransport]
"""Makes a transport from a deadline (of the monotonic clock) and whether private addresses are allowed."""


class Later(FetchError):
    """An address could not be had in this run, but may be in another: no connection, no answer in time."""


class NotNow(Later):
    """An address could not be had at once, but may be in seconds; `wait` is how many the server asks for."""

    def __init__(self, name: str, reason: str, wait: float | None = None) -> None:
        super().__init__(name, reason)
        self.wait = wait


class Answer(Struct, frozen=True):
    """What a server answered, after redirects. `data` is empty unless `status` is 200."""

    status: int
    reason: str  # "Not Found"
    url: str
    data: bytes = b""
    kind: str = ""  # media type as declared, in small letters; '' if none is
    charset: str = ""
    etag: str = ""
    modified: str = ""  # Last-Modified, as written
    wait: float | None = None  # Retry-After, in seconds


def ask(
    url: str,
    settings: Settings,
    connect: Connect = GuardedTransport,
    headers: Mapping[str, str] | None = None,
    before: Callable[[str], None] = lambda _: None,
) -> Answer:
    """Return the answer to a GET of `url` within `settings.timeout` seconds and `settings.max_bytes` bytes.

    `headers` are sent beside our own; `before` is called with each address that a redirect leads to, and may raise.
    Raises `PrivateAddress` where the address or a redirect leads to a private place, `NotNow` where the connection
    broke off, `Later` where there is none or no answer in time, `FetchError` for everything else but an answer.
    """
    name, deadline = printable(url), time.monotonic() + settings.timeout
    try:
        with httpx.Client(
            transport=connect(deadline, settings.allow_private),
            headers={**_HEADERS, **(headers or {})},
            auth=httpx.Auth(),  # none: httpx would send the user and password of an address, redirects' too
            trust_env=False,
            timeout=settings.timeout,
        ) as client:
            return _followed(client, url, name, settings, deadline, before)
    except PrivateAddress as error:
        raise PrivateAddress(name, f"{error.name} {error.reason}") from None
    except _BROKEN_OFF as error:
        raise NotNow(name, _in_words(error, settings)) from None
    except _UNREACHED as error:
        raise Later(name, _in_words(error, settings)) from None
    except _FAILURES as error:
        raise FetchError(name, _in_words(error, settings)) from None


def _followed(
    client: httpx.Client, url: str, name: str, settings: Settings, deadline: float, before: Callable[[str], None]
) -> Answer:
    """Follow redirects by hand: each is a new request, to be checked like the first, without cookies."""
    for hop in range(_MOST_REDIRECTS + 1):
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            raise FetchError(name, f"leads to {printable(url)}; only http and https are fetched")
        if hop:
            before(url)
        client.cookies.clear()
        with client.stream("GET", url) as response:
            if response.next_request is None:
                return _answer(response, _body(response, name, settings, deadline))
            url = str(response.next_request.url)
    raise FetchError(name, f"redirects more than {_MOST_REDIRECTS} times")


def _body(response: httpx.Response, name: str, settings: Settings, deadline: float) -> bytes:
    if response.status_code != httpx.codes.OK:
        return b""
    if "," in response.headers.get("content-encoding", ""):  # a few bytes, packed thrice, are gigabytes at once
        raise FetchError(name, "is packed more than once, as no honest server does; it was left out")
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > settings.max_bytes:
            raise FetchError(name, f"is larger than {settings.max_bytes:,} bytes; it was cut off there and left out")
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("time is up")
    return bytes(data)


def _answer(response: httpx.Response, data: bytes) -> Answer:
    return Answer(
        status=response.status_code,
        reason=response.reason_phrase,
        url=str(response.url),
        data=data,
        kind=response.headers.get("content-type", "").partition(";")[0].strip().lower(),
        charset=response.charset_encoding or "",
        etag=response.headers.get("etag", ""),
        modified=response.headers.get("last-modified", ""),
        wait=_wait(response.headers.get("retry-after", ""), response.headers.get("date", "")),
    )


def _wait(written: str, date: str) -> float | None:
    """Retry-After (RFC 9110, 10.2.3) in seconds: a number of them, or a date, counted from the server's own."""
    if _SECONDS.fullmatch(written.strip()):
        return float(written)
    try:
        return max(0.0, (parsedate_to_datetime(written) - parsedate_to_datetime(date)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None


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
