"""Looks up which entity is named at a place in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from headwater.types import Entity, Span

__all__ = ["EntityIndex"]

_Mention = tuple[int, int, int]  # start, end, position of the entity


class EntityIndex:
    """The mentions of some entities, by article. Mentions of one article do not overlap, as `identify` makes them."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = tuple(entities)
        self._by_id = {entity.id: entity for entity in self._entities}
        self._mentions: dict[str, list[_Mention]] = {}
        for position, entity in enumerate(self._entities):
            for spelling in entity.spellings:
                for span in spelling.spans:
                    self._mentions.setdefault(span.article, []).append((span.start, span.end, position))
        for mentions in self._mentions.values():
            mentions.sort()

    def known(self, identity: str) -> Entity | None:
        """The entity of that id, None if there is none."""
        return self._by_id.get(identity)

    def at(self, span: Span) -> Entity | None:
        """The entity with a mention that overlaps the span, the first in the text if several do; None if none does."""
        found = self._first(span)
        return None if found is None else self._entities[found[2]]

    def mentions(self, span: Span) -> tuple[tuple[Span, Entity], ...]:
        """Every mention that overlaps the span, with its entity, in text order."""
        mentions = self._mentions.get(span.article, [])
        first = self._position(mentions, span.start)
        found = []
        for start, end, entity in mentions[first:]:
            if start >= span.end:
                break
            found.append((Span(span.article, start, end), self._entities[entity]))
        return tuple(found)

    def _first(self, span: Span) -> _Mention | None:
        mentions = self._mentions.get(span.article, [])
        at = self._position(mentions, span.start)
        return mentions[at] if at < len(mentions) and mentions[at][0] < span.end else None

    @staticmethod
    def _position(mentions: list[_Mention], start: int) -> int:
        """Where the first mention stands that ends after `start`."""
        at = bisect_right(mentions, start, key=itemgetter(0))
        return at - 1 if at and mentions[at - 1][1] > start else at
