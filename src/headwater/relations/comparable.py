"""Comparable at all? Two claims are if they speak of one event, of the same parts in it, and not of two settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.relations.context import Compared, Context, Fit
from headwater.relations.parts import PARTS, is_named_otherwise
from headwater.text.spans import holds
from headwater.types import Claim

__all__ = ["why_not_comparable"]

_TIES: Final = frozenset({Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.BOTH})
_SETTING: Final = frozenset({"date", "place"})
_TYING: Final = frozenset({*PARTS, "number"})
_BLOCKING: Final = frozenset(PARTS) - {"instrument"}
_WEIGHTY: Final = 2  # ties from which one setting that differs is a conflict and not another event


def why_not_comparable(one: Claim, other: Claim, context: Context, found: Sequence[Compared], *, aligned: bool) -> str:
    """Why the two cannot be compared, '' if they can, by what the comparators `found`.

    They tell of two events, of other people or things in one role, of nothing in common, or of two settings. Exchanged
    roles and exclusive kinds are differences within one event.
    `aligned` says that a caller holds the two for one statement.
    """
    event = next(each for each in found if each.name == "event")
    if context.are_apart(one, other):
        return "of two events, as a reader decided"
    if event.fit is Fit.UNRELATED:
        return f"of two events: {event.note}"
    tied = aligned or context.are_of_one_event(one, other)
    reason = _other_parts(one, other, context, found) or _other_setting(found, tied=tied)
    return reason or ("" if tied else _nothing_shared(found))


def _other_parts(one: Claim, other: Claim, context: Context, found: Sequence[Compared]) -> str:
    """Other people or things in one role, unless the roles are exchanged, kinds of it conflict, or numbers count it."""
    if _has(found, "roles"):
        return ""
    if is_named_otherwise(one, other, "agent", context):
        return "of two agents, known by name"
    kinds = [each.left for each in found if each.name == "kind" and each.left is not None]
    others = [each for each in found if each.fit is Fit.UNRELATED and each.name in _BLOCKING]
    others = [each for each in others if each.left is None or not any(holds(each.left, kind) for kind in kinds)]
    return f"of two {others[0].name}s: {others[0].note}" if others and not _has(found, "number") else ""


def _nothing_shared(found: Sequence[Compared]) -> str:
    tied = _ties(found) or _has(found, "number") or _has(found, "roles")
    return "" if tied else "nothing that both speak of is the same"


def _other_setting(found: Sequence[Compared], *, tied: bool) -> str:
    """A setting that differs makes two events where little else ties the claims, or something else differs, too.

    Claims that are aligned, or known to tell of one event, are tied by that.
    """
    settings = [each for each in found if each.name in _SETTING and each.fit in {Fit.APART, Fit.UNRELATED}]
    if not settings:
        return ""
    apart = {each.name for each in found if each.fit is Fit.APART} - {"polarity"}
    few = _ties(found) < _WEIGHTY and not tied
    if len(apart) > 1 or few or any(each.fit is Fit.UNRELATED for each in settings):
        return f"of two events: {settings[0].note}"
    opposed = any(each.name == "polarity" and each.fit is Fit.APART for each in found)
    return f"of two times or places: {settings[0].note}" if opposed else ""


def _ties(found: Sequence[Compared]) -> int:
    """How many answers tie the two claims to one event."""
    return sum(each.fit in _TIES and each.name in _TYING and _said_by_both(each) for each in found)


def _has(found: Sequence[Compared], name: str) -> bool:
    return any(each.name == name and _said_by_both(each) for each in found)


def _said_by_both(found: Compared) -> bool:
    return found.left is not None and found.right is not None
