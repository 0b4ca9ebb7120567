"""The nightly repair: the stories of some days drawn anew, and what changes carried out, logged, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.library import Batch, Listing, Store, View
from headwater.monitor.naming import free_story_id
from headwater.monitor.placing import bounds_in, shelf_of
from headwater.monitor.records import Repaired
from headwater.stories import Change, ChangeKind, Sketch, head_of, repair

__all__ = ["repaired"]

_NIGHTLY: Final = 30  # days that are looked at where nobody says which
_REASON: Final = "repair"


def repaired(store: Store, since: int | None, until: int | None) -> Repaired:
    """Draw the stories of these days anew; without `since` those of the thirty days before the newest article.

    It is done without keeping others from writing; only where somebody did write meanwhile it is done again, with
    the library locked.
    """
    with store.reading() as view:
        generation, changes = view.generation(), _changes(view, since, until)
    if not changes:
        return Repaired()
    with store.writing() as batch:
        return _carried_out(batch, changes if batch.generation() == generation else _changes(batch, since, until))


def _changes(view: View, since: int | None, until: int | None) -> Sequence[Change]:
    newest = view.stories(Listing(limit=1))
    if not newest:
        return ()
    last = newest[0].last if until is None else until
    first = last - _NIGHTLY if since is None else since
    placed = _whole_stories(view, range(first, last + 1))
    return repair(placed, bounds_in(view), heads=lambda article: head_of(view.article(article))).changes


def _whole_stories(view: View, days: range) -> Iterator[tuple[Sketch, str]]:
    """The articles of the days, and of the stories that reach beyond them all the others."""
    inside = [placed for day in days for placed in shelf_of(view, day)]
    yield from inside
    beyond: dict[int, set[str]] = defaultdict(set)
    for name in sorted({story for _, story in inside}):
        story = view.story(name)
        for day in (*range(story.first, days.start), *range(days.stop, story.last + 1)):
            beyond[day].add(name)
    for day, stories in sorted(beyond.items()):
        yield from (placed for placed in shelf_of(view, day) if placed[1] in stories)


def _carried_out(batch: Batch, changes: Sequence[Change]) -> Repaired:
    """First what leaves a story, then the stories that go into others whole: of a scattered one where most went."""
    heirs = _heirs(changes)
    names = _free_names(batch, changes)
    split, merged = [], []
    for change in changes:
        if change.kind is ChangeKind.SPLIT:
            into = names.get(change.story, change.story)
            batch.split(change.other, change.articles, into, _REASON)
            split.append((change.other, into))
        elif heirs[change.story] != change.other:
            batch.split(change.story, change.articles, change.other, _REASON)
            split.append((change.story, change.other))
    for story, heir in sorted(heirs.items()):
        batch.merge(story, heir, _REASON)
        merged.append((story, heir))
    return Repaired(tuple(merged), tuple(split))


def _heirs(changes: Sequence[Change]) -> Mapping[str, str]:
    """For each story that is no more the one that most of its articles went to."""
    heirs: dict[str, Change] = {}
    for change in changes:
        held = heirs.get(change.story)
        if change.kind is ChangeKind.MERGED and (held is None or len(change.articles) > len(held.articles)):
            heirs[change.story] = change
    return {story: change.other for story, change in heirs.items()}


def _free_names(batch: Batch, changes: Sequence[Change]) -> Mapping[str, str]:
    """Other ids for stories that would begin under the id of one that went into another: that id leads there."""
    wanted = {change.story for change in changes if change.kind is ChangeKind.SPLIT}
    gone = [name for name in sorted(wanted) if name in batch.story_ids(name, 1) and batch.story(name).id != name]
    return {name: free_story_id(batch, name) for name in gone}
