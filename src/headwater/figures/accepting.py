"""Figures whose best value a reader accepted: low, high and every value stay; what the rule gave is told beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from headwater.decisions import number_in
from headwater.figures.rules import point
from headwater.types import Accepted, Decision, DecisionKind, Figure

__all__ = ["accept"]


def accept(
    figures: Sequence[Figure], decisions: Sequence[Decision]
) -> tuple[tuple[Figure, ...], Mapping[Decision, str]]:
    """The figures with what readers accepted, and for each decision on figures the id of its figure, '' if none.

    A decision is on the figure with its label; without one on that of its role which has its value; without one on
    that of its role which most lines have. Of several decisions on one figure the last holds, and the others have none.
    """
    taken: dict[str, Decision] = {}
    figure_of: dict[Decision, str] = {}
    for decision in reversed([each for each in decisions if each.kind is DecisionKind.FIGURE]):
        meant = _meant(figures, decision)
        free = meant is not None and meant.id not in taken
        figure_of[decision] = meant.id if meant is not None and free else ""
        if meant is not None and free:
            taken[meant.id] = decision
    return tuple(_accepted(figure, taken[figure.id]) if figure.id in taken else figure for figure in figures), figure_of


def _meant(figures: Sequence[Figure], decision: Decision) -> Figure | None:
    """The figure that the decision is on, None if the sheet has none of that role."""
    wanted = _folded(decision.left[0])
    labelled = [figure for figure in figures if _folded(figure.label.text) == wanted]
    of_role = [figure for figure in figures if _folded(figure.role) == wanted]
    giving = [figure for figure in of_role if _gives(figure, number_in(decision.value))]
    return next(iter([*labelled, *giving, *of_role]), None)


def _gives(figure: Figure, value: float | None) -> bool:
    return any(point(each.quantity) == value for each in figure.values)


def _accepted(figure: Figure, decision: Decision) -> Figure:
    value = number_in(decision.value) or 0.0
    accepted = Accepted(value, figure.best, decision.by, decision.made, decision.note)
    return replace(figure, best=value, accepted=accepted)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
