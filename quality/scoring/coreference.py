"""Coreference: MUC, B-cubed, CEAFe, their mean (CoNLL F1), and LEA, of a response against a key.

A chain is a set of mention ids; key and response are collections of chains, each mention in at most one chain of a
side. The mentions of the two sides may differ. Every measure is a tally, so that documents or topics can be summed,
as the reference scorer does (Pradhan et al. 2014, version 8.01; LEA: Moosavi & Strube 2016).

Singletons, as the reference scorer has it: chains of one mention count in B-cubed, CEAFe and LEA, and say nothing to
MUC, which counts links. LEA gives a singleton one link, to itself, found if the mention is a singleton on the other
side too. Where a key has no singletons by its guidelines, as OntoNotes, or they are wanted out of it, as in most work
on ECB+ since Cattan et al. (2021), drop them from both sides by `without_singletons`. Nothing on a side scores 0.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from quality.scoring.tally import Tally

__all__ = ["Chains", "Coreference", "b_cubed", "ceaf_e", "coreference", "lea", "muc", "without_singletons"]

Mention: TypeAlias = Hashable
Chains: TypeAlias = Collection[frozenset[Mention]]
Overlaps: TypeAlias = Mapping[tuple[int, int], int]


class Coreference(Struct, frozen=True):
    """The tallies of one document, or of several summed."""

    muc: Tally = Tally()
    b_cubed: Tally = Tally()
    ceaf_e: Tally = Tally()
    lea: Tally = Tally()

    def __add__(self, other: Coreference) -> Coreference:
        return Coreference(
            self.muc + other.muc,
            self.b_cubed + other.b_cubed,
            self.ceaf_e + other.ceaf_e,
            self.lea + other.lea,
        )

    @property
    def conll_f1(self) -> float:
        """The mean of the F1 of MUC, B-cubed and CEAFe (Pradhan et al. 2012)."""
        return math.fsum(tally.score.f1 for tally in (self.muc, self.b_cubed, self.ceaf_e)) / 3


def coreference(key: Chains, response: Chains) -> Coreference:
    """Return all tallies of a response. Raises ValueError if a mention is in two chains of one side."""
    return Coreference(muc(key, response), b_cubed(key, response), ceaf_e(key, response), lea(key, response))


def without_singletons(chains: Chains) -> tuple[frozenset[Mention], ...]:
    """Return the chains of two or more mentions."""
    return tuple(chain for chain in chains if len(chain) > 1)


def muc(key: Chains, response: Chains) -> Tally:
    """MUC (Vilain et al. 1995): the links of a spanning tree of each chain that the other side keeps.

    A chain that the other side leaves in p pieces, unknown mentions being pieces of one, keeps size - p of its
    size - 1 links. Raises ValueError if a mention is in two chains of one side.
    """
    homes_of_key, homes_of_response = _homes(key), _homes(response)
    found = sum(len(chain) - _pieces(chain, homes_of_response) for chain in key)
    right = sum(len(chain) - _pieces(chain, homes_of_key) for chain in response)
    return Tally(found, _links(key), right, _links(response))


def b_cubed(key: Chains, response: Chains) -> Tally:
    """B-cubed (Bagga & Baldwin 1998) as generalised to differing mentions by the reference scorer.

    Recall: the mean over key mentions of the share of their key chain that is in their response chain, 0 for mentions
    that the response lacks; precision with the sides exchanged. Raises ValueError if a mention is in two chains.
    """
    keys, responses = tuple(key), tuple(response)
    overlaps = _overlaps(keys, responses)
    found = math.fsum(size * size / len(keys[k]) for (k, _), size in overlaps.items())
    right = math.fsum(size * size / len(responses[r]) for (_, r), size in overlaps.items())
    return Tally(found, sum(map(len, keys)), right, sum(map(len, responses)))


def ceaf_e(key: Chains, response: Chains) -> Tally:
    """CEAF by entities (Luo 2005) with his phi 4, the Dice coefficient of two chains, under the best one-to-one map.

    Chains that share nothing add nothing, so that each connected part of the graph of overlaps is assigned on its
    own. Raises ValueError if a mention is in two chains of one side.
    """
    keys, responses = _filled(key), _filled(response)
    overlaps = _overlaps(keys, responses)
    dice = {(k, r): 2 * size / (len(keys[k]) + len(responses[r])) for (k, r), size in overlaps.items()}
    best = math.fsum(_best_assignment(part) for part in _parts(dice))
    return Tally(best, len(keys), best, len(responses))


def lea(key: Chains, response: Chains) -> Tally:
    """LEA (Moosavi & Strube 2016): the share of a chain's links that the other side has, chains weighing their size.

    A chain of n mentions has n(n-1)/2 links, a singleton one, to itself. Raises ValueError if a mention is in two
    chains of one side.
    """
    keys, responses = _filled(key), _filled(response)
    overlaps = _overlaps(keys, responses)
    found = math.fsum(_resolved(size, len(keys[k]), len(responses[r])) for (k, r), size in overlaps.items())
    right = math.fsum(_resolved(size, len(responses[r]), len(keys[k])) for (k, r), size in overlaps.items())
    return Tally(found, sum(map(len, keys)), right, sum(map(len, responses)))


def _resolved(shared: int, size: int, other: int) -> float:
    """Return the weight of a chain times the share of its links within one chain of the other side."""
    if size == 1:
        return float(other == 1)
    return size * (shared * (shared - 1)) / (size * (size - 1))


def _pieces(chain: frozenset[Mention], homes: Mapping[Mention, int]) -> int:
    known = [homes[mention] for mention in chain if mention in homes]
    return len(set(known)) + len(chain) - len(known)


def _links(chains: Chains) -> int:
    return sum(len(chain) - 1 for chain in chains if chain)


def _filled(chains: Chains) -> tuple[frozenset[Mention], ...]:
    return tuple(chain for chain in chains if chain)


def _homes(chains: Iterable[frozenset[Mention]]) -> dict[Mention, int]:
    """Return the number of the chain of each mention."""
    homes: dict[Mention, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain:
            if homes.setdefault(mention, number) != number:
                raise ValueError(f"mention {mention!r} is in two chains of one side")
    return homes


def _overlaps(keys: Sequence[frozenset[Mention]], responses: Sequence[frozenset[Mention]]) -> Overlaps:
    """Count the mentions that each pair of chains shares; pairs that share none are left out."""
    of_key, of_response = _homes(keys), _homes(responses)
    return Counter((of_key[mention], of_response[mention]) for mention in of_key.keys() & of_response.keys())


def _parts(dice: Mapping[tuple[int, int], float]) -> Iterator[list[tuple[int, int, float]]]:
    """Part a bipartite graph, given by its weighted edges, into its connected parts."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    edges = sorted(dice)
    shift = 1 + max((k for k, _ in edges), default=0)
    size = shift + 1 + max((r for _, r in edges), default=0)
    ends = [k for k, _ in edges], [shift + r for _, r in edges]
    _, labels = connected_components(coo_array((np.ones(len(edges)), ends), shape=(size, size)), directed=False)
    parts: dict[int, list[tuple[int, int, float]]] = {}
    for k, r in edges:
        parts.setdefault(int(labels[k]), []).append((k, r, dice[k, r]))
    yield from parts.values()


def _best_assignment(edges: Sequence[tuple[int, int, float]]) -> float:
    """Return the weight of the best one-to-one assignment (Kuhn 1955) along these edges."""
    from scipy.optimize import linear_sum_assignment

    rows = {k: row for row, k in enumerate(dict.fromkeys(k for k, _, _ in edges))}
    columns = {r: column for column, r in enumerate(dict.fromkeys(r for _, r, _ in edges))}
    weights = np.zeros((len(rows), len(columns)))
    for k, r, weight in edges:
        weights[rows[k], columns[r]] = weight
    chosen = linear_sum_assignment(weights, maximize=True)
    return float(weights[chosen].sum())
