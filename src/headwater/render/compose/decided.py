"""Decided -> DecidedView, and a figure's accepted value in words."""

from __future__ import annotations

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.view import AsideView, DecidedView
from headwater.render.words import number
from headwater.text.day_words import said_day, with_days_said
from headwater.types import Accepted, Decided, Review, SetAside

__all__ = ["accepted_said", "aside_view", "decided_view", "review_said"]


def decided_view(desk: Desk, decided: Decided) -> DecidedView:
    """A decision with its words opened."""
    decision = decided.decision
    return DecidedView(
        says=one_line(decided.says),
        who=f"decided by {_who(decision.by, decision.made)}",
        note=_quoted(decision.note),
        applied=decided.applied,
        changed=tuple(map(one_line, decided.changed)),
        witnesses=desk.open.of(decided.spans),
        number=decision.number,
    )


def aside_view(desk: Desk, aside: SetAside) -> AsideView:
    """What was set aside, with its words opened."""
    by = aside.review
    says, who = with_days_said(one_line(aside.says.text)), f"set aside by {_who(by.by, by.made)}"
    return AsideView(aside.kind.value, says, who, _quoted(by.note), by.number, desk.open.of(aside.says.spans))


def review_said(review: Review | None) -> str:
    """Who accepted a finding, when and why; '' where nobody did."""
    if review is None:
        return ""
    return f"accepted by {_who(review.by, review.made)}{f': {_quoted(review.note)}' if review.note else ''}"


def accepted_said(accepted: Accepted | None) -> str:
    """Who accepted a figure's best value, when and why, and what the rule gave instead; '' where nobody did."""
    if accepted is None:
        return ""
    note = f", {_quoted(accepted.note)}" if accepted.note else ""
    said = "accepted by a reader" if not accepted.by else f"accepted by a reader, {_who(accepted.by, '')}"
    made = f", {said_day(one_line(accepted.made))}" if accepted.made else ""
    return f"best is {said}{made}{note}; the counting rule gives {number(accepted.ruled)}"


def _who(by: str, made: str) -> str:
    named = one_line(by) or "a reader"
    return f"{named}, {said_day(one_line(made))}" if made else named


def _quoted(note: str) -> str:
    return f"“{one_line(note)}”" if note.strip() else ""
