"""Other stories of the running affair that a story is a chapter of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from headwater.library import StoryRow, View
from headwater.monitor.placing import shelf_of
from headwater.monitor.records import LinkedStory
from headwater.stories import Affair, Sketch, affairs, names_behind
from headwater.types import Article

__all__ = ["linked_to"]

_NEAR: Final = 45  # days before and after a story in which others of its affair are looked for
_MOST: Final = 10
_READ: Final = 10_000  # sketches after which no further day is read


def linked_to(view: View, story: str) -> tuple[LinkedStory, ...]:
    """The stories that share rare names with this one, the strongest link first, each with the names.

    It reads the sketches of three months, or of as many whole days, the nearest first, as have ten thousand articles.
    """
    found = affairs(_around(view, view.story(story)))
    mine = [affair for affair in found if story in (affair.left, affair.right)][:_MOST]
    article = view.article(view.members(story)[0]) if mine else None
    return tuple(
        LinkedStory(view.story(affair.right if affair.left == story else affair.left), _reason(affair, article))
        for affair in mine
    )


def _around(view: View, row: StoryRow) -> Iterator[tuple[Sketch, str]]:
    """The articles of a story's own days, then of the days before and after them, ever further off."""
    ahead = ((row.first - far, row.last + far) for far in range(1, _NEAR + 1))
    read = 0
    for day in (*range(row.first, row.last + 1), *chain.from_iterable(ahead)):
        if read >= _READ:
            return
        placed = tuple(shelf_of(view, day, {}))
        read += len(placed)
        yield from placed


def _reason(affair: Affair, article: Article | None) -> str:
    names = names_behind(affair, article) if article is not None else ()
    return f"both tell of {', '.join(name.title() for name in names)}" if names else affair.evidence[0].name
