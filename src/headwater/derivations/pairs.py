"""The derivation between two articles of a stemma, seen from one of them."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from headwater.types import Derivation, Direction, Evidence, Passage, Stemma

__all__ = ["derivation_between", "turned"]

_TURNED: Final = {
    Direction.LEFT_TO_RIGHT: Direction.RIGHT_TO_LEFT,
    Direction.RIGHT_TO_LEFT: Direction.LEFT_TO_RIGHT,
}


def derivation_between(stemma: Stemma, one: str, other: str) -> Derivation:
    """The derivation between two articles, as the stemma has it. Raises `KeyError` if the two were not compared."""
    pair = tuple(sorted((one, other)))
    for derivation in stemma.derivations:
        if (derivation.left, derivation.right) == pair:
            return derivation
    raise KeyError(pair)


def turned(derivation: Derivation) -> Derivation:
    """The same derivation seen from the other side; what speaks for one way has the other sign."""
    return structs.replace(
        derivation,
        left=derivation.right,
        right=derivation.left,
        direction=_TURNED.get(derivation.direction, derivation.direction),
        passages=tuple(sorted(map(_turned_passage, derivation.passages), key=_place)),
        sentences=tuple(sorted(map(_turned_passage, derivation.sentences), key=_place)),
        evidence=tuple(_turned_evidence(part, 1) for part in derivation.evidence),
        line_evidence=tuple(_turned_evidence(part, 1) for part in derivation.line_evidence),
        direction_evidence=tuple(_turned_evidence(part, -1) for part in derivation.direction_evidence),
        common_evidence=tuple(_turned_evidence(part, 1) for part in derivation.common_evidence),
    )


def _place(passage: Passage) -> tuple[int, int]:
    return passage.left.start, passage.right.start


def _turned_passage(passage: Passage) -> Passage:
    return structs.replace(passage, left=passage.right, right=passage.left)


def _turned_evidence(part: Evidence, sign: int) -> Evidence:
    return structs.replace(part, score=sign * part.score, left=part.right, right=part.left)
