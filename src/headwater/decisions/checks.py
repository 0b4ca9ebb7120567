"""Whether a decision can be: what each kind needs to say, checked before it is logged or obeyed."""

from __future__ import annotations

import datetime
import math
from typing import Final

from headwater.decisions.settling import spelled
from headwater.types import Decision, DecisionKind

__all__ = ["complaint", "number_in"]

_TWO_SIDED: Final = {
    DecisionKind.TOGETHER: "an article",
    DecisionKind.APART: "an article",
    DecisionKind.NOT_A_COPY: "an article",
    DecisionKind.SAME_PERSON: "a spelling",
    DecisionKind.NOT_SAME_PERSON: "a spelling",
}


def complaint(decision: Decision) -> str:
    """Why the decision cannot be, in words that say what to write instead; '' if it can."""
    return _of_types(decision) or _of_kind(decision) or _of_log(decision)


def number_in(value: str) -> float | None:
    """The number that `value` of a decision on a figure is, thousands parted by commas or not; None if it is none."""
    try:
        number = float(value.replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _of_types(decision: Decision) -> str:
    """A program may give one string for a side, or a list; its letters would be read as spellings."""
    for name, side in (("left", decision.left), ("right", decision.right)):
        if not isinstance(side, tuple) or not all(isinstance(one, str) for one in side):
            return f"{name} must be a tuple of strings, as in ('Imre Solt',)"
    return ""


def _of_kind(decision: Decision) -> str:
    if decision.kind in _TWO_SIDED:
        return _of_sides(decision, _TWO_SIDED[decision.kind])
    if decision.kind is DecisionKind.FIGURE:
        return _of_figure(decision)
    return "" if decision.undoes > 0 else "undoes is missing; give the number of the decision that no longer holds"


def _of_sides(decision: Decision, what: str) -> str:
    for name, side in (("left", decision.left), ("right", decision.right)):
        if not side or not all(one.strip() for one in side):
            return f"{name} is empty or has an empty name; give {what} on each side"
    both = set(map(spelled, decision.left)) & set(map(spelled, decision.right))
    return f"{min(both)!r} stands on both sides; nothing is decided of it and itself" if both else ""


def _of_figure(decision: Decision) -> str:
    if len(decision.left) != 1 or not decision.left[0].strip():
        return "left must be one role or label of the sheet of figures, as in ['killed']"
    if number_in(decision.value) is None:
        return f"value {decision.value!r} is no number from 0 up; write it as '4' or '1200'"
    return ""


def _of_log(decision: Decision) -> str:
    if decision.number < 0 or decision.undoes < 0:
        return "number and undoes are places in the log, from 1"
    if decision.number and decision.undoes >= decision.number:
        return f"undoes is {decision.undoes}, which is not before the decision itself, number {decision.number}"
    if decision.made and not _is_instant(decision.made):
        return f"made {decision.made!r} is no time; write it as '2031-03-10T21:15:00Z'"
    return ""


def _is_instant(time: str) -> bool:
    try:
        datetime.datetime.fromisoformat(time)
    except ValueError:
        return False
    return True
