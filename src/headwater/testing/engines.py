"""The engine contract: whether an engine, yours perhaps, keeps the promises of `headwater.engines.base.Engine`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Final

import numpy as np

from headwater.engines.base import Engine

__all__ = ["check_engine"]

_IDS: Final = ("ash", "birch", "cedar", "elm", "fir", "oak", "pine", "yew")
_ROUNDS: Final = 40

Keyed = Mapping[str, Sequence[int]]


def check_engine(engine: Engine, seed: int = 0) -> None:
    """Put random work to an engine and compare with what plain loops give. Raises `AssertionError` naming the verb.

    The same seed gives the same work. What `map` is given is picklable.
    """
    random = Random(seed)  # noqa: S311  # draws test cases, keeps no secret
    for _ in range(_ROUNDS):
        _check_map(engine, [random.randint(-9, 9) for _ in range(random.randint(0, 12))])
        keyed = {one: random.choices(range(6), k=random.randint(0, 5)) for one in _some(random)}
        _check_pairs(engine, keyed, cap=random.randint(1, len(_IDS)), random=random)
        _check_components(engine, _some(random), random)


def _some(random: Random) -> list[str]:
    return random.sample(_IDS, random.randint(0, len(_IDS)))


def _check_map(engine: Engine, records: Sequence[int]) -> None:
    found = list(engine.map(abs, iter(records)))
    _expect("map", found, [abs(one) for one in records])


def _check_pairs(engine: Engine, keyed: Keyed, cap: int, random: Random) -> None:
    """Twice, in two orders; keys may come twice, and the largest are as large as 64 bits hold."""
    expected = _naive_pairs(keyed, cap)
    for _ in range(2):
        rows = [(one, np.array([2**64 - 1 - key for key in keys], dtype=np.uint64)) for one, keys in keyed.items()]
        random.shuffle(rows)
        _expect("pairs", engine.pairs(iter(rows), cap), expected)


def _naive_pairs(keyed: Keyed, cap: int) -> list[tuple[str, str]]:
    holders = {key: {one for one, keys in keyed.items() if key in keys} for key in range(6)}
    few = [ids for ids in holders.values() if len(ids) <= cap]
    return [pair for pair in combinations(sorted(keyed), 2) if any(ids.issuperset(pair) for ids in few)]


def _check_components(engine: Engine, nodes: Sequence[str], random: Random) -> None:
    edges = [(random.choice(nodes), random.choice(nodes)) for _ in range(random.randint(0, 6))] if nodes else []
    _expect("components", engine.components(iter(nodes), iter(edges)), sorted(_naive_components(nodes, edges)))


def _naive_components(nodes: Iterable[str], edges: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    left = set(nodes)
    while left:
        reached = {min(left)}
        while more := {one for edge in edges if reached & set(edge) for one in edge} - reached:
            reached |= more
        left -= reached
        yield tuple(sorted(reached))


def _expect(verb: str, found: object, expected: object) -> None:
    if found != expected:
        raise AssertionError(f"{verb} gave {found!r} where {expected!r} was promised")
