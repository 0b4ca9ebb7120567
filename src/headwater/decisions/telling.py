"""What each decision came to in one analysis, in words: what it says, and what it changed or why it did not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.decisions.copies import copies_told, copy_told
from headwater.decisions.events import Parted, events_told
from headwater.decisions.figures import figure_told
from headwater.decisions.findings import finding_told
from headwater.decisions.log import concerning, in_order
from headwater.decisions.settling import Settled
from headwater.decisions.spellings import name_told
from headwater.decisions.words import says
from headwater.types import Article, Brief, Decided, Decision, DecisionKind, Entity, Span

__all__ = ["Outcome", "told"]

_ELSEWHERE: Final = "it is about articles that are not in this story"
_IN_STORY: Final = "its articles are in this story"
_OUT_OF_STORY: Final = "its other articles are kept out of this story"
_NOT_IN_STORY: Final = "its articles are in different stories all the same"
_BOTH_IN_STORY: Final = "articles of both sides were given as one story all the same"


class Outcome(Struct, frozen=True):
    """What came out of an analysis that decisions are held against.

    That is the brief, in which nothing is told of decisions yet. `names` is what they settle of names, `undecided` the
    names found without them;
    `figure_of` is the id of the figure that each decision on one took effect on, '' if none; `parted` are the claims of
    different events, `reviewed` the words of what each decision on a finding was on (`Reviewed.met`).
    """

    brief: Brief
    names: Settled
    undecided: Sequence[Entity]
    figure_of: Mapping[Decision, str]
    parted: Parted
    reviewed: Mapping[Decision, tuple[Span, ...]]


def told(decisions: Sequence[Decision], outcome: Outcome) -> tuple[Decided, ...]:
    """Each decision once, in the order of the log, with what it came to."""
    return tuple(_told(decisions, outcome))


def _told(decisions: Sequence[Decision], outcome: Outcome) -> Iterator[Decided]:
    articles = {article.id: article for article in outcome.brief.articles}
    here = set(concerning(decisions, articles))
    for decision in in_order(dict.fromkeys(decisions)):
        if decision not in here:
            yield Decided(decision, False, says(decision, articles), (_ELSEWHERE,))
        else:
            yield _met(decision, outcome, articles)


def _met(decision: Decision, outcome: Outcome, articles: Mapping[str, Article]) -> Decided:
    """A decision that concerns the story, and what it came to."""
    return _TOLD[decision.kind](decision, says(decision, articles), outcome, articles)


def _name(decision: Decision, words: str, outcome: Outcome, _: Mapping[str, Article]) -> Decided:
    return name_told(decision, words, outcome.names, outcome.undecided, outcome.brief.entities)


def _no_copy(decision: Decision, words: str, outcome: Outcome, articles: Mapping[str, Article]) -> Decided:
    return copies_told(decision, words, outcome.brief.stemma, articles)


def _copy(decision: Decision, words: str, outcome: Outcome, _: Mapping[str, Article]) -> Decided:
    return copy_told(decision, words, outcome.brief.stemma)


def _figure(decision: Decision, words: str, outcome: Outcome, _: Mapping[str, Article]) -> Decided:
    return figure_told(decision, words, outcome.brief.figures, outcome.figure_of)


def _events(decision: Decision, words: str, outcome: Outcome, _: Mapping[str, Article]) -> Decided:
    return events_told(decision, words, outcome.parted, outcome.brief.claims, outcome.brief.statements)


def _finding(decision: Decision, words: str, outcome: Outcome, articles: Mapping[str, Article]) -> Decided:
    return finding_told(decision, words, outcome.reviewed, articles)


def _story(decision: Decision, words: str, _: Outcome, articles: Mapping[str, Article]) -> Decided:
    """A decision on which articles are a story: obeyed where stories were gathered, held against the articles here."""
    both = all(any(each in articles for each in side) for side in (decision.left, decision.right))
    if decision.kind is DecisionKind.TOGETHER:
        return Decided(decision, both, words, (_IN_STORY if both else _NOT_IN_STORY,))
    return Decided(decision, not both, words, (_BOTH_IN_STORY if both else _OUT_OF_STORY,))


_TOLD: Final[Mapping[DecisionKind, Callable[[Decision, str, Outcome, Mapping[str, Article]], Decided]]] = {
    DecisionKind.TOGETHER: _story,
    DecisionKind.APART: _story,
    DecisionKind.SAME_PERSON: _name,
    DecisionKind.NOT_SAME_PERSON: _name,
    DecisionKind.NOT_A_COPY: _no_copy,
    DecisionKind.COPY: _copy,
    DecisionKind.FIGURE: _figure,
    DecisionKind.ACCEPTED: _finding,
    DecisionKind.REJECTED: _finding,
    DecisionKind.OTHER_EVENT: _events,
}
