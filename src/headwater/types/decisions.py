"""What a reader decided: kept in a log that is only added to, and obeyed by every later analysis."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Cited, Span

__all__ = [
    "Accepted",
    "Change",
    "ChangeKind",
    "Decided",
    "Decision",
    "DecisionKind",
    "FindingKind",
    "Review",
    "SetAside",
]


class FindingKind(StrEnum):
    """What a reader may accept or reject of what an analysis found."""

    CONFLICT = "conflict"
    ALTERATION = "alteration"
    STATEMENT = "statement"


class DecisionKind(StrEnum):
    """What a decision is about; what `left`, `right` and `value` of a `Decision` hold stands beside each."""

    TOGETHER = "same story"  # the articles of both sides belong to one story
    APART = "different stories"  # no article of one side belongs to a story with one of the other side
    SAME_PERSON = "same person"  # spellings of one name, `left` and `right`, within `story`
    NOT_SAME_PERSON = "not the same person"  # spellings of two names, within `story`
    NOT_A_COPY = "not a copy"  # articles, mostly one a side: none of one side took text from one of the other, or back
    COPY = "is a copy"  # articles: each of the left took its text from those of the right, or both from `value`
    FIGURE = "figure accepted"  # `left` is the role ("killed") or label, `value` the number, within `story`
    ACCEPTED = "finding accepted"  # `left`: the words (ARTICLE:START-END) it stands on, `value`: a `FindingKind`
    REJECTED = "finding rejected"  # likewise; it is set aside: told as such, and counted nowhere
    OTHER_EVENT = "different events"  # words; what the left claim is of another event than what the right claim
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


class Decided(Struct, frozen=True):
    """A decision as an analysis met it: what it says in words, and what it changed or why it did not apply.

    `spans` are the words of the articles that it is about; none where it did not apply.
    """

    decision: Decision
    applied: bool
    says: str
    changed: tuple[str, ...]
    spans: tuple[Span, ...] = ()


class Accepted(Struct, frozen=True):
    """The best value of a figure as a reader accepted it, and `ruled`, what the counting rule gave for the best."""

    value: float
    ruled: float
    by: str = ""
    made: str = ""  # ISO 8601
    note: str = ""


class Review(Struct, frozen=True):
    """Who accepted or rejected what was found, when and why, and the decision's place in the log."""

    by: str = ""
    made: str = ""  # ISO 8601
    note: str = ""
    number: int = 0


class SetAside(Struct, frozen=True):
    """What a reader rejected: told in its own words, and counted nowhere."""

    kind: FindingKind
    says: Cited
    review: Review


class ChangeKind(StrEnum):
    """What of a brief is otherwise than in another brief of the story."""

    ARTICLES = "articles"
    LINES = "lines"
    COPY = "copy"  # who took text from whom
    NAME = "name"  # which spellings are one
    SPEAKER = "speaker"
    STATEMENT = "statement"  # how many lines and sources stand behind it
    FIGURE = "figure"
    CONFLICT = "conflict"
    ALTERATION = "alteration"
    REVIEW = "review"  # what a reader accepted or set aside


class Change(Struct, frozen=True):
    """One thing that is otherwise in a later brief of a story, in words; `spans` are the words that it is about."""

    kind: ChangeKind
    says: str
    spans: tuple[Span, ...] = ()
