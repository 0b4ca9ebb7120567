"""Manners: one run's way with the servers it asks, so that it is a guest and no burden.

Between two requests to one host a pause is made, as long as the site asks for in robots.txt and a second at least.
What a user names himself is fetched as a browser would fetch it; what headwater finds in feeds, sitemaps and lists is
fetched only where robots.txt lets it, redirects included. A server that is overloaded is asked again after a pause that
doubles (with jitter: Brooker 2015, "Exponential backoff and jitter"), or after as long as it asks for, while the time
for the address lasts. What was had before is asked for on condition that it changed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import msgspec

from headwater.errors import FetchError
from headwater.settings import Settings
from headwater.sources.clock import utc_now
from headwater.sources.exchange import Answer, Connect, Later, NotNow, ask
from headwater.sources.fetch import Fetched, fetch
from headwater.sources.network import GuardedTransport
from headwater.sources.robots import LARGEST_ROBOTS, Robots
from headwater.sources.validators import Remembered, Validator, Validators
from headwater.text.printable import printable

__all__ = ["Clock", "Visits"]

_TRIES: Final = 4
_FIRST_PAUSE: Final = 1.0  # seconds before the second try; it doubles
_LEAST_DELAY: Final = 1.0  # seconds between two requests to one host
_LONGEST_DELAY: Final = 60.0  # seconds; a site that asks for more is left alone, and that is told
_RECENT: Final = timedelta(days=1)
_MOST_HOSTS: Final = 10_000  # whose last request is remembered


class Clock(NamedTuple):
    """Time and chance, so that tests need neither: seconds that only grow, a pause, a number from 0 to 1."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    today: Callable[[], str] = utc_now


class Visits:
    """The requests of one run. Not for several threads at once."""

    def __init__(
        self,
        settings: Settings,
        validators: Validators | None = None,
        connect: Connect = GuardedTransport,
        clock: Clock | None = None,
    ) -> None:
        self._settings = settings
        self._validators = validators if validators is not None else Remembered()
        self._connect = connect
        self._clock = clock or Clock()
        self._robots = Robots(self._ask_robots)
        self._next: dict[str, float] = {}  # when a host may be asked again

    def fetch(self, url: str, *, found: bool = False) -> Fetched:
        """Return what an address gives; `found` tells that not the user named it but a feed, sitemap or list.

        What has not changed since it was had is returned as `unchanged`, without bytes; what was found and had within
        a day from a server that gives no validators is taken to be so, unasked. Raises `FetchError`, in one line, for
        what could not or must not be had.
        """
        validator = self._validators.get(url)
        headers = validator.headers() if validator else {}
        if found and validator and not headers and self._is_recent(validator):
            return Fetched(b"", "", "", url, unchanged=True)
        if found:
            self._admitted(url)
        self._pause(url)
        return self._persistent(url, headers, self._admitted if found else _anywhere)

    def keep(self, url: str, fetched: Fetched) -> None:
        """Keep the validators of what `url` gave; to be called when all of it has been handed on."""
        if not fetched.unchanged:
            self._validators.keep(url, Validator(fetched.etag, fetched.modified, self._clock.today()))

    def _persistent(self, url: str, headers: dict[str, str], before: Callable[[str], None]) -> Fetched:
        """Ask until there is an answer, the tries are used up, or the time for the address is."""
        deadline, settings = self._clock.now() + self._settings.timeout, self._settings
        for number in range(_TRIES):
            try:
                return fetch(url, settings, self._connect, headers, before)
            except NotNow as error:
                wait = max(self._backoff(number) if error.wait is None else error.wait, self._delay(url))
                left = deadline - self._clock.now() - wait
                if number + 1 == _TRIES or left <= 0:
                    raise _given_up(error) from None
            self._clock.sleep(wait)
            settings = msgspec.structs.replace(self._settings, timeout=left)
        raise AssertionError  # pragma: no cover - the last try returns or raises

    def _is_recent(self, validator: Validator) -> bool:
        had, today = (datetime.fromisoformat(when) for when in (validator.taken, self._clock.today()))
        return today - had < _RECENT

    def _backoff(self, number: int) -> float:
        return _FIRST_PAUSE * 2.0**number * (0.5 + self._clock.chance() / 2)

    def _delay(self, url: str) -> float:
        return max(_LEAST_DELAY, self._robots.delay(url, ask=False) if _host(url) else 0)

    def _admitted(self, url: str) -> None:
        """Raise `FetchError` where robots.txt keeps programs out, or asks for more patience than there is."""
        self._robots.check(url)
        delay = self._robots.delay(url)
        if delay > _LONGEST_DELAY:
            reason = f"lies at a site that asks for {delay:g} seconds between two requests; save it yourself"
            raise FetchError(printable(url), reason)

    def _pause(self, url: str) -> None:
        """Wait until the host may be asked again, and note when it may be after this."""
        host, now = _host(url), self._clock.now()
        wait = self._next.get(host, now) - now
        if wait > 0:
            self._clock.sleep(wait)
        if len(self._next) >= _MOST_HOSTS:
            self._next = {host: due for host, due in self._next.items() if due > now}
        self._next[host] = self._clock.now() + self._delay(url)

    def _ask_robots(self, url: str) -> Answer:
        """Ask for a robots.txt, at once: no site minds to be asked what it minds."""
        return ask(url, msgspec.structs.replace(self._settings, max_bytes=LARGEST_ROBOTS), self._connect)


def _host(url: str) -> str:
    """The host of an address, with its port; '' for an address that is none, as fetching it will say."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _anywhere(_: str) -> None:
    """Let every redirect pass: the user named the address, as he would in a browser."""


def _given_up(error: NotNow) -> Later:
    """What is said in the end; a server that asked for a longer wait than there was time is quoted."""
    asked = f" and asks to be left alone for {error.wait:g} seconds; try again later" if error.wait else ""
    return Later(error.name, f"{error.reason}{asked}")
