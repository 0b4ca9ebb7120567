"""What is otherwise in a later brief of a story, in words: what a reader's decision, or a further article, changed."""

from __future__ import annotations

from headwater.decisions.changes.counts import statements_changed
from headwater.decisions.changes.findings import alterations_changed, conflicts_changed, figures_changed
from headwater.decisions.changes.lines import articles_changed, copies_changed, lines_changed
from headwater.decisions.changes.names import names_changed, speakers_changed
from headwater.decisions.changes.reviews import reviews_changed
from headwater.types import Brief, Change

__all__ = ["changes"]


def changes(before: Brief, after: Brief) -> tuple[Change, ...]:
    """What `after` tells otherwise than `before`, both briefs of one story, what reaches furthest first.

    Told are the articles, how many lines there are and who stands on them, who took text from whom, which names are
    one, who speaks, how many stand behind each statement, the best of each figure, conflicts and alterations, and what
    readers accepted or set aside. Two briefs that agree in all of that have no changes, whatever order or wording they
    have.
    """
    return (
        *articles_changed(before, after),
        *lines_changed(before, after),
        *copies_changed(before, after),
        *names_changed(before, after),
        *speakers_changed(before, after),
        *statements_changed(before, after),
        *figures_changed(before, after),
        *conflicts_changed(before, after),
        *alterations_changed(before, after),
        *reviews_changed(before, after),
    )
