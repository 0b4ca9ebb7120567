"""Pairs of which a reader decided that neither took text from the other: their words are shared, and none was copied.

The decision bars the pair and nothing else. What the two have from a third text, or a third text from both, stays; so
they may stand on one line all the same. It holds for every article with the very words of either: a further printing
of a text says nothing new of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.decisions import DECIDED, Pair
from headwater.types import Decision, Derivation, DerivationKind, Direction, Document, Evidence

__all__ = ["no_copy", "texts_of_pairs"]

_NO_COPY: Final = -10.0  # nats; what the evidence adds up to with the decision: as sure as identical texts are copies


def texts_of_pairs(groups: Sequence[Sequence[Document]], barred: Mapping[Pair, Decision]) -> Mapping[Pair, Decision]:
    """The pairs of distinct texts, by their first articles, of pairs of articles that readers decided on.

    `groups` are the articles of each text. A pair with an article that is not among them decides nothing.
    """
    first = {each.article.id: group[0].article.id for group in groups for each in group}
    known = {pair: decision for pair, decision in barred.items() if pair[0] in first and pair[1] in first}
    texts = {_sorted(first[left], first[right]): decision for (left, right), decision in known.items()}
    return {pair: decision for pair, decision in texts.items() if pair[0] != pair[1]}


def no_copy(derivation: Derivation, decision: Decision) -> Derivation:
    """The pair as a reader decided: the passages are shared words, of which none was copied in any way."""
    detail = f"neither took text from the other{f': {decision.note}' if decision.note else ''}"
    return replace(
        derivation,
        kind=DerivationKind.INDEPENDENT,
        direction=Direction.NONE,
        score=_NO_COPY,
        evidence=(*derivation.evidence, Evidence(DECIDED, _NO_COPY - derivation.score, detail)),
        line_evidence=(),
        direction_evidence=(),
        common_evidence=(),
    )


def _sorted(left: str, right: str) -> Pair:
    return min(left, right), max(left, right)
