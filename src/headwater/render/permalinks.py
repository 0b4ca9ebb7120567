"""What stands on some words in a story as it is read today: where a permalink leads.

A permalink names words of an article, so that it outlives every numbering. What has those very words comes first, then
what has most of them in common; among equals the first of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from headwater.render.body import shown_spans
from headwater.render.view import StoryView
from headwater.types import Span

__all__ = ["KINDS", "anchor_at"]

_Standing = Iterator[tuple[str, object]]  # the id of a place on the page, and the witnesses that stand there


def anchor_at(story: StoryView, kind: str, words: Span) -> str:
    """The id, on the story's page, of what of this kind stands on the words; "" where nothing does.

    `kind` is one of `KINDS`; nothing stands under another.
    """
    best, found = (0, 0), ""
    for anchor, held in KINDS.get(kind, _nothing)(story):
        near = max((_nearness(span, words) for span in shown_spans(held)), default=(0, 0))
        if near[0] and near > best:
            best, found = near, anchor
    return found


def _nearness(span: Span, words: Span) -> tuple[int, int]:
    """How many code points two spans share, and how many they do not, counted down."""
    if span.article != words.article:
        return 0, 0
    shared = min(span.end, words.end) - max(span.start, words.start)
    return max(shared, 0), 2 * shared - (span.end - span.start) - (words.end - words.start)


def _statements(story: StoryView) -> _Standing:
    return ((each.anchor, each.claims) for each in story.statements)


def _conflicts(story: StoryView) -> _Standing:
    return ((each.anchor, (each.sides, each.witnesses)) for each in story.conflicts)


def _alterations(story: StoryView) -> _Standing:
    return ((each.anchor, (each.first, each.second)) for each in story.alterations)


def _quotes(story: StoryView) -> _Standing:
    return ((each.anchor, (each.readings, each.alike)) for each in story.quotes)


def _figures(story: StoryView) -> _Standing:
    return ((each.anchor, (each.rows, each.parts)) for each in story.figures)


def _passages(story: StoryView) -> _Standing:
    return ((f"{story.prefix}line-{line.letter}", line.articles) for line in story.lines)


def _names(story: StoryView) -> _Standing:
    return ((f"{story.prefix}names", each) for each in story.entities)


def _moments(story: StoryView) -> _Standing:
    return ((f"{story.prefix}timeline", each) for each in story.timeline)


def _nothing(_: StoryView) -> _Standing:
    return iter(())


KINDS: Final[Mapping[str, Callable[[StoryView], _Standing]]] = {
    "statement": _statements,
    "conflict": _conflicts,
    "alteration": _alterations,
    "quote": _quotes,
    "figure": _figures,
    "passage": _passages,
    "name": _names,
    "moment": _moments,
}
"""What a permalink can be of, with where on the page each stands."""
