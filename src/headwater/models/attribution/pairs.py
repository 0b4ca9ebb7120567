"""Cues paired with the words of their sentences, and the way through the tree from the one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers

__all__ = ["Pairs", "pairs_of"]

_REACH: Final = 80  # tokens from the cue that are looked at on each side
_DEEPEST: Final = 128  # steps from the root that are told apart: news has some 20, garbled text without stops thousands


class Pairs(NamedTuple):
    """Cue and token, for each cue all tokens of its sentence in order, and how the tree leads from one to the other."""

    cue: Numbers
    token: Numbers
    level: Numbers  # steps up from the cue to where the token's branch hangs
    branch: Numbers  # the token that the branch hangs by; the token itself where it is above the cue
    below: Numbers  # steps down from there to the token
    path: Codes  # relations on the way up, as one code
    sizes: tuple[int, ...]  # tokens of each cue


def pairs_of(columns: Columns, cues: Sequence[int]) -> Pairs:
    """Pair each cue with the tokens of its sentence, in the order given. There is at least one cue."""
    low = [max(int(columns.first[cue]), cue - _REACH) for cue in cues]
    high = [min(int(columns.last[cue]), cue + _REACH) for cue in cues]
    sizes = tuple(last - first for first, last in zip(low, high, strict=True))
    token = np.concatenate([np.arange(first, last) for first, last in zip(low, high, strict=True)])
    cue = np.repeat(np.array(cues, np.int64), sizes)
    ways = _ways_down(columns)
    shared = np.cumprod((ways[token] == ways[cue]) & (ways[token] >= 0), axis=1).sum(axis=1)  # ancestors of both
    branch = np.where(columns.depth[token] >= shared, ways[token, np.minimum(shared, ways.shape[1] - 1)], token)
    level = columns.depth[cue] - shared + 1
    paths, number = _paths(columns, cues, ways.shape[1]), np.repeat(np.arange(len(cues)), sizes)
    path = paths[number, np.minimum(level, ways.shape[1])]
    return Pairs(cue, token, level, branch, columns.depth[token] - columns.depth[branch], path, sizes)


def _ways_down(columns: Columns) -> Numbers:
    """For each token the tokens from its root down to itself, as far as told apart, -1 after it; (tokens, depths)."""
    tokens, deepest = np.arange(len(columns.head)), int(columns.depth.max())
    ways = np.full((len(tokens), min(deepest, _DEEPEST) + 1), -1, np.int64)
    here = tokens
    for step in range(deepest + 1):
        place = columns.depth - step
        held = (place >= 0) & (place <= _DEEPEST)
        ways[tokens[held], place[held]] = here[held]
        here = columns.head[here]
    return ways


def _paths(columns: Columns, cues: Sequence[int], steps: int) -> Codes:
    """The relations on the way up from each cue, as a code for each number of steps from none on; (cues, steps + 1)."""
    here = np.array(cues, np.int64)
    codes = [np.zeros(len(cues), np.uint64)]
    for _ in range(steps):
        codes.append(codes[-1] * np.uint64(31) + columns.dep[here])
        here = columns.head[here]
    return np.stack(codes, axis=1)
