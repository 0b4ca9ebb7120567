"""How much stands behind a field of an event record, as one of five words, by a rule that a reader can check.

Lines that differ come first, then hedges, then how many lines and sources agree. No weights, no score.
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.types import Certainty, Claim, Confidence

__all__ = ["confidence_in"]


def confidence_in(lines: int, sources: int, dispute: str, claims: Sequence[Claim]) -> tuple[Confidence, str]:
    """The word and its reason: `dispute` says how lines differ, '' if none does; `claims` are those that say it.

    Disputed if lines differ; hedged if every claim tells it as less than certain; well supported from two lines and two
    sources on; supported from two lines on; else a single line.
    """
    if dispute:
        return Confidence.DISPUTED, dispute
    if claims and all(claim.certainty is not Certainty.CERTAIN for claim in claims):
        return Confidence.HEDGED, f"told as {claims[0].certainty.value} by all that tell it"
    behind = f"{_many(lines, 'line')}, {_many(sources, 'source') if sources else 'no source named'}"
    if lines > 1:
        word = Confidence.WELL_SUPPORTED if sources > 1 else Confidence.SUPPORTED
        return word, f"{behind}; none differs"
    return Confidence.SINGLE_LINE, behind


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
