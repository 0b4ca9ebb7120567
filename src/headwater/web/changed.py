"""What a decision came to in the room: the reading that it led to, what that changed, the stories it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from starlette.requests import Request

from headwater.decisions import articles_of, undone
from headwater.errors import NotInLibrary
from headwater.library import StoryRow
from headwater.monitor import Library
from headwater.render.changing import ChangeView, DecisionRow, decision_row
from headwater.types import Article, Decision
from headwater.web.desk import Effect, desk_of
from headwater.web.jobs import Job
from headwater.web.leads import InRoom, leads_of

__all__ = ["Changed", "articles_named", "changed_at", "changed_of", "decision_of", "stories_of"]

_CALLED: Final = 8  # articles of one decision that are called by their outlets and names
_DIGITS: Final = 9


class Changed(NamedTuple):
    """A decision and what it changed: None while that is found out, and where nothing of it is kept."""

    row: DecisionRow
    stories: tuple[StoryRow, ...]
    job: Job
    changes: tuple[ChangeView, ...] | None = None
    count_line: str = ""
    leads: InRoom | None = None

    @property
    def going(self) -> bool:
        """Whether the story is being read again."""
        return not self.job.done


def changed_at(request: Request) -> Changed | None:
    """What the decision changed that the address of a page names (`?decided=3`); None where it names none."""
    number = request.query_params.get("decided", "")
    if not (number.isdecimal() and len(number) <= _DIGITS):
        return None
    try:
        return changed_of(request, int(number))
    except NotInLibrary:
        return None


def changed_of(request: Request, number: int) -> Changed:
    """What a decision changed, by its number. Raises `NotInLibrary` where the log has none of that number."""
    desk = desk_of(request)
    decision = decision_of(desk.library, number)
    gone = undone(desk.library.decisions())
    row = decision_row(decision, articles_named(desk.library, [decision]), gone)
    stories, job = stories_of(desk.library, decision), desk.effect_of(number)
    effect = job.result
    if not isinstance(effect, Effect):
        return Changed(row, stories, job)
    brief = desk.opened(desk.library.called(effect.story)).brief
    leads = leads_of(request, effect.story)
    return Changed(row, stories, job, effect.changes, brief.count_line if brief is not None else "", leads)


def decision_of(library: Library, number: int) -> Decision:
    """The decision of that number. Raises `NotInLibrary` where the log has none."""
    found = next((each for each in library.decisions() if each.number == number), None)
    if found is None:
        raise NotInLibrary(f"there is no decision {number}")
    return found


def stories_of(library: Library, decision: Decision) -> tuple[StoryRow, ...]:
    """The stories that a decision is about, the one that it was made in first; of an undoing what was undone is about.

    None of a decision that names no article.
    """
    if decision.undoes:
        return stories_of(library, decision_of(library, decision.undoes))
    return library.homes(articles_of(decision))


def articles_named(library: Library, decisions: Iterable[Decision]) -> dict[str, Article]:
    """The articles that some decisions name, as far as the library keeps them and a reader needs them called."""
    names = {name for each in decisions for name in articles_of(each)[:_CALLED]}
    found = {}
    for name in sorted(names):
        try:
            found[name] = library.article(name).kept.article
        except NotInLibrary:  # a decision may come from another library
            continue
    return found
