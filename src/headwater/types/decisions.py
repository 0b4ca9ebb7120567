"""What a reader decided: kept in a log that is only added to, and obeyed by every later analysis."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = ["Decision", "DecisionKind"]


class DecisionKind(StrEnum):
    """What a decision is about; what `left`, `right` and `value` of a `Decision` hold stands beside each."""

    TOGETHER = "same story"  # the articles of both sides belong to one story
    APART = "different stories"  # no article of one side belongs to a story with one of the other side
    SAME_PERSON = "same person"  # spellings of one name, `left` and `right`, within `story`
    NOT_SAME_PERSON = "not the same person"  # spellings of two names, within `story`
    NOT_A_COPY = "not a copy"  # two articles, one a side: neither took text from the other
    FIGURE = "figure accepted"  # `left` is the role ("killed"), `value` the number, within `story`
    UNDO = "undone"  # `undoes` is the number of the decision that no longer holds


class Decision(Struct, frozen=True):
    """One decision of a reader. Those on stories name articles, not stories, so that they outlive every re-grouping."""

    kind: DecisionKind
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    value: str = ""
    story: str = ""  # an article of the story that the decision was made in; '' where the articles say it
    note: str = ""  # the reader's reason
    by: str = ""  # who decided
    made: str = ""  # ISO 8601 in UTC, to the second
    number: int = 0  # its place in the log, from 1; 0 before it is logged
    undoes: int = 0
