"""Which texts are one: identical texts collapse, and pairs gather into lines by average linkage.

Single linkage would let one round-up chain many lines together; here two groups are one line if the evidence over all
pairs between them is on balance for it. The tree of merges is cut at three heights, so that low <= best <= high.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.engines.base import Engine
from headwater.text.words import fold
from headwater.types import Document

__all__ = ["FLOOR", "Merge", "collapse", "cut", "merges"]

FLOOR: Final = -4.0  # nats; the least a pair can say against one line, and what a pair that never met says


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups that became one, and how strong the evidence for it was on average, in nats."""

    score: float
    left: tuple[str, ...]
    right: tuple[str, ...]


def collapse(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """Groups of documents with the same words in the same order, each by id, the groups by their first id."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.article.id):
        view = " ".join(filter(None, map(fold, document.article.text.split())))
        groups[view or document.article.id].append(document)
    return tuple(tuple(group) for group in groups.values())


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
    """UPGMA on one component. Rounded, so that the order of additions cannot decide between equals."""
    table = _table(members, scores)
    groups: list[tuple[str, ...]] = [(member,) for member in members]
    sizes = np.ones(len(members))
    found = []
    for _ in range(len(members) - 1):
        i, j = sorted(map(int, np.unravel_index(int(np.argmax(table)), table.shape)))
        found.append(Merge(float(table[i, j]), groups[i], groups[j]))
        row = np.round((table[i] * sizes[i] + table[j] * sizes[j]) / (sizes[i] + sizes[j]), 9)
        table[i, :], table[:, i] = row, row
        table[i, i] = table[j, :] = table[:, j] = -np.inf
        groups[i] = tuple(sorted(groups[i] + groups[j]))
        sizes[i] += sizes[j]
    return found


def _table(members: Sequence[str], scores: Mapping[tuple[str, str], float]) -> npt.NDArray[np.float64]:
    place = {member: number for number, member in enumerate(members)}
    table = np.full((len(members), len(members)), FLOOR)
    for (left, right), score in scores.items():
        if left in place and right in place:
            table[place[left], place[right]] = table[place[right], place[left]] = max(FLOOR, score)
    table[range(len(members)), range(len(members))] = -np.inf
    return table
