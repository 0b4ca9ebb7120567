"""What a re-grouping comes to: which story keeps which id, what merged, what split, which articles move.

Ids are stable: a group takes the id of the story that most of its articles were in, and every id that is no more leads
to the story that most of its articles went to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from headwater.stories.stream import story_of

__all__ = ["Change", "ChangeKind", "Move", "Repair", "regrouped"]


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
    embedded: bool = False  # whether nearness in meaning was weighed
    vectors: Mapping[str, bytes] = {}  # those that were made for it, by article, to be kept and given next time


def regrouped(groups: Sequence[Sequence[str]], before: Mapping[str, str]) -> Repair:
    """What it takes to get from the stories that the articles are in to `groups`, each with its first article first."""
    after = dict(_named(groups, before))
    moves = tuple(Move(a, before[a], after[a]) for a in sorted(before) if before[a] != after[a])
    return Repair(moves, tuple(_changes(moves, set(after.values()))))


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
