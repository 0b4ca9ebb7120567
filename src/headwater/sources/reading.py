"""What every reader takes and gives: the contract of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources.items import Item, item_of_fetched
from headwater.sources.validators import Validators
from headwater.text.printable import printable
from headwater.types import Captured

if TYPE_CHECKING:  # the network is brought in only where an address is given
    from headwater.sources.visits import Visits

__all__ = ["Context", "Read", "Reader", "Readings"]

Read: TypeAlias = Captured | InputError
"""An article with its bytes, or why there is none. A plain `InputError` is a remark: it did no harm."""

Readings: TypeAlias = Iterator[Read]
Reader: TypeAlias = "Callable[[Item, Context], Readings]"
"""Yields the articles of an item and an error for each part that cannot be used; raises `InputError` for the whole."""


class Context:
    """What a reader may use beside its item: the settings, the other readers, the network. One lives for one stream.

    `validators` are what was kept of addresses that were asked before; `visits` are requests of another kind than the
    usual.
    """

    def __init__(
        self, settings: Settings, reader: Reader, validators: Validators | None = None, visits: Visits | None = None
    ) -> None:
        self.settings = settings
        self._reader = reader
        self._validators = validators
        self._visits = visits

    def read(self, item: Item) -> Readings:
        """Yield what another item holds, by the reader of its format, for readers of what holds others."""
        return self._reader(item, self)

    def visit(self, url: str, *, found: bool = False, depth: int = 0, follow: bool = False) -> Readings:
        """Yield what an address holds; `found` tells that not the user named it but a list that is read.

        Where the user named it, or `follow`, what it merely links to is fetched too. It counts as had once all of it
        was handed on, unless that was nothing but errors, or some of it may be had later. Raises `FetchError` where it
        cannot be had.
        """
        network = self._network()
        fetched = network.fetch(url, found=found)
        if fetched.unchanged:
            yield from () if found else (InputError(printable(url), "has not changed since it was last read"),)
            return
        seen: set[type] = set()
        item = msgspec.structs.replace(
            item_of_fetched(printable(url), fetched), depth=depth, follow=follow or not found
        )
        for reading in self._reader(item, self):
            seen.add(type(reading))
            yield reading
        if _was_had(seen):
            network.keep(url, fetched)

    def _network(self) -> Visits:
        if self._visits is None:
            from headwater.sources.visits import Visits  # brings the network, which only addresses need

            self._visits = Visits(self.settings, self._validators)
        return self._visits


def _was_had(seen: set[type]) -> bool:
    """Tell from the types of all that an address gave whether it need not be asked for again until it changes."""
    from headwater.sources.exchange import Later

    errors = seen - {Captured, InputError}
    return not any(issubclass(one, Later) for one in seen) and (Captured in seen or not errors)
