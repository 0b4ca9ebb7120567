"""Text origins: which line of reporting the words at a span came from (DESIGN, "Independence, defined")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.text.spans import overlap
from headwater.types import Count, DerivationKind, Passage, Span, Stemma

__all__ = ["Origins"]


class Origins:
    """Text origins by the stemma: which line the words at a span came from."""

    def __init__(self, stemma: Stemma) -> None:
        self._line_of = {article: line.id for line in stemma.lines for article in line.articles}
        self._lent = _by_child(passage for edge in stemma.edges if not edge.whole for passage in edge.passages)
        self._copied = _by_child(_copied(stemma))
        self._copies = {edge.child for edge in stemma.edges if edge.whole}
        self._open = [derivation for derivation in stemma.derivations if derivation.kind is DerivationKind.UNDECIDED]

    def is_copy(self, article: str) -> bool:
        """Whether the article as a whole came by copying, from another article or an unseen original."""
        return article in self._copies

    def line(self, span: Span) -> str:
        """The id of the line that the words at `span` came from.

        Lent passages are followed from lender to lender, and through the copies of a text that borrowed, until no
        parent is left. Words that lie in a lent passage for their smaller part stay with their article.
        """
        line, seen = self._line_of[span.article], set[Span]()
        while span not in seen:
            seen.add(span)
            line = self._line_of.get(span.article, line)
            span = self._parent(span)
        return line

    def _parent(self, span: Span) -> Span:
        """The words that these were taken from, in the lender or in the text that the article copies; else the same."""
        for passages in (self._lent, self._copied):
            for passage in passages.get(span.article, ()):
                if overlap(passage.right, span) * 2 > span.end - span.start:
                    return passage.left
        return span

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


def _by_child(passages: Iterable[Passage]) -> Mapping[str, Sequence[Passage]]:
    """Passages, the parent's side on the left, by the article that took them; what is masked was not taken."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if not passage.mask:
            found[passage.right.article].append(passage)
    return found


def _copied(stemma: Stemma) -> Iterator[Passage]:
    """Sentence by sentence what each article has from the one it copies, the parent's side on the left."""
    whole = {(edge.parent, edge.child) for edge in stemma.edges if edge.whole}
    for each in stemma.derivations:
        if (each.left, each.right) in whole:
            yield from each.sentences
        elif (each.right, each.left) in whole:
            yield from (Passage(pair.right, pair.left, pair.similarity, pair.mask) for pair in each.sentences)


def _joined(lines: Sequence[str], pairs: Iterable[tuple[str, str]]) -> int:
    """How many lines are left if those of each pair are one."""
    group = {line: frozenset({line}) for line in lines}
    for one, other in pairs:
        if one in group and other in group:
            together = group[one] | group[other]
            group.update(dict.fromkeys(together, together))
    return len(set(group.values()))
