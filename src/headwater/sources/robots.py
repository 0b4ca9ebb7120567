"""What sites ask of programs: robots.txt (RFC 9309), read by protego, asked for once a host and run.

A robots.txt that is not there (any 4xx) forbids nothing; one that cannot be had for now (5xx, no answer) forbids
everything for now, as the standard says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct
from protego import Protego

from headwater.errors import FetchError, PrivateAddress
from headwater.sources.exchange import AGENT, Answer, Later
from headwater.text.printable import printable

__all__ = ["LARGEST_ROBOTS", "Robots"]

LARGEST_ROBOTS: Final = 512_000  # bytes; the standard asks for 500 KiB at least
_MOST_SITES: Final = 10_000  # kept; then they are forgotten and asked again
_CLOSED: Final = "is closed to programs by its site's robots.txt; open it yourself and save it, or name it as an input"
_OK: Final = 200
_MISSING: Final = range(400, 500)


class _Rules(Struct, frozen=True):
    """The rules of one site: `refusal` says why nothing may be fetched, '' if `parsed` decides (None: all may be)."""

    parsed: Protego | None = None
    refusal: str = ""


class Robots:
    """The robots.txt of the sites of one run. `ask` gives the answer to an address, or raises `FetchError`."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self._sites: dict[str, _Rules] = {}

    def check(self, url: str) -> None:
        """Raise `FetchError` where an address may not be fetched, `Later` where that cannot be told for now."""
        rules = self._rules(url)
        if rules.refusal:
            raise Later(printable(url), rules.refusal)
        if rules.parsed is not None and not rules.parsed.can_fetch(url, AGENT):
            raise FetchError(printable(url), _CLOSED)

    def delay(self, url: str, *, ask: bool = True) -> float:
        """Return how many seconds a site asks for between two requests (Crawl-delay), 0 if it does not.

        Where its robots.txt was not had yet, that is asked for, or 0 returned if not `ask`.
        """
        rules = self._rules(url) if ask else self._sites.get(_site(url))
        parsed = rules.parsed if rules else None
        return max(0.0, float(parsed.crawl_delay(AGENT) or 0)) if parsed else 0.0

    def _rules(self, url: str) -> _Rules:
        site = _site(url)
        if site not in self._sites:
            if len(self._sites) >= _MOST_SITES:
                self._sites.clear()
            self._sites[site] = self._had(site)
        return self._sites[site]

    def _had(self, site: str) -> _Rules:
        try:
            answer = self._ask(site)
        except PrivateAddress:
            raise
        except FetchError as error:
            return _Rules(refusal=f"is not fetched for now: its site's robots.txt {error.reason}")
        if answer.status in _MISSING:
            return _Rules()
        if answer.status != _OK:
            return _Rules(refusal=f"is not fetched for now: its site's robots.txt answered {answer.status}")
        return _Rules(Protego.parse(answer.data.decode("utf-8", errors="replace")))


def _site(url: str) -> str:
    """The address of the robots.txt that speaks of an address."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), "/robots.txt", "", ""))
