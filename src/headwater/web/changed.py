"""What a decision came to in the room: the reading that it led to, what that changed, the stories it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from starlette.requests import Request

from headwater.decisions import articles_of, undone
from headwater.errors import NotInLibrary
from headwater.library import StoryRow
from headwater.monitor import Library
from headwater.render.changing import ChangeView, DecisionRow, changes_view, decision_row
from headwater.types import Article, Brief, Change, Decision
from headwater.web.desk import desk_of
from headwater.web.jobs import Job
from headwater.web.leads import InRoom, leads_of

__all__ = ["Changed", "articles_named", "changed_at", "changed_of", "decision_of", "stories_of"]

_CALLED: Final = 8  # articles of one decision that are called by their outlets and names
_DIGITS: Final = 9


class Changed(NamedTuple):
    """A decision and what it changed: None while the story is read again, and where that is not known."""

    row: DecisionRow
    stories: tuple[StoryRow, ...]
    job: Job | None
    changes: tuple[ChangeView, ...] | None = None
    count_line: str = ""
    leads: InRoom | None = None

    @property
    def going(self) -> bool:
        """Whether the story is being read again."""
        return self.job is not None and not self.job.done


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
    stories, again = stories_of(desk.library, decision), desk.rereading_of(number)
    if again is None or not isinstance(again.job.result, tuple):
        return Changed(row, stories, again.job if again is not None else None)
    opened = desk.opened(again.story)
    if opened.brief is None:  # something else was decided since
        return Changed(row, stories, again.job)
    told = changes_view(opened.brief, _still_there(again.job.result, opened.brief))
    leads = leads_of(request, opened.shown.story.id)
    return Changed(row, stories, again.job, told, opened.brief.count_line, leads)


def _still_there(changes: Iterable[Change], brief: Brief) -> list[Change]:
    """The changes whose words can be opened in a brief that may be of a later day."""
    known = {article.id for article in brief.articles}
    return [each for each in changes if all(span.article in known for span in each.spans)]


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
