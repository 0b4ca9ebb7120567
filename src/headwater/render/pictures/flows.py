"""What flowed between two texts, in words: how much was taken, how, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from headwater.render.characters import one_line
from headwater.render.naming import Naming
from headwater.render.words import counted, percent
from headwater.types import Article, DerivationKind, Edge, Span, Stemma

__all__ = ["CAME", "came", "flow_told", "pair_of", "told"]

CAME: Final = {
    DerivationKind.COPY: "copy",
    DerivationKind.ABRIDGED: "shortened",
    DerivationKind.EXPANDED: "expanded",
    DerivationKind.REWRITE: "rewritten",
    DerivationKind.SPUN: "reworded (spun)",
}
"""How a whole text came about, beside its name."""

_SURE: Final = 0.995  # from which a parent is not said to be one of several


def came(edge: Edge) -> str:
    """How the child of a whole edge came about, "" where there is no word for it."""
    return "later version" if edge.version else CAME.get(edge.kind, "")


def flow_told(edge: Edge, naming: Naming, articles: Mapping[str, Article]) -> str:
    """An edge in one line: who took how much from whom, with which verdict, and how sure."""
    took = "was taken from" if edge.whole else "took a passage from"
    amount = _amount(edge, articles.get(edge.child))
    verdict = came(edge) if edge.whole else "a passage lent"
    sure = f"{percent(edge.confidence)} sure" if edge.confidence < _SURE else ""
    said = "; ".join(part for part in (verdict, amount, sure) if part)
    return f"{naming.node(edge.child)} {took} {naming.node(edge.parent)}{f': {said}' if said else ''}"


def pair_of(edge: Edge, articles: Mapping[str, Article]) -> tuple[str, str]:
    """The two articles in which an edge can be read side by side; ("", "") where the source is nowhere to be read.

    Of an unseen source that is the sibling in which most of the passages are found.
    """
    if edge.child not in articles:
        return "", ""
    siblings = Counter(each.left.article for each in edge.passages if each.left.article not in ("", edge.child))
    parent = edge.parent if edge.parent in articles else next((name for name, _ in _commonest(siblings)), "")
    return (parent, edge.child) if parent in articles else ("", "")


def told(stemma: Stemma, naming: Naming) -> Iterator[str]:
    """The river in sentences, for who cannot see it."""
    for line in stemma.lines:
        held = ", ".join(naming.short(article) for article in line.articles)
        yield f"Line {naming.line(line.id)}, {one_line(line.standing)}: {held}."
    for edge in stemma.edges:
        verb = "was taken from" if edge.whole else "took a passage from"
        yield f"{naming.node(edge.child)} {verb} {naming.node(edge.parent)}."


def _commonest(found: Counter[str]) -> list[tuple[str, int]]:
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def _amount(edge: Edge, child: Article | None) -> str:
    """How much: passages, and their words in the child with the share that they are of it."""
    spans = [each.right for each in edge.passages if child is not None and each.right.article == child.id]
    if child is None or not spans:
        return ""
    words = sum(len(child.text[start:end].split()) for start, end in _joined(spans))
    share = words / max(len(child.text.split()), 1)
    return f"{counted(len(spans), 'passage')}, {counted(words, 'word')}, {percent(min(share, 1.0))} of its text"


def _joined(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches that some spans of one article cover, each word once."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans):
        if found and span.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span.end))
        else:
            found.append((span.start, span.end))
    return found
