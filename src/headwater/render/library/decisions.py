"""A decision in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.render.words import counted, listed
from headwater.types import Decision, DecisionKind

__all__ = ["decision_said"]

_NAMED: Final = 3  # articles of a side that are named


def decision_said(decision: Decision) -> str:
    """What was decided, in one sentence, with the reader's reason."""
    said = _SAID[decision.kind](decision)
    return f"{said}: {decision.note}" if decision.note else said


def _side(articles: Sequence[str], what: str = "article") -> str:
    if len(articles) <= _NAMED:
        return listed(articles)
    return f"{', '.join(articles[:_NAMED])} and {counted(len(articles) - _NAMED, what)} more"


def _places(words: Sequence[str]) -> str:
    return _side(words, "place")


def _together(decision: Decision) -> str:
    return f"{_side((*decision.left, *decision.right))} belong to one story"


def _apart(decision: Decision) -> str:
    return f"{_side(decision.left)} belong to another story than {_side(decision.right)}"


def _same(decision: Decision) -> str:
    return f"{_quoted((*decision.left, *decision.right))} are one person, in the story of {decision.story}"


def _not_same(decision: Decision) -> str:
    return f"{_quoted(decision.left)} is not {_quoted(decision.right)}, in the story of {decision.story}"


def _no_copy(decision: Decision) -> str:
    return f"neither of {_side(decision.left)} and {_side(decision.right)} took text from the other"


def _copy(decision: Decision) -> str:
    if decision.value:
        return f"{_side(decision.left)} and {_side(decision.right)} took their text from {decision.value}"
    return f"{_side(decision.left)} took text from {_side(decision.right)}"


def _accepted(decision: Decision) -> str:
    return f"the {decision.value} on {_places(decision.left)} is accepted"


def _rejected(decision: Decision) -> str:
    return f"the {decision.value} on {_places(decision.left)} is set aside"


def _events(decision: Decision) -> str:
    return f"{_places(decision.left)}: of another event than {_places(decision.right)}"


def _figure(decision: Decision) -> str:
    return f"{' '.join(decision.left)}: {decision.value} is accepted, in the story of {decision.story}"


def _undo(decision: Decision) -> str:
    return f"decision {decision.undoes} no longer holds"


def _quoted(names: Sequence[str]) -> str:
    return listed(f"“{name}”" for name in names)


_SAID: Final = {
    DecisionKind.TOGETHER: _together,
    DecisionKind.APART: _apart,
    DecisionKind.SAME_PERSON: _same,
    DecisionKind.NOT_SAME_PERSON: _not_same,
    DecisionKind.NOT_A_COPY: _no_copy,
    DecisionKind.COPY: _copy,
    DecisionKind.FIGURE: _figure,
    DecisionKind.ACCEPTED: _accepted,
    DecisionKind.REJECTED: _rejected,
    DecisionKind.OTHER_EVENT: _events,
    DecisionKind.UNDO: _undo,
}
