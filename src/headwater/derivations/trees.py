"""The tree inside one line: who took from whom, with an unseen original where the witnesses point to one.

A maximum spanning arborescence (Edmonds) over the line's texts; weights are log-odds, so that the tree is the likeliest
one if the pairs were judged independently.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.derivations.arborescence import maximum_arborescence
from headwater.derivations.comparing import Judged
from headwater.derivations.directions import agency_of, outlet_agency
from headwater.evidence import total
from headwater.types import Derivation, DerivationKind, Direction, Document, Edge, Evidence, Passage, Unseen

__all__ = ["Tree", "grow", "oriented", "turned", "unseen_original"]

_ROOT: Final = ""  # no article has this id
_FROM_ROOT: Final = -50.0  # so low that each line has one root
_FROM_CREDITED: Final = 4.0  # from the unseen original to a text that credits it: a credit outweighs likeness
_FROM_UNSEEN: Final = 3.0  # ... and to one that does not: less than a near copy, more than a sibling
_COMMON: Final = 2.0  # nats off a pair whose likeness comes from a common origin
_CLOSEST: Final = 4.0  # nats; likeness beyond this tells versions of one text apart no more
_CERTAIN: Final = 6.0  # nats; direction beyond this is as good as known


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


def unseen_original(
    line: str, members: Sequence[str], documents: Mapping[str, Document], pairs: Sequence[Derivation]
) -> Unseen | None:
    """The text that a line's members point to and that none of them is; None if nothing points to one.

    `pairs` are the line's own pairs. A credit to an agency that published none of the members points to its report;
    so do two texts of which each keeps what the other lacks.
    """
    credited = Counter(agency for each in members if (agency := agency_of(documents[each])))
    published = {outlet_agency(documents[each]) for each in members}
    outlets = any(documents[each].article.outlet is not None for each in members)
    for agency, count in sorted(credited.items(), key=lambda item: (-item[1], item[0])):
        if agency not in published and (len(members) > 1 or outlets):
            return Unseen(f"unseen:{line}", f"unseen {agency} report", tuple(members), _credits(agency, count))
    common = [pair for pair in pairs if pair.direction is Direction.COMMON_ORIGIN]
    if not common:
        return None
    witnesses = sorted({each for pair in common for each in (pair.left, pair.right)})
    detail = "each witness keeps sentences that the other lacks"
    evidence = tuple(Evidence("neither contains the other", pair.score, detail) for pair in common[:3])
    return Unseen(f"unseen:{line}", "unseen original", tuple(witnesses), evidence)


def _credits(agency: str, count: int) -> tuple[Evidence, ...]:
    return (Evidence("credit", float(count), f"{count} of the articles credit {agency}; none was published by it"),)


def grow(members: Sequence[str], table: Table, unseen: Unseen | None, documents: Mapping[str, Document]) -> Tree:
    """The likeliest tree over a line's distinct texts."""
    weights = {
        (parent, child): weight
        for child in members
        for parent, weight in _parents(child, members, table, unseen, documents)
    }
    if unseen is not None:
        weights[_ROOT, unseen.id] = _FROM_ROOT
    links = maximum_arborescence(weights, _ROOT)
    root = next(child for parent, child in links if parent == _ROOT)
    edges = tuple(_edge(parent, child, weights, table, unseen) for parent, child in links if parent != _ROOT)
    return Tree(root, unseen, edges)


def _parents(
    child: str, members: Sequence[str], table: Table, unseen: Unseen | None, documents: Mapping[str, Document]
) -> list[tuple[str, float]]:
    """Where a text may have come from, with log-odds weights."""
    found = [(_ROOT, _FROM_ROOT)]
    if unseen is not None:
        credited = unseen.label == f"unseen {agency_of(documents[child])} report"
        found.append((unseen.id, _FROM_CREDITED if credited else _FROM_UNSEEN))
    for parent in members:
        judged = table.get((min(parent, child), max(parent, child)))
        if parent != child and judged is not None:
            found.append((parent, _weight(judged, parent)))
    return found


def _weight(judged: Judged, parent: str) -> float:
    way = total(judged.derivation.direction_evidence) * (1 if judged.derivation.left == parent else -1)
    weight = min(judged.one_line, _CLOSEST) + max(-_CERTAIN, min(_CERTAIN, way))
    return weight - (_COMMON if judged.derivation.direction is Direction.COMMON_ORIGIN else 0.0)


def _edge(parent: str, child: str, weights: Weights, table: Table, unseen: Unseen | None) -> Edge:
    confidence = _confidence(parent, child, weights)
    if unseen is not None and parent == unseen.id:
        sibling = _closest(child, table)
        if sibling is None:
            return Edge(parent, child, DerivationKind.COPY, True, confidence)
        other = sibling.left if sibling.right == child else sibling.right
        return Edge(parent, child, sibling.kind, True, confidence, oriented(sibling, other))
    derivation = table[min(parent, child), max(parent, child)].derivation
    return Edge(parent, child, derivation.kind, True, confidence, oriented(derivation, parent))


def _closest(child: str, table: Table) -> Derivation | None:
    pairs = [judged for pair, judged in sorted(table.items()) if child in pair]
    best = max(pairs, key=lambda judged: judged.one_line, default=None)
    return None if best is None else best.derivation


def _confidence(parent: str, child: str, weights: Weights) -> float:
    """How much of the odds of all parents of `child` is on this one (the rest of the tree aside)."""
    odds = [weight for (_, to), weight in weights.items() if to == child]
    mass = sum(math.exp(weight - max(odds)) for weight in odds)
    return round(math.exp(weights[parent, child] - max(odds)) / mass, 3)
