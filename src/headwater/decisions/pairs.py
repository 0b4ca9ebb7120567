"""Pairs of articles of which readers decided that the one took text from the other, or that neither did."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from headwater.decisions.kinds import ON_COPIES
from headwater.types import Decision, DecisionKind

__all__ = ["Pair", "barred_pairs", "copied_pairs"]

Pair = tuple[str, str]
"""The ids of two articles, smaller first."""


def barred_pairs(decisions: Iterable[Decision]) -> Mapping[Pair, Decision]:
    """The pairs between which no text went, with the decision that says so; of contradictions the later one holds."""
    return _of_kind(decisions, DecisionKind.NOT_A_COPY)


def copied_pairs(decisions: Iterable[Decision]) -> Mapping[Pair, Decision]:
    """The pairs of which the one took text from the other, or both from a third; of contradictions the later holds."""
    return _of_kind(decisions, DecisionKind.COPY)


def _of_kind(decisions: Iterable[Decision], kind: DecisionKind) -> Mapping[Pair, Decision]:
    found: dict[Pair, Decision] = {}
    for decision in decisions:
        if decision.kind in ON_COPIES:
            pairs = itertools.product(decision.left, decision.right)
            found.update({(min(pair), max(pair)): decision for pair in pairs if pair[0] != pair[1]})
    return {pair: decision for pair, decision in found.items() if decision.kind is kind}
