"""A story just before and just after a decision, from the log: what it changed can be told again at any time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.decisions import articles_of, concerning, standing
from headwater.errors import NotInLibrary
from headwater.library import View
from headwater.types import Article, Decision, DecisionKind

__all__ = ["Made", "Turn", "turn_of"]

_NONE: Final = frozenset[str]()


class Made(NamedTuple):
    """What a brief is made of: articles, and the decisions that hold and concern them."""

    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]


class Turn(NamedTuple):
    """What the brief of a story was made of before a decision and after it; `latest` where nothing came after that."""

    story: str
    before: Made
    after: Made
    latest: bool


def turn_of(view: View, number: int) -> Turn | None:
    """The turn that a decision brought, in the story as it stands; None where the library keeps nothing of it.

    Articles that came to the story since, or were moved by later decisions, are taken to have been where they are: the
    two differ by the decision alone. Raises `NotInLibrary` where the log has no decision of that number.
    """
    log = view.decisions()
    decision = _numbered(log, number)
    story = _story_of(view, _meant(log, decision))
    if not story:
        return None
    came, went = _moved(log, decision)
    now = view.members(story)
    kept = view.homes(sorted(went))
    then = (*(name for name in now if name not in came), *sorted(kept))
    if not then:
        return None
    held = [each for each in log if each.number < number]
    before, after = (_made(view, ids, past) for ids, past in ((then, held), (now, [*held, decision])))
    return Turn(story, before, after, after.decisions == concerning(view.standing(), now))


def _made(view: View, articles: Sequence[str], log: Sequence[Decision]) -> Made:
    return Made(view.articles(articles), concerning(standing(log), articles))


def _numbered(log: Sequence[Decision], number: int) -> Decision:
    found = next((each for each in log if each.number == number), None)
    if found is None:
        raise NotInLibrary(f"there is no decision {number}")
    return found


def _meant(log: Sequence[Decision], decision: Decision) -> Decision:
    """The decision itself, or the one that it undoes in the end."""
    return _meant(log, _numbered(log, decision.undoes)) if decision.undoes else decision


def _story_of(view: View, decision: Decision) -> str:
    """The story that the decision was made in: of what was parted that of the articles that stayed."""
    first = decision.right if decision.kind is DecisionKind.APART else ()
    homes = view.homes(names := (*first, *articles_of(decision)))
    return next((homes[name] for name in names if name in homes), "")


def _moved(log: Sequence[Decision], decision: Decision) -> tuple[frozenset[str], frozenset[str]]:
    """The articles that came to the story by the decision, and those that went."""
    match decision.kind:
        case DecisionKind.TOGETHER:
            return frozenset(decision.right), _NONE
        case DecisionKind.APART:
            return _NONE, frozenset(decision.left)
        case DecisionKind.UNDO:
            came, went = _moved(log, _numbered(log, decision.undoes))
            return went, came
        case _:
            return _NONE, _NONE
