"""Whether a decision can be: what each kind needs to say, checked before it is logged or obeyed."""

from __future__ import annotations

import datetime
import math
from typing import Final

from headwater.decisions.kinds import ON_FINDINGS, ON_WORDS
from headwater.decisions.reviewing import PART
from headwater.decisions.settling import spelled
from headwater.errors import OptionError
from headwater.text.cited_words import read_words
from headwater.types import AlterationKind, ConflictKind, Decision, DecisionKind, FindingKind

__all__ = ["ONE_ORIGINAL", "complaint", "number_in"]

ONE_ORIGINAL: Final = "one original"
"""What `value` of a decision on a copy says where neither took from the other, and both from a third text."""

_ABOUT: Final = {
    FindingKind.CONFLICT: frozenset(kind.value for kind in ConflictKind),
    FindingKind.ALTERATION: frozenset(kind.value for kind in AlterationKind),
    FindingKind.STATEMENT: frozenset[str](),
}
_FOUND: Final = ", ".join(_ABOUT)
_TWO_SIDED: Final = {
    DecisionKind.TOGETHER: "an article",
    DecisionKind.APART: "an article",
    DecisionKind.NOT_A_COPY: "an article",
    DecisionKind.COPY: "an article",
    DecisionKind.OTHER_EVENT: "words (ARTICLE:START-END)",
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
    if wrong := _of_words(decision) if decision.kind in ON_WORDS else "":
        return wrong
    if decision.kind in _TWO_SIDED:
        return _of_sides(decision, _TWO_SIDED[decision.kind]) or _of_original(decision)
    if decision.kind in ON_FINDINGS:
        return _of_finding(decision)
    if decision.kind is DecisionKind.FIGURE:
        return _of_figure(decision)
    return "" if decision.undoes > 0 else "undoes is missing; give the number of the decision that no longer holds"


def _of_sides(decision: Decision, what: str) -> str:
    for name, side in (("left", decision.left), ("right", decision.right)):
        if not side or not all(one.strip() for one in side):
            return f"{name} is empty or has an empty name; give {what} on each side"
    both = set(map(spelled, decision.left)) & set(map(spelled, decision.right))
    return f"{min(both)!r} stands on both sides; nothing is decided of it and itself" if both else ""


def _of_original(decision: Decision) -> str:
    if decision.kind is not DecisionKind.COPY or decision.value in ("", ONE_ORIGINAL):
        return ""
    return f"value {decision.value!r} is neither empty (the left took from the right) nor {ONE_ORIGINAL!r}"


def _of_words(decision: Decision) -> str:
    """What is wrong with the first name of words that names none."""
    for name in (*decision.left, *decision.right):
        try:
            read_words(name)
        except OptionError as error:
            return str(error)
    return ""


def _of_finding(decision: Decision) -> str:
    if not decision.left:
        return "left is empty; give the words that the finding stands on, as ARTICLE:START-END"
    kind, parted, about = decision.value.partition(PART)
    if kind not in _ABOUT or (parted and about not in _ABOUT[FindingKind(kind)]):
        return f"value {decision.value!r} is nothing that is found; there are {_FOUND}, as in 'conflict: date'"
    return ""


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
