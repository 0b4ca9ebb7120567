"""The tree inside one line: who took from whom, with an unseen original where the witnesses point to one.

A maximum spanning arborescence (Edmonds) over the line's texts; weights are log-odds, so that the tree is the likeliest
one if the pairs were judged independently. (The tree of the largest marginals finds as many parents: no more, no less.)
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from headwater.derivations.arborescence import maximum_arborescence
from headwater.derivations.comparing import Judged
from headwater.derivations.decided import is_decided_source
from headwater.derivations.marginals import edge_marginals
from headwater.derivations.unseen import says_its_source
from headwater.derivations.versions import is_version, later
from headwater.evidence import total
from headwater.types import Derivation, DerivationKind, Document, Edge, OtherParent, Passage, Unseen

__all__ = ["Tree", "grow", "oriented", "turned"]

_ROOT: Final = ""  # no article has this id
_FROM_ROOT: Final = -50.0  # so low that each line has one root
# The next three by the parents found on 60 written stories, half of them without times, among caps of 2 to 12 and 3 to
# 8 nats from an unseen original: these find 72 % of 745 parents (66 % with a cap of 4 and the way counted twice),
# and the shares are right as often as they say.
_FROM_CREDITED: Final = 4.0  # from the unseen original to a text that names it as its source
_FROM_UNSEEN: Final = 3.0  # ... and to one that does not: less than a near copy, more than a sibling
_CLOSEST: Final = 8.0  # nats; likeness beyond this tells versions of one text apart no more
_RARELY: Final = -2.0  # nats for a common origin where nothing was said of it
_CERTAIN: Final = 20.0  # nats; what is surer is as good as known
_MOST: Final = 300  # texts of which all trees are weighed
_RIVALS: Final = 2  # other parents that are told
_LIKELY: Final = 0.1  # and how likely they must be


@dataclass(frozen=True, slots=True)
class Tree:
    """One line's edges, its root and its unseen original, if it has one."""

    root: str
    unseen: Unseen | None
    edges: tuple[Edge, ...]


Table = Mapping[tuple[str, str], Judged]
Weights = Mapping[tuple[str, str], float]  # (parent, child) -> log-odds


def oriented(derivation: Derivation, parent: str) -> tuple[Passage, ...]:
    """The passages of a pair with the parent's side on the left."""
    return turned(derivation.passages, round_about=derivation.left != parent)


def turned(passages: Sequence[Passage], *, round_about: bool) -> tuple[Passage, ...]:
    """The passages as they are, or with their sides exchanged."""
    if not round_about:
        return tuple(passages)
    return tuple(Passage(each.right, each.left, each.similarity, each.mask) for each in passages)


def grow(members: Sequence[str], table: Table, unseen: Unseen | None, documents: Mapping[str, Document]) -> Tree:
    """The likeliest tree over a line's distinct texts; how sure each edge is comes from all trees there are.

    Beyond 300 texts an edge is only as sure as the rest of the tree makes it: its odds against the other parents that
    do not stand below the child.
    """
    weights = {
        (parent, child): weight
        for child in members
        for parent, weight in _parents(child, members, table, unseen, documents)
    }
    if unseen is not None:
        weights[_ROOT, unseen.id] = _FROM_ROOT
    links = maximum_arborescence(weights, _ROOT)
    root = next(child for parent, child in links if parent == _ROOT)
    sure = edge_marginals(weights, _ROOT) if len(members) <= _MOST else _odds(weights, links)
    found = (
        replace(
            _edge(parent, child, table, unseen),
            confidence=round(sure[parent, child], 3),
            others=_others(parent, child, sure),
            version=is_version(documents.get(parent), documents[child]),
        )
        for parent, child in links
        if parent != _ROOT
    )
    return Tree(root, unseen, tuple(found))


def _parents(
    child: str, members: Sequence[str], table: Table, unseen: Unseen | None, documents: Mapping[str, Document]
) -> list[tuple[str, float]]:
    """Where a text may have come from, with log-odds weights: where a reader decided it, from there or from nowhere."""
    beside = {parent: table.get((min(parent, child), max(parent, child))) for parent in members if parent != child}
    pairs = {parent: judged for parent, judged in beside.items() if judged is not None}
    named = {parent: judged for parent, judged in pairs.items() if is_decided_source(judged.derivation, parent)}
    found = [(_ROOT, _FROM_ROOT)]
    if unseen is not None and not named:
        found.append((unseen.id, _FROM_CREDITED if says_its_source(unseen, documents[child]) else _FROM_UNSEEN))
    for parent, judged in (named or pairs).items():
        found.append((parent, _weight(judged, parent) + later(documents[parent], documents[child])))
    return found


def _weight(judged: Judged, parent: str) -> float:
    """Log-odds that a text was taken from `parent`: both are one line, it went this way, and not both from a third."""
    derivation = judged.derivation
    way = total(derivation.direction_evidence) * (1 if derivation.left == parent else -1)
    common = total(derivation.common_evidence) if derivation.common_evidence else _RARELY
    return min(judged.one_line, _CLOSEST) + _log_chance(way) + _log_chance(-common)


def _log_chance(odds: float) -> float:
    """The logarithm of a chance that is given as log-odds; bounded, because no sign is ever certain."""
    return -math.log1p(math.exp(-max(-_CERTAIN, min(_CERTAIN, odds))))


def _edge(parent: str, child: str, table: Table, unseen: Unseen | None) -> Edge:
    """The edge as such, with the kind and the passages of its pair, or of the closest sibling's."""
    if unseen is not None and parent == unseen.id:
        sibling = _closest(child, table)
        if sibling is None:
            return Edge(parent, child, DerivationKind.COPY, True, 0.0)
        other = sibling.left if sibling.right == child else sibling.right
        return Edge(parent, child, sibling.kind, True, 0.0, oriented(sibling, other))
    derivation = table[min(parent, child), max(parent, child)].derivation
    return Edge(parent, child, derivation.kind, True, 0.0, oriented(derivation, parent))


def _closest(child: str, table: Table) -> Derivation | None:
    pairs = [judged for pair, judged in sorted(table.items()) if child in pair]
    best = max(pairs, key=lambda judged: judged.one_line, default=None)
    return None if best is None else best.derivation


def _others(parent: str, child: str, sure: Mapping[tuple[str, str], float]) -> tuple[OtherParent, ...]:
    """The runners-up of an edge that a reader should know of."""
    found = [(-share, other) for (other, to), share in sure.items() if to == child and other not in (parent, _ROOT)]
    return tuple(OtherParent(other, round(-share, 3)) for share, other in sorted(found)[:_RIVALS] if -share >= _LIKELY)


def _odds(weights: Weights, links: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """The share of each edge among those into its child that the rest of the tree allows."""
    above = {child: parent for parent, child in links}
    allowed: dict[str, dict[str, float]] = {}
    for (parent, child), weight in weights.items():
        if child not in _path(parent, above):
            allowed.setdefault(child, {})[parent] = weight
    found = dict.fromkeys(weights, 0.0)
    for child, parents in allowed.items():
        best = max(parents.values())
        mass = sum(math.exp(weight - best) for weight in parents.values())
        found.update({(parent, child): math.exp(weight - best) / mass for parent, weight in parents.items()})
    return found


def _path(node: str, above: Mapping[str, str]) -> set[str]:
    """The node and all that it hangs on."""
    found = {node}
    while node in above:
        node = above[node]
        found.add(node)
    return found
