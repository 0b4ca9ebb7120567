"""A way into the network that stays out of private places.

The check is made where the connection is: the host is resolved here, every address is judged, and the socket is opened
to the judged address itself, so that a name that resolves differently a moment later (DNS rebinding) changes nothing.
TLS still checks the host's name. Each redirect opens a new connection and so meets the same check. The time cap holds
for the whole exchange, also against a server that sends one byte at a time.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any, Final

import httpcore
import httpx

from headwater.errors import PrivateAddress
from headwater.text.printable import printable

__all__ = ["GuardedTransport", "is_public"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
# What the `ipaddress` of Python 3.11 takes for global: site-local (RFC 3879) and documentation (RFC 9637).
_NOT_ROUTED: Final = (ipaddress.IPv6Network("fec0::/10"), ipaddress.IPv6Network("3fff::/20"))


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public internet, also if it wraps an IPv4 address (mapped, 6to4, NAT64)."""
    wrapped = _wrapped(address)
    if wrapped is not None:
        return is_public(wrapped)
    withheld = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not withheld and not any(address in network for network in _NOT_ROUTED)


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


class _Stream(httpcore.NetworkStream):
    """A connection whose every read and write ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections to addresses that were judged, and to no others."""

    def __init__(self, deadline: float, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        refusal: Exception = httpcore.ConnectError(f"no address found for {host}")
        for address in self._judged(host, port):
            try:
                left = _left(self._deadline, httpcore.ConnectTimeout)
                return _Stream(self._inner.connect_tcp(address, port, left, local_address), self._deadline)
            except httpcore.ConnectError as error:
                refusal = error
        raise refusal

    def _judged(self, host: str, port: int) -> Iterator[str]:
        for address in _resolved(host, port):
            if not (self._allow_private or is_public(ipaddress.ip_address(address))):
                raise PrivateAddress(
                    printable(host), f"leads to the private address {address}; allow private addresses if you mean it"
                )
            yield address


class GuardedTransport(httpx.BaseTransport):
    """An httpx transport over `_Backend`. `deadline` is a point of the monotonic clock, in seconds.

    Raises `PrivateAddress` where a host resolves to an address that is not public, unless `allow_private`; otherwise
    the exceptions of httpcore.
    """

    def __init__(self, deadline: float, allow_private: bool = False) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            network_backend=_Backend(deadline, allow_private),
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its response, the body still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream)
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Close what connections are left."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of a response as httpx wants it."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"no address found for {host}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _left(deadline: float, late: type[Exception]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("time is up")
    return left
