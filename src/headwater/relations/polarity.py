"""Whether it is said to have happened: polarity with antonyms and double negation, how surely, and on whose word."""

from __future__ import annotations

import re
from typing import Final

from headwater.relations.avowals import avowal
from headwater.relations.context import Compared, Context, Fit
from headwater.relations.happenings import are_opposed, tell_alike
from headwater.types import Attribution, Certainty, Claim, ConflictKind, CueClass, Span

__all__ = ["OPEN", "compare_certainty", "compare_polarity", "compare_sources", "denier_of", "is_denial", "is_open"]

OPEN: Final = frozenset({Certainty.POSSIBLE, Certainty.UNDERSPECIFIED})
"""What is told so neither holds nor does not: it excludes nothing."""
_RESTRICTED: Final = re.compile(
    r"\b(?:not\s+(?:only|just|merely|all|every|always|yet|alone)|alone|until|because|without|solely|yet|immediately|both"
    r"|n[o']t\b.{1,60}\bbut)\b",
    re.IGNORECASE,
)
_MANNER: Final = re.compile(r"\b(?!only\b)\w{3,}ly\b", re.IGNORECASE)
_SURE: Final = (Certainty.UNDERSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def compare_polarity(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """One answer: both say that it is so (or not so), or one says what the other denies.

    Two negations in a clause cancel where the claim was made; to deny "opened" and to assert "closed" agree. What is
    denied of one manner, time or reason only ("not alone", "not until noon") is not denied as such.
    """
    fit, note = _fit(one, other, context)
    return (Compared("polarity", fit, note, one.trigger, other.trigger, ConflictKind.POLARITY),)


def _fit(one: Claim, other: Claim, context: Context) -> tuple[Fit, str]:
    taken = avowal(one), avowal(other)
    if all(taken):
        return (Fit.SAME, "") if taken[0] == taken[1] else (Fit.APART, "the one takes it on himself, the other refuses")
    opposite = are_opposed(one, other)
    if (one.negated == other.negated) != opposite:
        return Fit.SAME, ""
    if opposite:
        return _fit_of_opposites(one, other)
    if not tell_alike(one, other):
        return Fit.BOTH, "two deeds of one event"
    if _is_restricted(*((one, other) if one.negated else (other, one)), context):
        return Fit.BOTH, "only a part of it is denied: a manner, a time, a reason"
    return Fit.APART, "the one asserts what the other denies"


def _fit_of_opposites(one: Claim, other: Claim) -> tuple[Fit, str]:
    if one.negated:  # "did not open", "did not close": neither follows from the other
        return Fit.BOTH, "both deny, of two opposites"
    return Fit.APART, f"“{one.event}” and “{other.event}” are opposites"


def _is_restricted(denied: Claim, asserted: Claim, context: Context) -> bool:
    """Whether the negation bears on what restricts the event and not on the event: "not until", "not seriously"."""
    words, others = context.words(denied.span), context.words(asserted.span).lower()
    manners = {found.lower() for found in _MANNER.findall(words)}
    return _RESTRICTED.search(words) is not None or any(manner not in others for manner in manners)


def is_open(claim: Claim) -> bool:
    """Whether the claim leaves open if it is so: a condition, a question, "may have"."""
    return claim.certainty in OPEN


def compare_certainty(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """Which of the two is said more surely: the surer claim says more."""
    here, there = (_SURE.index(claim.certainty) for claim in (one, other))
    fit = Fit.SAME if here == there else Fit.NARROWER if here > there else Fit.WIDER
    note = "" if here == there else f"the one is told as {one.certainty.value}, the other as {other.certainty.value}"
    return (Compared("certainty", fit, note, one.span, other.span),)


def is_denial(claim: Claim) -> bool:
    """Whether the claim hands on that somebody denies: "X denied that ...", "X denied any role"."""
    return avowal(claim) < 0 or (claim.negated and _denying(claim) is not None)


def denier_of(claim: Claim) -> Span | None:
    """The words for who denies; None if the text does not say."""
    link = _denying(claim)
    if link is not None and link.source is not None:
        return link.source
    return next((role.span for role in claim.roles if role.name == "agent"), None) if avowal(claim) else None


def _denying(claim: Claim) -> Attribution | None:
    return next((link for link in claim.attribution if link.cue_class is CueClass.DENYING), None)


def compare_sources(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """On whose word each stands: both the newsroom's own, one source's, or two."""
    here, there = (claim.attribution[-1] if claim.attribution else None for claim in (one, other))
    if here is None and there is None:
        return ()
    if here is None or there is None:
        told = here or there
        who = context.words(told.source) if told is not None and told.source is not None else "somebody"
        return (Compared("source", Fit.BOTH, f"only one of them says who told it: {who}", one.span, other.span),)
    if here.speaker and here.speaker == there.speaker:
        return (Compared("source", Fit.SAME, "both have it from one source", here.source, there.source),)
    return (Compared("source", Fit.BOTH, "two sources, or one that is not named alike", here.source, there.source),)
