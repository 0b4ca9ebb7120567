"""The nightly repair: the stories of some days drawn anew, whatever the order in which their articles came.

All articles are compared under the same rarities, and average linkage draws the stories; then the stories that were
there keep their ids as far as they can, and what merged or split is told, so that every old id leads somewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from headwater.stories.bounds import NO_BOUNDS, Bounds
from headwater.stories.judging import STRANGERS, judge
from headwater.stories.linkage import linked
from headwater.stories.sketches import Sketch
from headwater.stories.stream import REACH, story_of
from headwater.stories.window import Window

__all__ = ["Change", "ChangeKind", "Move", "Repair", "repair"]

Placed = tuple[Sketch, str]


class ChangeKind(StrEnum):
    """What happened to a story."""

    MERGED = "merged"  # `story` is no more; `other` holds its articles and is where its id leads
    SPLIT = "split"  # `story` is new; its articles were in `other`


class Change(msgspec.Struct, frozen=True):
    """A merge or split, for the log of the library."""

    kind: ChangeKind
    story: str
    other: str
    articles: tuple[str, ...]  # that changed from one to the other, sorted


class Move(msgspec.Struct, frozen=True):
    """An article that is in another story now."""

    article: str
    before: str
    after: str


class Repair(msgspec.Struct, frozen=True):
    """What a repair changes: the articles that move, by id, and the merges and splits that this amounts to."""

    moves: tuple[Move, ...]
    changes: tuple[Change, ...]


def repair(
    placed: Iterable[Placed],
    bounds: Bounds = NO_BOUNDS,
    *,
    reach: int = REACH,
    tell: Callable[[int], None] | None = None,
) -> Repair:
    """Draw the stories of these articles anew, all days of `placed` at once; `tell` is called with how many are done.

    Give it whole days, and of each story that lies in them all its articles: an article that is not given cannot move.
    """
    held = sorted(placed, key=lambda each: (each[0].day, each[0].article))
    before = {one.article: story for one, story in held}
    groups = _drawn([one for one, _ in held], bounds, reach, tell or (lambda done: None))
    after = dict(_named(groups, before))
    moves = tuple(Move(a, before[a], after[a]) for a in sorted(before) if before[a] != after[a])
    return Repair(moves, tuple(_changes(moves, set(after.values()))))


def _drawn(sketches: Sequence[Sketch], bounds: Bounds, reach: int, tell: Callable[[int], None]) -> list[list[str]]:
    """The articles of each story, the first first. Copies go with what they copy, once stories are drawn."""
    window, voices, copies = Window(reach), list[Sketch](), defaultdict[str, list[str]](list)
    for one in sketches:
        item = window.item(one)
        original = window.original(item)
        barred = original is not None and _barred(window.item_at(original).article, one.article, bounds)
        if original is None or barred:
            window.add(item, "")
            voices.append(one)
        else:
            window.add(item, "", original)
            copies[window.item_at(original).article].append(one.article)
    scores = dict(_scores(window.refreshed(voices), voices, tell))
    number = {one.article: at for at, one in enumerate(voices)}
    home = {copy: number[article] for article, held in copies.items() for copy in held} | number
    groups = linked(_bound_groups(home, len(voices), bounds), scores, STRANGERS, _apart_test(home, bounds))
    day = {one.article: at for at, one in enumerate(sketches)}
    members = (
        [a for at in sorted(nodes) for a in (voices[at].article, *copies[voices[at].article])] for nodes in groups
    )
    return [sorted(articles, key=day.__getitem__) for articles in members]


def _scores(
    window: Window, voices: Sequence[Sketch], tell: Callable[[int], None]
) -> Iterator[tuple[tuple[int, int], float]]:
    """The log-odds of the pairs that meet in the index and are no strangers, by their numbers."""
    for at in range(len(voices)):
        item = window.item_at(at)
        rows = [row for row in window.rows_like(item) if row != at]
        scores = judge(item, [window.item_at(row) for row in rows]).scores.tolist()
        yield from (((min(at, row), max(at, row)), s) for row, s in zip(rows, scores, strict=True) if s > STRANGERS)
        tell(at + 1)


def _barred(one: str, other: str, bounds: Bounds) -> bool:
    return other in bounds.apart(one)


def _bound_groups(home: Mapping[str, int], nodes: int, bounds: Bounds) -> list[frozenset[int]]:
    """The nodes, those grouped that a reader put together."""
    group = list(range(nodes))

    def top(node: int) -> int:
        while group[node] != node:
            node = group[node]
        return node

    for article in sorted(home):
        for other in sorted(bounds.together(article) & home.keys()):
            one, two = sorted((top(home[article]), top(home[other])))
            group[two] = one
    found = defaultdict[int, set[int]](set)
    for node in range(nodes):
        found[top(node)].add(node)
    return [frozenset(members) for members in found.values()]


def _apart_test(home: Mapping[str, int], bounds: Bounds) -> Callable[[frozenset[int], frozenset[int]], bool]:
    """Whether a reader put apart an article of one group and an article of the other."""
    against = defaultdict[int, set[int]](set)
    for article, node in home.items():
        against[node].update(home[other] for other in bounds.apart(article) if other in home)
    return lambda one, other: any(against[node] & other for node in one if node in against)


def _named(groups: Sequence[Sequence[str]], before: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The story of each article: groups that share most with a story take its id first, the rest begin their own."""
    shares = [(Counter(before[article] for article in group), at) for at, group in enumerate(groups)]
    wishes = sorted((-count, at, story) for counter, at in shares for story, count in counter.items())
    taken: dict[str, int] = {}
    names: dict[int, str] = {}
    for _, at, story in wishes:
        if at not in names and story not in taken:
            names[at], taken[story] = story, at
    for at, group in enumerate(groups):
        name = names.get(at) or _fresh(group, set(before.values()) | taken.keys())
        taken[name] = at
        yield from ((article, name) for article in group)


def _fresh(group: Sequence[str], taken: set[str]) -> str:
    """An id that no story has: of the first article whose is free, else with a number."""
    free = (story_of(article) for article in group if story_of(article) not in taken)
    numbered = (f"{story_of(group[0])}-{n}" for n in range(2, len(taken) + 3))
    return next(free, "") or next(name for name in numbered if name not in taken)


def _changes(moves: Sequence[Move], alive: set[str]) -> Iterator[Change]:
    """The moves by story: out of one that is no more, a merge; else into another, a split."""
    ways = defaultdict[tuple[str, str], list[str]](list)
    for move in moves:
        ways[move.before, move.after].append(move.article)
    for (before, after), articles in sorted(ways.items()):
        held = tuple(articles)
        if before in alive:
            yield Change(ChangeKind.SPLIT, after, before, held)
        else:
            yield Change(ChangeKind.MERGED, before, after, held)
