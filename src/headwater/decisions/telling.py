"""What each decision came to in one analysis, in words: what it says, and what it changed or why it did not apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.decisions.copies import copies_told
from headwater.decisions.figures import figure_told
from headwater.decisions.log import concerning, in_order
from headwater.decisions.settling import Settled
from headwater.decisions.spellings import name_told
from headwater.decisions.words import says
from headwater.types import Article, Decided, Decision, DecisionKind, Entity, Figure, Stemma

__all__ = ["Outcome", "told"]

_ELSEWHERE: Final = "it is about articles that are not in this story"
_IN_STORY: Final = "its articles are in this story"
_OUT_OF_STORY: Final = "its other articles are kept out of this story"
_NOT_IN_STORY: Final = "its articles are in different stories all the same"
_BOTH_IN_STORY: Final = "articles of both sides were given as one story all the same"


class Outcome(Struct, frozen=True):
    """What came out of an analysis that decisions are held against.

    `names` is what they settle of names, `undecided` the names found without them and `entities` those found with them;
    `figure_of` is the id of the figure that each decision on one took effect on, '' if none.
    """

    articles: Sequence[Article]
    stemma: Stemma
    names: Settled
    undecided: Sequence[Entity]
    entities: Sequence[Entity]
    figures: Sequence[Figure]
    figure_of: Mapping[Decision, str]


def told(decisions: Sequence[Decision], outcome: Outcome) -> tuple[Decided, ...]:
    """Each decision once, in the order of the log, with what it came to."""
    return tuple(_told(decisions, outcome))


def _told(decisions: Sequence[Decision], outcome: Outcome) -> Iterator[Decided]:
    articles = {article.id: article for article in outcome.articles}
    here = set(concerning(decisions, articles))
    for decision in in_order(dict.fromkeys(decisions)):
        if decision not in here:
            yield Decided(decision, False, says(decision, articles), (_ELSEWHERE,))
        else:
            yield _met(decision, outcome, articles)


def _met(decision: Decision, outcome: Outcome, articles: Mapping[str, Article]) -> Decided:
    """A decision that concerns the story, and what it came to."""
    words = says(decision, articles)
    if decision.kind in (DecisionKind.SAME_PERSON, DecisionKind.NOT_SAME_PERSON):
        return name_told(decision, words, outcome.names, outcome.undecided, outcome.entities)
    if decision.kind is DecisionKind.NOT_A_COPY:
        return copies_told(decision, words, outcome.stemma, articles)
    if decision.kind is DecisionKind.FIGURE:
        return figure_told(decision, words, outcome.figures, outcome.figure_of)
    return _story_told(decision, words, articles)


def _story_told(decision: Decision, words: str, articles: Mapping[str, Article]) -> Decided:
    """A decision on which articles are a story: obeyed where stories were gathered, held against the articles here."""
    both = all(any(each in articles for each in side) for side in (decision.left, decision.right))
    if decision.kind is DecisionKind.TOGETHER:
        return Decided(decision, both, words, (_IN_STORY if both else _NOT_IN_STORY,))
    return Decided(decision, not both, words, (_BOTH_IN_STORY if both else _OUT_OF_STORY,))
