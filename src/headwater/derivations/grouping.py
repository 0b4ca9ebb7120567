"""Which texts are one: identical texts collapse, and pairs gather into lines by a linkage between single and average.

Single linkage would let one round-up chain many lines together; average linkage would part two far descendants of one
text that stands between them. So two groups are one line if their closest pair, weighing two thirds, and the mean of
all pairs between them are on balance for it. The tree of merges is cut at three heights, so that low <= best <= high.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.engines.base import Engine
from headwater.text.words import fold
from headwater.types import Document

__all__ = ["FLOOR", "Merge", "collapse", "cut", "merges"]

_NEVER: Final = -1e6  # finite, so that sums with it stay numbers
_CLOSEST_SHARE: Final = 0.65  # of the linkage; on the development data 0 parts versions of one text, .8 joins lines
FLOOR: Final = -4.0  # nats; the least a pair can say against one line, and what a pair that never met says


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups that became one, and the evidence for it in nats: never more than for the merges inside them."""

    score: float
    left: tuple[str, ...]
    right: tuple[str, ...]


def collapse(
    documents: Sequence[Document], barred: Collection[tuple[str, str]] = ()
) -> tuple[tuple[Document, ...], ...]:
    """Groups of documents with the same words in the same order, each by id, the groups by their first id.

    A text that has quotation marks and one that has none are two: who lost the marks tells the copy. So are two of
    which a reader decided that neither was copied: no group has both articles of a `barred` pair (smaller id first).
    """
    groups: dict[tuple[str, bool], list[list[Document]]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.article.id):
        view = " ".join(filter(None, map(fold, document.article.text.split())))
        alike = groups[view or document.article.id, bool(document.quoted)]
        home = next((group for group in alike if not _has_barred(group, document.article.id, barred)), None)
        if home is None:
            alike.append([document])
        else:
            home.append(document)
    found = (tuple(group) for alike in groups.values() for group in alike)
    return tuple(sorted(found, key=lambda group: group[0].article.id))


def _has_barred(group: Sequence[Document], article: str, barred: Collection[tuple[str, str]]) -> bool:
    return bool(barred) and any((each.article.id, article) in barred for each in group)


def merges(nodes: Sequence[str], scores: Mapping[tuple[str, str], float], engine: Engine) -> tuple[Merge, ...]:
    """The tree of merges of texts that some positive evidence connects, strongest first within each component.

    `scores` holds the log-odds of "one line" by pair, smaller id first; other pairs count as `FLOOR`.
    """
    linked = [pair for pair, score in scores.items() if score > FLOOR]
    components = engine.components(sorted(nodes), sorted(linked))
    return tuple(merge for component in components for merge in _agglomerate(component, scores))


def cut(nodes: Sequence[str], tree: Sequence[Merge], height: float) -> tuple[tuple[str, ...], ...]:
    """The groups that the merges scoring above `height` leave, each sorted, in order of their first ids."""
    groups: dict[str, tuple[str, ...]] = {node: (node,) for node in nodes}
    for merge in tree:
        if merge.score > height:
            joined = tuple(sorted(merge.left + merge.right))
            groups.update(dict.fromkeys(joined, joined))
    return tuple(sorted(set(groups.values())))


def _agglomerate(members: Sequence[str], scores: Mapping[tuple[str, str], float]) -> list[Merge]:
    """Agglomeration of one component. Rounded, so that the order of additions cannot decide between equals."""
    mean = _table(members, scores)
    best = mean.copy()
    groups: list[tuple[str, ...]] = [(member,) for member in members]
    heights = [math.inf] * len(members)
    found = []
    for _ in range(len(members) - 1):
        linkage = _CLOSEST_SHARE * best + (1 - _CLOSEST_SHARE) * mean
        i, j = sorted(map(int, np.unravel_index(int(np.argmax(linkage)), linkage.shape)))
        heights[i] = min(float(linkage[i, j]), heights[i], heights[j])
        found.append(Merge(heights[i], groups[i], groups[j]))
        sizes = len(groups[i]), len(groups[j])
        _join(mean, i, j, np.round((mean[i] * sizes[0] + mean[j] * sizes[1]) / sum(sizes), 9))
        _join(best, i, j, np.maximum(best[i], best[j]))
        groups[i] = tuple(sorted(groups[i] + groups[j]))
    return found


def _join(table: npt.NDArray[np.float64], i: int, j: int, row: npt.NDArray[np.float64]) -> None:
    """Let `row` stand for both i and j."""
    table[i, :], table[:, i] = row, row
    table[i, i] = table[j, :] = table[:, j] = _NEVER


def _table(members: Sequence[str], scores: Mapping[tuple[str, str], float]) -> npt.NDArray[np.float64]:
    place = {member: number for number, member in enumerate(members)}
    table = np.full((len(members), len(members)), FLOOR)
    for (left, right), score in scores.items():
        if left in place and right in place:
            table[place[left], place[right]] = table[place[right], place[left]] = max(FLOOR, score)
    np.fill_diagonal(table, _NEVER)
    return table
