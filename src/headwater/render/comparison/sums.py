"""Evidence as a page shows it: named parts with their places, rounded so that they add up to the sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.evidence import total
from headwater.render.characters import one_line
from headwater.render.comparison.sentences import Sentences
from headwater.render.comparison.view import PartView, SumView
from headwater.render.words import added_up, signed
from headwater.types import Evidence, Facing
from headwater.verdict import chance

__all__ = ["parts_of", "reworded"]

_BASE_RATE: Final = "base rate"


def reworded(row: Facing, sentences: Sentences) -> SumView | None:
    """Whether one of two sentences rewords the other; None where their words do not differ."""
    if not row.reworded:
        return None
    score, parts = parts_of(row.reworded, sentences)
    means = "log-odds that one rewords the other"
    return SumView("", "Reworded?", "", parts, score, means, chance(total(row.reworded)))


def parts_of(evidence: Sequence[Evidence], sentences: Sentences) -> tuple[str, tuple[PartView, ...]]:
    """The sum and its parts as shown: what holds before the texts are looked at first, then the strongest."""
    ordered = sorted(evidence, key=lambda part: (part.name != _BASE_RATE, -abs(part.score), part.name))
    most = max(abs(part.score) for part in ordered) or 1.0
    whole, scores = added_up([part.score for part in ordered])
    parts = (
        PartView(
            name=one_line(part.name),
            score=signed(score),
            bar=part.score / most,
            detail=one_line(part.detail),
            places=sentences.opened((part.left, part.right)),
        )
        for part, score in zip(ordered, scores, strict=True)
    )
    return signed(whole), tuple(parts)
