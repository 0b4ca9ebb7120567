"""Whether it is said to have happened: polarity with antonyms and double negation, how surely, and on whose word."""

from __future__ import annotations

from typing import Final

from headwater.relations.context import Compared, Context, Fit
from headwater.relations.happenings import are_opposed
from headwater.types import Attribution, Certainty, Claim, ConflictKind, CueClass

__all__ = ["OPEN", "compare_certainty", "compare_polarity", "compare_sources", "denial_in", "is_open"]

OPEN: Final = frozenset({Certainty.POSSIBLE, Certainty.UNDERSPECIFIED})
"""What is told so neither holds nor does not: it excludes nothing."""
_SURE: Final = (Certainty.UNDERSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def compare_polarity(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """One answer: both say that it is so (or not so), or one says what the other denies.

    Two negations in a clause cancel where the claim was made; to deny "opened" and to assert "closed" agree.
    """
    opposite = are_opposed(one, other)
    agree = (one.negated == other.negated) != opposite
    if agree:
        return (Compared("polarity", Fit.SAME, "", one.trigger, other.trigger, ConflictKind.POLARITY),)
    if opposite and one.negated:  # "did not open", "did not close": neither follows from the other
        return (Compared("polarity", Fit.BOTH, "both deny, of two opposites", one.trigger, other.trigger),)
    note = f"“{one.event}” and “{other.event}” are opposites" if opposite else "the one asserts what the other denies"
    return (Compared("polarity", Fit.APART, note, one.trigger, other.trigger, ConflictKind.POLARITY),)


def is_open(claim: Claim) -> bool:
    """Whether the claim leaves open if it is so: a condition, a question, "may have"."""
    return claim.certainty in OPEN


def compare_certainty(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """Which of the two is said more surely: the surer claim says more."""
    here, there = (_SURE.index(claim.certainty) for claim in (one, other))
    fit = Fit.SAME if here == there else Fit.NARROWER if here > there else Fit.WIDER
    note = "" if here == there else f"the one is told as {one.certainty.value}, the other as {other.certainty.value}"
    return (Compared("certainty", fit, note, one.span, other.span),)


def denial_in(claim: Claim) -> Attribution | None:
    """The link of the attribution chain by which somebody denies what the claim would say; None if nobody does."""
    links = (link for link in claim.attribution if link.cue_class is CueClass.DENYING)
    return next(links, None) if claim.negated else None


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
