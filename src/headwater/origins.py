"""Text origins: which line of reporting the words at a span came from (DESIGN, "Independence, defined")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.text.spans import overlap
from headwater.types import Count, DerivationKind, Span, Stemma

__all__ = ["Origins"]


class Origins:
    """Text origins by the stemma: which line the words at a span came from."""

    def __init__(self, stemma: Stemma) -> None:
        self._line_of = {article: line.id for line in stemma.lines for article in line.articles}
        self._line_of_node = dict(self._line_of)
        for line in stemma.lines:
            self._line_of_node[line.root] = line.id
        self._lent = [
            (passage.right, self._line_of_node.get(edge.parent, self._line_of[edge.child]))
            for edge in stemma.edges
            if not edge.whole
            for passage in edge.passages
            if not passage.mask
        ]
        self._copies = {edge.child for edge in stemma.edges if edge.whole}
        self._open = [derivation for derivation in stemma.derivations if derivation.kind is DerivationKind.UNDECIDED]

    def is_copy(self, article: str) -> bool:
        """Whether the article as a whole came by copying, from another article or an unseen original."""
        return article in self._copies

    def line(self, span: Span) -> str:
        """The id of the line that the words at `span` came from."""
        for lent, origin in self._lent:
            if overlap(lent, span) * 2 > span.end - span.start:
                return origin
        return self._line_of[span.article]

    def lines(self, spans: Iterable[Span]) -> tuple[Count, tuple[str, ...]]:
        """How many lines stand behind the spans, as a range where a derivation is undecided, and their ids."""
        spans = tuple(spans)
        ids = tuple(sorted({self.line(span) for span in spans}))
        doubted = sorted(self._doubted(spans))
        low = _joined(ids, [(self._line_of[a], self._line_of[b]) for a, b in doubted])
        reasons = tuple(f"{a} and {b} may share a text: undecided" for a, b in doubted)
        return Count(low, len(ids), len(ids), reasons), ids

    def _doubted(self, spans: Sequence[Span]) -> set[tuple[str, str]]:
        """Pairs of articles of different lines whose words at these spans may or may not be one text."""
        articles = {span.article for span in spans}
        return {
            (pair.left, pair.right)
            for pair in self._open
            if {pair.left, pair.right} <= articles and self._line_of[pair.left] != self._line_of[pair.right]
        }


def _joined(lines: Sequence[str], pairs: Iterable[tuple[str, str]]) -> int:
    """How many lines are left if those of each pair are one."""
    group = {line: frozenset({line}) for line in lines}
    for one, other in pairs:
        if one in group and other in group:
            together = group[one] | group[other]
            group.update(dict.fromkeys(together, together))
    return len(set(group.values()))
