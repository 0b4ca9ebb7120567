"""Pairs of which a reader decided that the one is a copy of the other, or both of a third text that nobody handed in.

The decision is evidence like any other, and outweighs all other: something was taken, the whole of it, and this way.
Whatever else stands on a line with either of them stays there: for what gathers lines, the two count as one text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from msgspec import structs

from headwater.decisions import DECIDED, Pair
from headwater.derivations.comparing import Judged
from headwater.derivations.verdicts import kind_of
from headwater.types import Decision, Derivation, Direction, Document, Evidence

__all__ = ["as_copies", "is_decided_source", "led_by", "turned_by", "united"]

_SURE: Final = 10.0  # nats; what the evidence adds up to: as sure as identical texts are copies
_ONE_WAY: Final = 20.0  # nats for the way, and for a common origin: no sign and no third text says as much


def as_copies(judged: Iterable[Judged], copied: Mapping[Pair, Decision]) -> tuple[Judged, ...]:
    """The pairs, those that readers decided on (distinct texts, smaller id first) as copies of a whole text."""
    return tuple(_as_copy(each, copied[each.pair]) if each.pair in copied else each for each in judged)


def _as_copy(judged: Judged, decision: Decision) -> Judged:
    pair = judged.derivation
    said = Evidence(DECIDED, _SURE - pair.score, _said(decision))
    line = Evidence(DECIDED, _SURE - judged.line, _said(decision))
    made = structs.replace(
        pair,
        kind=kind_of(judged.measures, _SURE, _SURE),
        score=_SURE,
        evidence=(*pair.evidence, said),
        line_evidence=(*judged.line_evidence, line),
    )
    return replace(judged, derivation=made, line=_SURE, line_evidence=(*judged.line_evidence, line))


def turned_by(derivation: Derivation, decision: Decision, text_of: Mapping[str, str]) -> Derivation:
    """A pair with the way that a reader decided; `text_of` gives the text, by its first article, that each has."""
    took, gave = (frozenset(text_of.get(each, each) for each in side) for side in (decision.left, decision.right))
    if decision.value:
        common = Evidence(DECIDED, _ONE_WAY, _said(decision))
        return structs.replace(derivation, direction=Direction.COMMON_ORIGIN, common_evidence=(common,))
    forth = derivation.right in took and derivation.left in gave
    sign = Evidence(DECIDED, _ONE_WAY if forth else -_ONE_WAY, _said(decision))
    way = Direction.LEFT_TO_RIGHT if forth else Direction.RIGHT_TO_LEFT
    return structs.replace(derivation, direction=way, direction_evidence=(sign,), common_evidence=())


def is_decided_source(derivation: Derivation, parent: str) -> bool:
    """Whether a reader decided that the other text of a pair was taken from this one."""
    way = sum(each.score for each in derivation.direction_evidence if each.name == DECIDED)
    return way > 0 if derivation.left == parent else way < 0


def united(scores: Mapping[Pair, float], pairs: Collection[Pair]) -> dict[Pair, float]:
    """The log-odds of one line by pair, where the two of each of some `pairs` count as one text.

    What speaks for a line of the one and a third text speaks for the other, too.
    """
    found = {**scores, **dict.fromkeys(pairs, _SURE)}
    for one, other in sorted(pairs):
        for third in sorted({text for pair in found for text in pair} - {one, other}):
            keys = [(min(text, third), max(text, third)) for text in (one, other)]
            known = [found[key] for key in keys if key in found]
            found.update(dict.fromkeys(keys if known else (), max(known, default=0.0)))
    return found


def led_by(group: Sequence[Document], decisions: Iterable[Decision]) -> tuple[Document, ...]:
    """The articles of one text, in front the one that readers decided others of them to be taken from."""
    ids = {document.article.id for document in group}
    gave: set[str] = set()
    took: set[str] = set()
    for each in decisions:
        if not each.value and not ids.isdisjoint(each.left) and not ids.isdisjoint(each.right):
            gave.update(ids.intersection(each.right))
            took.update(ids.intersection(each.left))
    return tuple(sorted(group, key=lambda document: document.article.id not in gave - took))


def _said(decision: Decision) -> str:
    said = f"both took their text from {decision.value}" if decision.value else "one took its text from the other"
    return f"{said}{f': {decision.note}' if decision.note else ''}"
