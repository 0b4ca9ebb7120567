"""What a decision that accepts a figure came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.decisions.words import OVERRULED
from headwater.types import Decided, Decision, Figure

__all__ = ["figure_told"]


def figure_told(
    decision: Decision, words: str, figures: Sequence[Figure], figure_of: Mapping[Decision, str]
) -> Decided:
    """The decision with what it changed; `figure_of` is the id of the figure that each decision is on, '' if none."""
    figure = next((each for each in figures if each.id == figure_of.get(decision)), None)
    if figure is None or figure.accepted is None:
        wanted = decision.left[0].casefold()
        there = any(wanted in (each.role.casefold(), each.label.text.casefold()) for each in figures)
        why = OVERRULED if there else "the sheet of figures has nothing called so"
        return Decided(decision, False, words, (why,))
    accepted = figure.accepted
    outside = () if figure.low <= accepted.value <= figure.high else ("no article gives a number as low or as high",)
    same = accepted.value == accepted.ruled
    changed = "the counting rule gives the same" if same else f"the counting rule gives {_said(accepted.ruled)}"
    return Decided(decision, True, words, (changed, *outside), figure.label.spans)


def _said(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
