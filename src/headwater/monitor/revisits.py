"""What servers said of addresses that were fetched, kept in the library, so that they can be asked for news alone."""

from __future__ import annotations

from headwater.library import Store
from headwater.sources.validators import Validator

__all__ = ["Fetched", "Revisits"]

Fetched = tuple[str, Validator]
"""An address, and what its server said of what it gave."""


class Revisits:
    """The validators of addresses, as sources want them; those that are new wait to be written with their articles."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[Fetched] = []

    def get(self, url: str) -> Validator | None:
        """What was kept of an address, None if nothing was."""
        with self._store.reading() as view:
            return view.validator(url)

    def keep(self, url: str, validator: Validator) -> None:
        """Have the validators written with the articles that the address gave, which have all been handed out."""
        self._waiting.append((url, validator))

    def taken(self) -> tuple[Fetched, ...]:
        """Those that wait; they wait no longer."""
        waiting, self._waiting = tuple(self._waiting), []
        return waiting
