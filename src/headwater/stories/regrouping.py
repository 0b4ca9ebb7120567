"""What a reader's decisions alone ask of stories: no article moves but those that a decision is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from headwater.stories.bounds import Bounds
from headwater.stories.changes import Repair, regrouped
from headwater.stories.sketches import Sketch

__all__ = ["regroup"]

Group = tuple[str, ...]


def regroup(placed: Iterable[tuple[Sketch, str]], bounds: Bounds) -> Repair:
    """Join and part the stories of these articles as readers said; give all articles of the stories concerned.

    Of a story that is parted the articles that nobody spoke of stay with its first one.
    """
    held = sorted(placed, key=lambda each: (each[0].day, each[0].article))
    before = {one.article: story for one, story in held}
    order = {article: at for at, article in enumerate(before)}
    groups = _joined([part for story in _stories(before) for part in _parted(story, bounds)], bounds)
    return regrouped([sorted(group, key=order.__getitem__) for group in groups], before)


def _stories(before: dict[str, str]) -> list[Group]:
    members: dict[str, list[str]] = defaultdict(list)
    for article, story in before.items():
        members[story].append(article)
    return [tuple(articles) for articles in members.values()]


def _parted(story: Group, bounds: Bounds) -> list[Group]:
    """The story as parts without a pair that is apart: each article goes to the first part that may have it."""
    parts: list[list[str]] = []
    for article in story:
        apart = bounds.apart(article)
        bound = next((part for part in parts if bounds.together(article) & set(part)), None)
        part = bound or next((part for part in parts if not apart & set(part)), None)
        if part is None:
            parts.append(part := [])
        part.append(article)
    return [tuple(part) for part in parts]


def _joined(parts: Sequence[Group], bounds: Bounds) -> list[Group]:
    """The parts, those in one group that hold articles which belong together.

    Where others in two such parts are apart, only those that were spoken of leave them, for a group of their own.
    """
    group = {article: part for part in parts for article in part}
    for same in bounds.same:
        known = tuple(article for article in same if article in group)
        joined = tuple(dict.fromkeys(article for each in known for article in group[each]))
        if any(bounds.apart(article) & set(joined) for article in joined):
            rest = {article: tuple(each for each in group[article] if each not in known) for article in joined}
            group.update(rest | dict.fromkeys(known, known))
        else:
            group.update(dict.fromkeys(joined, joined))
    return list(dict.fromkeys(group.values()))
