"""The nightly repair: the stories of some days drawn anew, and what changes carried out, logged, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.library import Batch, Listing, Store, View
from headwater.monitor.naming import free_story_id
from headwater.monitor.placing import bounds_in, shelf_of
from headwater.monitor.records import Repaired
from headwater.stories import VECTOR_FORM, Change, ChangeKind, Sketch, head_of, repair

__all__ = ["repaired"]

_NIGHTLY: Final = 30  # days that are looked at where nobody says which
_REASON: Final = "repair"


class _Looked(NamedTuple):
    """What a look at some days found: changes, and what was made to look that is worth keeping."""

    changes: Sequence[Change] = ()
    vectors: Mapping[str, bytes] = {}
    sketches: Mapping[str, bytes] = {}


def repaired(store: Store, since: int | None, until: int | None) -> Repaired:
    """Draw the stories of these days anew; without `since` those of the thirty days before the newest article.

    It is done without keeping others from writing; only where somebody did write meanwhile it is done again, with
    the library locked. What was embedded is kept, so that the next night embeds only what is new.
    """
    with store.reading() as view:
        generation, looked = view.generation(), _looked(view, since, until)
    if not any(looked) or (store.read_only and not looked.changes):
        return Repaired()
    with store.writing() as batch:
        _keep(batch, looked)
        if batch.generation() != generation:
            looked = _looked(batch, since, until)
            _keep(batch, looked)
        return _carried_out(batch, looked.changes)


def _keep(batch: Batch, looked: _Looked) -> None:
    batch.keep_sketches(looked.sketches)
    batch.keep_vectors(looked.vectors, VECTOR_FORM)


def _looked(view: View, since: int | None, until: int | None) -> _Looked:
    newest = view.stories(Listing(limit=1))
    if not newest:
        return _Looked()
    last = newest[0].last if until is None else until
    first = last - _NIGHTLY if since is None else since
    remade: dict[str, bytes] = {}
    placed = list(_whole_stories(view, range(first, last + 1), remade))
    kept = view.vectors((one.article for one, _ in placed), VECTOR_FORM)
    redrawn = repair(placed, bounds_in(view), heads=lambda article: head_of(view.article(article)), kept=kept)
    return _Looked(redrawn.changes, redrawn.vectors, remade)


def _whole_stories(view: View, days: range, remade: dict[str, bytes]) -> Iterator[tuple[Sketch, str]]:
    """The articles of the days, and of the stories that reach beyond them all the others."""
    inside = [placed for day in days for placed in shelf_of(view, day, remade)]
    yield from inside
    beyond: dict[int, set[str]] = defaultdict(set)
    for name in sorted({story for _, story in inside}):
        story = view.story(name)
        for day in (*range(story.first, days.start), *range(days.stop, story.last + 1)):
            beyond[day].add(name)
    for day, stories in sorted(beyond.items()):
        yield from (placed for placed in shelf_of(view, day, remade) if placed[1] in stories)


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
