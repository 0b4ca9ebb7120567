"""Decisions as they are taken: into the log, and, where they are on stories, at once on the stories that are there.

What is decided on names, copies and figures is obeyed when a brief is made (`headwater.decisions`), so that nothing
else is to be done here. What is decided on stories moves articles: all in the transaction that logs the decision.
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.decisions import complaint
from headwater.errors import OptionError
from headwater.library import Batch
from headwater.monitor.naming import free_story_id
from headwater.stories import story_of
from headwater.types import Decision, DecisionKind

__all__ = ["decided"]


def decided(batch: Batch, decision: Decision) -> Decision:
    """Log a decision and carry it out; it is returned with its number.

    Raises `OptionError` for one that cannot be, `NotInLibrary` for a decision that undoes what is not in the log.
    """
    wrong = complaint(decision)
    if wrong:
        raise OptionError(wrong)
    logged = batch.decide(decision)
    _carry_out(batch, logged, f"decision {logged.number}")
    return logged


def _carry_out(batch: Batch, decision: Decision, reason: str) -> None:
    if decision.kind is DecisionKind.TOGETHER:
        _join(batch, decision, reason)
    elif decision.kind is DecisionKind.APART:
        _part(batch, decision.left, decision.right, reason)
    elif decision.kind is DecisionKind.UNDO:
        _take_back(batch, _numbered(batch, decision.undoes), reason)


def _take_back(batch: Batch, decision: Decision, reason: str) -> None:
    """What was joined is parted, what was parted is joined; what was undone is carried out again."""
    if decision.kind is DecisionKind.TOGETHER:
        _part(batch, decision.right, decision.left, reason)
    elif decision.kind is DecisionKind.APART:
        _join(batch, decision, reason)
    elif decision.kind is DecisionKind.UNDO:
        _carry_out(batch, _numbered(batch, decision.undoes), reason)


def _join(batch: Batch, decision: Decision, reason: str) -> None:
    """The stories of all the articles go into the story of the first of the left, or of the right for what was parted.

    An article that this library does not keep is passed over: the decision may come from another.
    """
    first, second = (decision.left, decision.right)
    if decision.kind is DecisionKind.APART:
        first, second = second, first
    homes = batch.homes((*first, *second))
    stories = list(dict.fromkeys(homes[one] for one in (*first, *second) if one in homes))
    for story in stories[1:]:
        batch.merge(story, stories[0], reason)


def _part(batch: Batch, out: Sequence[str], stay: Sequence[str], reason: str) -> None:
    """Of every story that has articles of both sides, those that are to go out become a story of their own."""
    homes = batch.homes((*out, *stay))
    for story in sorted({homes[one] for one in out if one in homes} & {homes[one] for one in stay if one in homes}):
        going = [one for one in out if homes.get(one) == story]
        batch.split(story, going, into=free_story_id(batch, story_of(min(going))), reason=reason)


def _numbered(batch: Batch, number: int) -> Decision:
    return next(one for one in batch.decisions() if one.number == number)
