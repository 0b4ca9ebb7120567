"""How much a library keeps and what there is to choose from: counted once for as long as nothing is written."""

from __future__ import annotations

from headwater.monitor import Library
from headwater.render.front import Names

__all__ = ["Catalogue"]


class Catalogue:
    """Of one library. Any thread may ask; at worst two count at once and find the same."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: tuple[int, Names] | None = None

    def names(self) -> Names:
        """Counts, outlets and places as they are now."""
        generation = self._library.generation()
        held = self._held
        if held is None or held[0] != generation:
            held = generation, Names(self._library.counts(), self._library.outlets(), self._library.places())
            self._held = held
        return held[1]
