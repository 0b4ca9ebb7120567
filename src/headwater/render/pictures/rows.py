"""The rows of the river: a row for each article and unseen original, each below the one that it was taken from.

Where one text was taken over by many that nobody took anything from, the first of them have rows and the rest share
one: "and 14 more copies".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.render.pictures.axis import hour_of
from headwater.types import Brief, Edge, Line

__all__ = ["RiverRow", "hours_of", "parted", "rows_of"]

_SHOWN: Final = 3  # copies of one text that have rows of their own where the rest share one
_MANY: Final = 14  # nodes of a story up to which every one has a row
_FAR_OFF: Final = float("inf")


class RiverRow(Struct, frozen=True):
    """A row: its line's place, its node ("" where several articles share it), the node above it in the tree."""

    line: int
    node: str
    parent: str  # "" for a root, and for an article of the line that no edge reaches
    size: int  # articles that flow through here, this one among them
    more: tuple[str, ...] = ()  # the articles that share the row


def parted(edges: Iterable[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The edges of texts taken whole, and those of lent passages, each in an order that does not depend on theirs."""
    ordered = sorted(edges, key=lambda edge: (edge.child, -edge.confidence, edge.parent))
    return [edge for edge in ordered if edge.whole], [edge for edge in ordered if not edge.whole]


def hours_of(brief: Brief) -> dict[str, float]:
    """The articles with a time, in hours since 1970."""
    found = ((article.id, hour_of(article.published.value)) for article in brief.articles if article.published)
    return {article: hour for article, hour in found if hour is not None}


def rows_of(brief: Brief, *, folded: bool) -> tuple[RiverRow, ...]:
    """The rows from the top: each line's root, below it what came from it, the earlier first; folded where many."""
    whole, lent = parted(brief.stemma.edges)
    hours = hours_of(brief)
    tree = _Tree(whole, hours)
    held = len(brief.articles) + len(brief.stemma.unseen)
    kept = {node for edge in lent for node in (edge.parent, edge.child)}
    hidden = tree.hidden(kept) if folded and held > _MANY else {}
    return tuple(row for place, line in enumerate(brief.stemma.lines) for row in tree.rows(place, line, hidden))


class _Tree:
    """Whose child is whose, and when each was published."""

    def __init__(self, whole: Sequence[Edge], hours: Mapping[str, float]) -> None:
        self._children: dict[str, list[str]] = {}
        self._hours = hours
        self._seen: set[str] = set()
        for edge in whole:
            self._children.setdefault(edge.parent, []).append(edge.child)

    def hidden(self, kept: set[str]) -> dict[str, tuple[str, ...]]:
        """By parent the leaves that share a row: all but the first few, where there are enough of them."""
        found = {}
        for parent in self._children:
            leaves = [
                child
                for child in self._sorted_from(self._children[parent])
                if child not in self._children and child not in kept
            ]
            if len(leaves) > _SHOWN + 2:
                found[parent] = tuple(leaves[_SHOWN:])
        return found

    def rows(self, place: int, line: Line, hidden: Mapping[str, tuple[str, ...]]) -> Iterator[RiverRow]:
        """One line's rows, depth first; articles that no edge reaches follow the root."""
        waiting = [RiverRow(place, node, "", 0) for node in (*self._sorted_from(line.articles)[::-1], line.root)]
        while waiting:
            row = waiting.pop()
            left = tuple(each for each in row.more or (row.node,) if each not in self._seen)
            if not left:
                continue
            self._seen.update(left)
            yield RiverRow(place, row.node, row.parent, len(row.more) or self._size(row.node), left if row.more else ())
            shared = hidden.get(row.node, ())
            if shared:
                waiting.append(RiverRow(place, "", row.node, len(shared), shared))
            below = self._sorted_from(self._children.get(row.node, ()))
            waiting += [RiverRow(place, child, row.node, 0) for child in reversed(below) if child not in shared]

    def _sorted_from(self, nodes: Iterable[str]) -> list[str]:
        return sorted(set(nodes), key=self._when)

    def _when(self, node: str) -> tuple[float, str]:
        return self._hours.get(node, _FAR_OFF), node

    def _size(self, node: str) -> int:
        """How many flow through a node, each once, even in a circle."""
        found, waiting = {node}, [node]
        while waiting:
            below = [child for child in self._children.get(waiting.pop(), ()) if child not in found]
            found.update(below)
            waiting += below
        return len(found)
