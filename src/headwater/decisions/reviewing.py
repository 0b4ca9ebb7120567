"""What readers accepted or rejected of what was found: by the words that it stands on, so that a new number is no loss.

A decision is on what stands on all of its words: on exactly these, if something does, else on what meets each of them.
Of several decisions on one finding the later holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

from headwater.decisions.kinds import ON_FINDINGS
from headwater.text.cited_words import read_words
from headwater.text.spans import meets
from headwater.types import Cited, Decision, DecisionKind, FindingKind, Review, SetAside, Span

__all__ = ["PART", "Reviewed", "Seen", "kind_named", "on_findings", "review", "review_of", "reviews"]

PART: Final = ": "
"""What parts the kind of a finding from what it is about in `value` of a decision: "conflict: date"."""


class _Reviewable(Protocol):
    @property
    def accepted(self) -> Review | None: ...


_Found = TypeVar("_Found")
_Marked = TypeVar("_Marked", bound=_Reviewable)


class Reviewed(NamedTuple, Generic[_Found]):
    """What stays of some findings, what was set aside, and by decision the words of what it was on.

    No words where a later decision stands in its place; a decision that was on nothing is not there.
    """

    kept: tuple[_Found, ...]
    aside: tuple[SetAside, ...]
    met: Mapping[Decision, tuple[Span, ...]]


class Reviews(NamedTuple):
    """What was set aside of all that was found, and what each decision on findings was on, as `Reviewed.met`."""

    aside: tuple[SetAside, ...]
    met: Mapping[Decision, tuple[Span, ...]]


class Seen(NamedTuple):
    """A finding as decisions meet it: what it is about, the words it stands on, how it is told if it is set aside."""

    about: str  # "conflict: date"
    words: frozenset[Span]
    says: Cited


def reviews(*found: Reviewed[Any]) -> Reviews:
    """What readers left of several kinds of findings, together."""
    met = {decision: spans for each in found for decision, spans in each.met.items()}
    return Reviews(tuple(one for each in found for one in each.aside), met)


def on_findings(decisions: Iterable[Decision], kind: FindingKind) -> tuple[Decision, ...]:
    """The decisions that accept or reject findings of a kind, in their order."""
    return tuple(each for each in decisions if each.kind in ON_FINDINGS and kind_named(each) is kind)


def kind_named(decision: Decision) -> FindingKind:
    """What kind of finding a decision is on. Raises `ValueError` where it says none (`complaint` tells so before)."""
    return FindingKind(decision.value.partition(PART)[0])


def review_of(decision: Decision) -> Review:
    """Who decided, when and why."""
    return Review(decision.by, decision.made, decision.note, decision.number)


def review(
    found: Sequence[_Marked],
    decisions: Sequence[Decision],
    seen: Callable[[_Marked], Seen],
    mark: Callable[[_Marked, Review], _Marked],
) -> Reviewed[_Marked]:
    """The findings as readers left them; `decisions` are those `on_findings` of their kind.

    `seen` tells how decisions meet a finding, `mark` gives an accepted one its review.
    """
    views = [seen(each) for each in found]
    of = {number: list(_on(view, number, decisions, views)) for number, view in enumerate(views)}
    met: dict[Decision, tuple[Span, ...]] = {}
    kept, aside = [], []
    for number, each in enumerate(found):
        met.update({overruled: met.get(overruled, ()) for overruled in of[number][:-1]})
        last = of[number][-1] if of[number] else None
        if last is not None:
            met[last] = tuple(sorted({*met.get(last, ()), *views[number].says.spans}))
        if last is not None and last.kind is DecisionKind.REJECTED:
            aside.append(SetAside(kind_named(last), views[number].says, review_of(last)))
        else:
            kept.append(mark(each, review_of(last)) if last is not None else each)
    return Reviewed(tuple(kept), tuple(aside), met)


def _on(view: Seen, number: int, decisions: Sequence[Decision], views: Sequence[Seen]) -> Iterator[Decision]:
    return (each for each in decisions if number in _meant(each, views))


def _meant(decision: Decision, views: Sequence[Seen]) -> tuple[int, ...]:
    """The places of the findings that a decision is on."""
    words = [read_words(name) for name in decision.left]
    about = [number for number, view in enumerate(views) if _is_about(view.about, decision.value)]
    exact = [number for number in about if views[number].words.issuperset(words)]
    near = (number for number in about if all(any(meets(each, one) for one in views[number].words) for each in words))
    return tuple(exact or near)


def _is_about(about: str, value: str) -> bool:
    return about == value or about.startswith(f"{value}{PART}")
