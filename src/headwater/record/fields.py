"""A field of an event record: words, with the lines, sources and articles behind them and a confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from headwater.evidence import cite, quoted_words
from headwater.origins import Origins
from headwater.record.confidence import confidence_in
from headwater.text.spans import meets
from headwater.types import Article, Claim, Conflict, ConflictKind, Document, SourceKind, Span, Told

__all__ = ["Fields"]


class Fields:
    """Makes fields: knows the articles, which passage is of which line, and on what the lines differ."""

    def __init__(self, documents: Mapping[str, Document], origins: Origins, conflicts: Sequence[Conflict]) -> None:
        self.documents = documents
        self.articles = {name: document.article for name, document in documents.items()}
        self.origins = origins
        self.conflicts = conflicts

    def told(
        self,
        words: str,
        spans: Iterable[Span],
        claims: Sequence[Claim],
        kinds: AbstractSet[ConflictKind],
        *,
        rivals: str = "",
    ) -> Told:
        """The field that says `words`, resting on `spans` in `claims`; conflicts of `kinds` about them dispute it."""
        cited = cite(words, spans)
        lines = self.origins.lines(cited.spans)[1]
        sources = len(_sources(claims, self.articles))
        dispute = rivals or self._dispute(cited.spans, kinds)
        confidence, reason = confidence_in(len(lines), sources, dispute, claims)
        articles = tuple(sorted({span.article for span in cited.spans}))
        return Told(cited, lines, sources, articles, confidence, reason)

    def words(self, span: Span) -> str:
        """The words of a span, blanks and line ends as one blank."""
        return " ".join(quoted_words(span, self.articles).split())

    def _dispute(self, spans: Sequence[Span], kinds: AbstractSet[ConflictKind]) -> str:
        """The question of the first conflict of the kinds in which words of the field stand on a side."""
        for conflict in self.conflicts:
            sides = (span for side in conflict.sides for span in side.spans)
            if conflict.kind in kinds and any(meets(span, other) for span in sides for other in spans):
                return f"lines differ: {conflict.question.text}"
        return ""


def _sources(claims: Iterable[Claim], articles: Mapping[str, Article]) -> set[str]:
    """The ends of the chains: each named or described source once; unknown ones are none."""
    found = set()
    for claim in claims:
        end = claim.attribution[-1] if claim.attribution else None
        if end is not None and end.source is not None and end.kind is not SourceKind.UNKNOWN:
            found.add(end.speaker or quoted_words(end.source, articles).lower())
    return found
