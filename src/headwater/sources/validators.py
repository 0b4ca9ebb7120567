"""What servers gave to ask them the next time whether anything changed: ETag and Last-Modified (RFC 9110, 8.8)."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

__all__ = ["Remembered", "Validator", "Validators"]


class Validator(Struct, frozen=True):
    """The validators of what an address gave, as its server wrote them, and when that was (ISO 8601, UTC)."""

    etag: str = ""
    modified: str = ""
    taken: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a request that asks for what has changed since; ours are ASCII (RFC 9110, 5.5)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return {name: value for name, value in pairs if value and value.isascii()}


class Validators(Protocol):
    """A small mapping from addresses, exactly as asked for, to validators, which whoever keeps articles keeps too.

    `keep` is called once all that an address gave has been handed out, not before, and not where some of it may be had
    later: who writes articles and validators down in this order, or together, loses nothing when the process is killed.
    """

    def get(self, url: str) -> Validator | None:
        """Return what was kept of an address, None if nothing was."""

    def keep(self, url: str, validator: Validator) -> None:
        """Keep the validators of an address in place of those before."""


class Remembered:
    """Validators that are remembered as long as the process runs."""

    def __init__(self) -> None:
        self._kept: dict[str, Validator] = {}

    def get(self, url: str) -> Validator | None:
        """Return what was kept of an address."""
        return self._kept.get(url)

    def keep(self, url: str, validator: Validator) -> None:
        """Keep the validators of an address."""
        self._kept[url] = validator
