"""Pairs of records that meet on shared keys, by sorting arrays: what every engine's `pairs` comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["Keys", "pairs_on_keys"]

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

_AT_ONCE: Final = 4_000_000  # pairs, the same one from many keys, that are held before they are made one


def pairs_on_keys(keys: Iterable[tuple[str, Keys]], cap: int) -> list[tuple[str, str]]:
    """Pairs of ids that meet on a key shared by at most `cap` ids; each pair once, smaller id first, sorted."""
    records = list(keys)
    ids = sorted({one for one, _ in records})
    numbers = {one: number for number, one in enumerate(ids)}
    holders = np.repeat([numbers[one] for one, _ in records], [len(array) for _, array in records]).astype(np.int64)
    postings = np.concatenate([np.zeros(0, dtype=np.uint64), *(array for _, array in records)])
    met, waiting = np.zeros(0, dtype=np.int64), [np.zeros(0, dtype=np.int64)]
    for more in _met(postings, holders, cap, len(ids)):
        waiting.append(more)
        if sum(map(len, waiting)) > _AT_ONCE:
            met, waiting = _each_once([met, *waiting]), []
    lefts, rights = np.divmod(_each_once([met, *waiting]), max(1, len(ids)))
    return [(ids[left], ids[right]) for left, right in zip(lefts.tolist(), rights.tolist(), strict=True)]


def _each_once(parts: list[Numbers]) -> Numbers:
    """The different numbers, sorted."""
    together = np.sort(np.concatenate(parts))
    return together[_new(together)]


def _new(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before."""
    return np.concatenate((np.ones(min(1, len(values)), dtype=np.bool_), np.asarray(values[1:] != values[:-1])))


def _met(postings: Keys, holders: Numbers, cap: int, count: int) -> Iterator[Numbers]:
    """Pairs of holders of one key, as left * count + right; keys with the same number of holders go together."""
    order = np.lexsort((holders, postings))
    postings, holders = postings[order], holders[order]
    once = _new(postings) | _new(holders)
    postings, holders = postings[once], holders[once]
    starts = np.flatnonzero(_new(postings))
    sizes = np.diff(starts, append=len(postings))
    for size in np.unique(sizes[(sizes > 1) & (sizes <= cap)]).tolist():
        lefts, rights = np.triu_indices(size, 1)
        groups = starts[sizes == size]
        for some in np.array_split(groups, -(-len(groups) * len(lefts) // _AT_ONCE)):
            yield (holders[some[:, None] + lefts] * count + holders[some[:, None] + rights]).ravel()
