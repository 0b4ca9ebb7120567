"""Other stories of the running affair that a story is a chapter of."""

from __future__ import annotations

from typing import Final

from headwater.library import View
from headwater.monitor.placing import shelf_of
from headwater.monitor.records import LinkedStory
from headwater.stories import Affair, affairs, names_behind
from headwater.types import Article

__all__ = ["linked_to"]

_NEAR: Final = 45  # days before and after a story in which others of its affair are looked for
_MOST: Final = 10


def linked_to(view: View, story: str) -> tuple[LinkedStory, ...]:
    """The stories that share rare names with this one, the strongest link first, each with the names.

    It reads the sketches of three months, which for thousands of articles a day takes seconds.
    """
    row = view.story(story)
    days = range(row.first - _NEAR, row.last + _NEAR + 1)
    found = affairs(placed for day in days for placed in shelf_of(view, day))
    mine = [affair for affair in found if story in (affair.left, affair.right)][:_MOST]
    article = view.article(view.members(story)[0]) if mine else None
    return tuple(
        LinkedStory(view.story(affair.right if affair.left == story else affair.left), _reason(affair, article))
        for affair in mine
    )


def _reason(affair: Affair, article: Article | None) -> str:
    names = names_behind(affair, article) if article is not None else ()
    return f"both tell of {', '.join(name.title() for name in names)}" if names else affair.evidence[0].name
