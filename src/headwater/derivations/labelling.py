"""The likeliest labels of a text's sentences, where neighbours tend to have one label (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["label"]

Floats = npt.NDArray[np.float64]


def label(emissions: Floats, prior: Sequence[float], switch: float) -> tuple[int, ...]:
    """The label of each row of `emissions`, so that the sum of all scores is the largest there is.

    `emissions[i, k]` is what speaks for label k in place i, `prior[k]` what speaks for it before anything was read,
    `switch` what it costs to change from one place to the next; all in nats. Of equal labellings the one with the
    smaller labels is taken.
    """
    places, labels = emissions.shape
    if not places:
        return ()
    cost = switch * (1 - np.eye(labels))
    score, back = np.asarray(prior, dtype=np.float64) + emissions[0], np.zeros((places, labels), dtype=np.int64)
    for place in range(1, places):
        reached = score[:, None] - cost
        back[place] = reached.argmax(axis=0)
        score = reached.max(axis=0) + emissions[place]
    path = [int(score.argmax())]
    for place in range(places - 1, 0, -1):
        path.append(int(back[place, path[-1]]))
    return tuple(reversed(path))
