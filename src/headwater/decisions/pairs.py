"""Pairs of articles of which readers decided that neither took text from the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from headwater.types import Decision, DecisionKind

__all__ = ["Pair", "barred_pairs"]

Pair = tuple[str, str]
"""The ids of two articles, smaller first."""


def barred_pairs(decisions: Iterable[Decision]) -> Mapping[Pair, Decision]:
    """The pairs between which no text went, with the decision that says so, the last of several."""
    found: dict[Pair, Decision] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.NOT_A_COPY:
            pairs = itertools.product(decision.left, decision.right)
            found.update({(min(pair), max(pair)): decision for pair in pairs if pair[0] != pair[1]})
    return found
