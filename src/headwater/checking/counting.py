"""Who stands behind sentences of the reports: lines of reporting and sources, as docs/independence.md defines them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.claims.counting import statement_of
from headwater.origins import Origins
from headwater.text.mentions import EntityIndex
from headwater.text.spans import meets
from headwater.types import Claim, Count, Document, Span

__all__ = ["Backing"]


class Backing:
    """Counts the lines and sources of some spans by the claims of the reports that stand in them."""

    def __init__(
        self, origins: Origins, claims: Sequence[Claim], documents: Mapping[str, Document], entities: EntityIndex
    ) -> None:
        self._origins = origins
        self._claims = claims
        self._documents = documents
        self._entities = entities

    def of(self, spans: Sequence[Span]) -> tuple[Count, tuple[str, ...], int]:
        """How many lines (with their ids) and how many sources stand behind the spans."""
        lines, ids = self._origins.lines(spans)
        claims = [claim for claim in self._claims if any(meets(claim.span, span) for span in spans)]
        if not claims:
            return lines, ids, 0
        typical = dict.fromkeys((claim.id for claim in claims), 0.0)
        counted = statement_of(claims, typical, self._origins, self._documents, self._entities)
        return lines, ids, counted.sources

    def claims_in(self, span: Span) -> tuple[Claim, ...]:
        """The claims of the reports that meet a span."""
        return tuple(claim for claim in self._claims if meets(claim.span, span))

    def line(self, span: Span) -> str:
        """The line of reporting that the words at a span come from."""
        return self._origins.line(span)
