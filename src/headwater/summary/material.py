"""What a summary is made of: the records of the stages before it, and what is asked of them more than once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from headwater.text.mentions import EntityIndex
from headwater.text.spans import meets
from headwater.types import Brief, Claim, Conflict, DerivationKind, Document, ReadingKind, Span

__all__ = ["Material"]


class Material(Struct, frozen=True, dict=True):
    """A brief that lacks only its first words, and the documents, by id of the article, that it was made from."""

    brief: Brief
    documents: Mapping[str, Document]

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.brief.claims}

    @cached_property
    def names(self) -> EntityIndex:
        """The entities by place."""
        return EntityIndex(self.brief.entities)

    @cached_property
    def main(self) -> frozenset[str]:
        """The statements that tell of the one event that the story is about."""
        return frozenset(self.brief.event.statements) if self.brief.event else frozenset()

    @cached_property
    def of_event(self) -> frozenset[str]:
        """The claims that tell of the one event that the story is about."""
        return frozenset(self.brief.event.claims) if self.brief.event else frozenset()

    @cached_property
    def event_words(self) -> Sequence[Span]:
        """The words that name that event, in order."""
        return sorted(self.claims[claim].trigger for claim in self.of_event if claim in self.claims)

    @cached_property
    def spun(self) -> Mapping[str, float]:
        """The articles whose wording is not a reporter's own, with the share of words that were exchanged, 0 to 1."""
        rates = {copy.article: copy.spin_rate for copy in self.brief.edits if copy.spin_rate}
        return rates | {edge.child: 1.0 for edge in self.brief.stemma.edges if edge.kind is DerivationKind.SPUN}

    def opposed(self, spans: Sequence[Span]) -> tuple[Conflict, ...]:
        """The conflicts that any of the spans takes a side in."""
        touched = {span.article for span in spans}
        return tuple(
            conflict
            for conflict in self.brief.conflicts
            if any(
                meets(side, span)
                for each in conflict.sides
                for side in each.spans
                if side.article in touched
                for span in spans
            )
        )

    def outnumbered(self, span: Span) -> bool:
        """Whether the words take a side that fewer lines give than another."""
        return any(
            len(side.lines) < max(len(other.lines) for other in conflict.sides)
            for conflict in self.opposed([span])
            for side in conflict.sides
            if any(meets(given, span) for given in side.spans)
        )

    def altered(self, span: Span) -> bool:
        """Whether the words were altered in copying, or are a misquotation."""
        return any(meets(one, span) for one in self._spoilt.get(span.article, ()))

    @cached_property
    def _spoilt(self) -> Mapping[str, Sequence[Span]]:
        contents = {quote.id: quote.content for quote in self.brief.quotes}
        readings = (reading for family in self.brief.quote_families for reading in family.readings)
        spans = [one.altered for one in self.brief.alterations if one.decided]
        spans += [contents[each.quote] for each in readings if each.difference is ReadingKind.MISQUOTE]
        found: dict[str, list[Span]] = {}
        for span in spans:
            found.setdefault(span.article, []).append(span)
        return found
