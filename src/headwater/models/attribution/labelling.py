"""The best sequence of labels under each cue (Viterbi 1967), for all cues of a document at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.models.attribution.chain import LABELS
from headwater.models.attribution.columns import Numbers

__all__ = ["FOLLOWS", "best_labels"]

_NEVER: Final = -(1 << 24)


def _follows() -> npt.NDArray[np.bool_]:
    """Which label may stand after which; the last row is the start, the last column the end."""
    size = len(LABELS)
    allowed = np.zeros((size + 1, size + 1), np.bool_)
    kinds = (*LABELS, "")
    for one, left in enumerate(kinds):
        for two, right in enumerate(kinds):
            inside = left.endswith(("B", "I"))
            goes_on = inside and right[:1] == left[:1] and right.endswith(("I", "E"))
            opens = not inside and not right.endswith("I") and (not left[:-1] or left[:1] != right[:1])
            allowed[one, two] = goes_on or (opens and (left, right) != ("", ""))
    return allowed


FOLLOWS: Final = _follows()
"""FOLLOWS[a, b]: label b may stand after a. A span is B I* E or, of one token, E; spans of a kind never touch."""


def best_labels(scores: npt.NDArray[np.int32], sizes: Sequence[int], moves: npt.NDArray[np.int32]) -> Numbers:
    """The best allowed labels of sequences that stand one after the other.

    `scores` has a row for each token, `sizes` tells how many tokens each sequence has (at least one), `moves` what it
    scores to go from a label, or from the start (last row), to a label.
    """
    ends = np.cumsum(sizes)
    starts = ends - np.array(sizes)
    steps = np.where(FOLLOWS[:, :-1], moves, _NEVER)
    best = scores[starts] + steps[-1]
    longest = int(max(sizes))
    back = np.zeros((longest, len(sizes), len(LABELS)), np.int64)
    for place in range(1, longest):
        open_ = starts + place < ends
        ways = best[:, :, None] + steps[None, :-1]
        back[place] = ways.argmax(axis=1)
        going = ways.max(axis=1) + scores[np.minimum(starts + place, len(scores) - 1)]
        best = np.where(open_[:, None], going, best)
    last = np.where(FOLLOWS[:-1, -1], best, _NEVER * 4).argmax(axis=1)
    return _traced(back, last, starts, ends)


def _traced(back: Numbers, last: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    labels = np.zeros(int(ends[-1]), np.int64)
    now, every = last, np.arange(len(starts))
    for place in range(len(back) - 1, -1, -1):
        held = starts + place < ends
        labels[(starts + place)[held]] = now[held]
        if place:
            now = np.where(held, back[place, every, now], now)
    return labels
