"""Running affairs: stories of different days that share names hardly anybody else has.

A trial that follows a shooting by months, the third act of a scandal: each is a story of its own, and a reader wants
the others beside it. Two stories are linked by the names that most of their reports tell and that few stories share;
what is rare is weighed as in records of people (Fellegi and Sunter 1969), in nats.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from headwater.stories.sketches import Sketch, name_hashes, name_words
from headwater.types import Article, Evidence

__all__ = ["Affair", "affairs", "names_behind"]

_LEAST: Final = 12.0  # nats: two names that hardly anybody else has; one of them, or a place and an office, are too few
_WIDEST: Final = 12  # stories that share a name, at most: what more have is a place or an office
_MOSTLY: Final = 0.5  # share of a story's articles that tell a name which stands for it
_PRIOR: Final = 1000.0  # stories that the background of English counts as


class Affair(msgspec.Struct, frozen=True):
    """Two stories, smaller id first, that seem to be chapters of one affair; `score` in nats over the threshold."""

    left: str
    right: str
    score: float
    evidence: tuple[Evidence, ...]
    names: tuple[int, ...]  # hashes of the names they share; `names_behind` reads them in an article


def affairs(placed: Iterable[tuple[Sketch, str]]) -> tuple[Affair, ...]:
    """The links between the stories of these articles, the strongest first; give the stories of a season or a year."""
    names, articles = _names(placed)
    held: dict[int, list[str]] = defaultdict(list)
    for story in sorted(names):
        for key in names[story]:
            held[key].append(story)
    shared: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for key, stories in sorted(held.items()):
        if 2 <= len(stories) <= _WIDEST:
            for pair in itertools.combinations(stories, 2):
                shared[pair][key] = _rarity(names[pair[0]][key], len(stories), len(names))
    found = (_affair(pair, keys, articles) for pair, keys in shared.items() if sum(keys.values()) >= _LEAST)
    return tuple(sorted(found, key=lambda affair: (-affair.score, affair.left, affair.right)))


def names_behind(affair: Affair, article: Article) -> tuple[str, ...]:
    """The names that an affair rests on as they stand in an article of one of its stories, in alphabetical order."""
    return name_words(article, frozenset(affair.names))


def _names(placed: Iterable[tuple[Sketch, str]]) -> tuple[Mapping[str, Mapping[int, float]], Mapping[str, int]]:
    """By story the full names that most of its articles tell, with their rarity in nats; and its number of articles."""
    told: dict[str, Counter[int]] = defaultdict(Counter)
    rarity: dict[int, float] = {}
    articles: Counter[str] = Counter()
    for one, story in placed:
        articles[story] += 1
        for key, rare in name_hashes(one):
            told[story][key] += 1
            rarity[key] = rare
    names = {
        story: {key: rarity[key] for key, count in told[story].items() if count >= _MOSTLY * articles[story]}
        for story in articles
    }
    return names, articles


def _rarity(background: float, stories: int, of: int) -> float:
    """What sharing the name tells: minus the log of its share of stories, English counting as some more of them."""
    return -math.log((stories + _PRIOR * math.exp(-background)) / (of + _PRIOR))


def _affair(pair: tuple[str, str], keys: Mapping[int, float], articles: Mapping[str, int]) -> Affair:
    weight = sum(keys.values())
    detail = f"told by most of {articles[pair[0]]} and {articles[pair[1]]} articles, and by few other stories"
    shared = Evidence(f"{len(keys)} rare name{'s' if len(keys) > 1 else ''} shared", weight, detail)
    needed = Evidence("what chance would share", -_LEAST, "threshold")
    return Affair(*pair, weight - _LEAST, (shared, needed), tuple(sorted(keys)))
