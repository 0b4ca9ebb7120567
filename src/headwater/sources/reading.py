"""What every reader takes and gives: the contract of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources.items import Item
from headwater.types import Captured

if TYPE_CHECKING:  # the network is brought in only where an address is given
    from headwater.sources.fetch import Fetched

__all__ = ["Context", "Read", "Reader", "Readings"]

Read: TypeAlias = Captured | InputError
"""An article with its bytes, or why there is none. A plain `InputError` is a remark: it did no harm."""

Readings: TypeAlias = Iterator[Read]
Reader: TypeAlias = "Callable[[Item, Context], Readings]"
"""Yields the articles of an item and an error for each part that cannot be used; raises `InputError` for the whole."""


class Context:
    """What a reader may use beside its item: the settings, the other readers, the network."""

    def __init__(self, settings: Settings, reader: Reader) -> None:
        self.settings = settings
        self._reader = reader

    def read(self, item: Item) -> Readings:
        """Yield what another item holds, by the reader of its format, for readers of what holds others."""
        return self._reader(item, self)

    def fetch(self, url: str) -> Fetched:
        """Return what an address gives. Raises `FetchError`."""
        from headwater.sources.fetch import fetch

        return fetch(url, self.settings)
