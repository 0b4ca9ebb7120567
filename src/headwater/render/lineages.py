"""Line -> LineView: what stands on a line of reporting, what each article took from where, what is behind it unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from headwater.render.characters import one_line
from headwater.render.edits import edits_view
from headwater.render.naming import Naming
from headwater.render.view import (
    ArticleView,
    DoubtView,
    HeldView,
    LineView,
    RecoveredView,
    SourceView,
    TookView,
    UnseenView,
    VersionsView,
)
from headwater.render.witnesses import Witnesses
from headwater.render.words import counted, instants, listed, percent
from headwater.types import Brief, Derivation, DerivationKind, Doubt, Edge, Line, Recovered, Span, Unseen

__all__ = ["Lineages", "how_taken"]

_TOOK: Final = {
    DerivationKind.COPY: "copied from",
    DerivationKind.ABRIDGED: "shortened from",
    DerivationKind.EXPANDED: "expanded from",
    DerivationKind.REWRITE: "rewritten from",
    DerivationKind.SPUN: "reworded (spun) from",
    DerivationKind.PARTIAL: "took a passage from",
    DerivationKind.SHARED_STATEMENT: "gives the same statement as",
}
_STATED: Final = "stated by the publisher"
_VERSION: Final = "a later version of"
_NO_LINK: Final = "no link found"
_ALIKE: Final = 3  # sentences that a doubt opens
_LIKELY: Final = 0.15  # of another parent, from which it is named


class Lineages:
    """The lines of one brief as a page shows them. `articles` are the brief's, by id."""

    def __init__(self, brief: Brief, naming: Naming, opened: Witnesses, articles: Mapping[str, ArticleView]) -> None:
        self._brief = brief
        self._naming = naming
        self._open = opened
        self._articles = articles
        self._edits = {copy.article: copy for copy in brief.edits}
        self._stated = frozenset(way for pair in brief.stemma.derivations for way in _stated_ways(pair))
        self._taken = sorted(brief.stemma.edges, key=lambda edge: (not edge.whole, edge.parent))

    def line(self, line: Line) -> LineView:
        """One line, its root first where that is an article."""
        held = sorted(line.articles, key=lambda article: (article != line.root, article))
        return LineView(
            letter=self._naming.line(line.id),
            label=one_line(line.label),
            standing=one_line(line.standing),
            caveat=self._caveat(line),
            articles=tuple(self._held(article) for article in held),
            versions=self._versions(line),
            own=self._open.reasons(line.own),
            reasons=self._open.reasons(line.evidence),
            unseen=tuple(self._unseen(unseen) for unseen in self._brief.stemma.unseen if self._feeds(unseen, line)),
        )

    def doubts(self) -> tuple[DoubtView, ...]:
        """Why the number of lines is a range; each doubt opens the words that its groups are likest in."""
        count = self._brief.stemma.count
        doubts = (DoubtView(self._naming.doubt(each), self._open.of(self._alike(each))) for each in count.doubts)
        return (*doubts, *(DoubtView(one_line(reason), ()) for reason in count.reasons))

    def _alike(self, doubt: Doubt) -> Iterator[Span]:
        """The likest sentences of the closest pair of two groups, on both sides."""
        groups = {*doubt.left}, {*doubt.right}
        pairs = [
            pair for pair in self._brief.stemma.derivations if all(group & {pair.left, pair.right} for group in groups)
        ]
        closest = max(pairs, key=lambda pair: pair.score, default=None)
        free = [each for each in closest.sentences if not each.mask] if closest else []
        for each in sorted(free, key=lambda each: -each.similarity)[:_ALIKE]:
            yield from (each.left, each.right)

    def _caveat(self, line: Line) -> str:
        """A link that was not found is no independence, and alone an article cannot be linked to anything."""
        if line.standing != _NO_LINK:
            return ""
        if len(self._brief.stemma.lines) > 1:
            return "to the other lines, which does not show that there is none"
        return "and no other line to compare it with"

    def _held(self, article: str) -> HeldView:
        loans = [edge for edge in self._taken if edge.child == article and not edge.whole]
        spans = [span for edge in loans for each in edge.passages for span in (each.left, each.right)]
        edits = self._edits.get(article)
        return HeldView(
            self._articles[article],
            tuple(self._took(article)),
            self._open.of(spans),
            edits_view(edits, self._naming) if edits else None,
        )

    def _took(self, article: str) -> Iterator[TookView]:
        for edge in self._taken:
            if edge.child == article:
                others = (
                    self._source(each.parent, percent(each.confidence))
                    for each in edge.others
                    if each.confidence >= _LIKELY
                )
                said = _STATED if (edge.parent, edge.child) in self._stated else ""
                yield TookView(how_taken(edge), (self._source(edge.parent), *others), said)

    def _source(self, node: str, chance: str = "") -> SourceView:
        label = self._naming.node(node)
        if node in self._articles:
            return SourceView(label, self._articles[node].anchor, chance, node)
        return SourceView(f"the {label}", "", chance)

    def _versions(self, line: Line) -> VersionsView | None:
        if not line.versions:
            return None
        published = {article.id: article.published for article in self._brief.articles}
        day, times = instants([known.value if (known := published[each]) else "" for each in line.versions])
        sources = zip(times, line.versions, strict=True)
        said = f"{counted(len(line.versions), 'version')} of one report{f', {day}' if day else ''}"
        return VersionsView(
            said, tuple(SourceView(one_line(time), self._articles[each].anchor, article=each) for time, each in sources)
        )

    def _feeds(self, unseen: Unseen, line: Line) -> bool:
        taken = any(edge.parent == unseen.id and edge.whole and edge.child in line.articles for edge in self._taken)
        return taken or unseen.id == line.root

    def _unseen(self, unseen: Unseen) -> UnseenView:
        label, shown = one_line(unseen.label), listed(self._naming.short(article) for article in unseen.witnesses)
        text = tuple(map(self._recovered, unseen.text)) if any(map(_sure, unseen.text)) else ()
        sure = sum(map(_sure, unseen.text))
        doubtful = len(unseen.text) - sure
        amount = counted(sure, "sentence") + (f", {doubtful:,} more doubtful" if doubtful else "")
        heading = f"What the {label} must have said, by its witnesses"
        return UnseenView(label, shown, self._open.reasons(unseen.evidence), heading, amount, text)

    def _recovered(self, sentence: Recovered) -> RecoveredView:
        places = self._open.places(dict.fromkeys((sentence.reading, *sentence.witnesses)))
        kept = f"kept by {len(places)}:" if _sure(sentence) else "doubtful, only in"
        return RecoveredView(self._naming.words(sentence.reading), kept, places, not _sure(sentence))


def how_taken(edge: Edge) -> str:
    """How a text came about, up to the name of its source: "copied from"."""
    if edge.version:
        return _VERSION
    return _TOOK.get(edge.kind, "stands beside") if edge.whole else _TOOK[DerivationKind.PARTIAL]


def _stated_ways(pair: Derivation) -> Iterator[tuple[str, str]]:
    """The ways between two texts, source first, that a publisher states."""
    for part in pair.direction_evidence:
        if part.name == "stated derivation":
            yield (pair.left, pair.right) if part.score > 0 else (pair.right, pair.left)


def _sure(sentence: Recovered) -> bool:
    """Whether more than one witness keeps it."""
    return sentence.support > 0
