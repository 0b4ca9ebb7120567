"""Scores against yes and no: area under the ROC curve, and recall where false alarms or mistakes are capped.

`positive` and `scores` run in parallel, as sequences or, faster, as arrays; a higher score means more surely positive.
A threshold calls everything positive whose score reaches it, so that equal scores are called alike: thresholds lie
between distinct scores only, and there is always one above all scores. ValueError is raised if the lengths differ or a
score is not a number. O(n log n).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["recall_at_false_positive_rate", "recall_at_precision", "roc_auc"]

Flags: TypeAlias = Sequence[bool] | NDArray[np.bool_]
Scores: TypeAlias = Sequence[float] | NDArray[np.float64]
Counts: TypeAlias = NDArray[np.int64]


def roc_auc(positive: Flags, scores: Scores) -> float:
    """Return the chance that a positive outscores a negative, a tie counting half (Hanley & McNeil 1982).

    .5 where one of the two classes is missing: nothing tells the ranking from chance.
    """
    true, false = _called(positive, scores)
    if not true[-1] or not false[-1]:
        return 0.5
    # The area of the trapezoids between thresholds: over a tie the curve runs straight, which counts it half.
    twice = np.sum(np.diff(false) * (true[1:] + true[:-1]))
    return float(twice / (2 * true[-1] * false[-1]))


def recall_at_false_positive_rate(positive: Flags, scores: Scores, rate: float) -> float:
    """Return the best recall at a threshold that calls at most this share of the negatives (Fawcett 2006).

    No interpolation between thresholds. 0 without positives; without negatives any threshold will do.
    """
    true, false = _called(positive, scores)
    allowed = false / max(1, false[-1]) <= rate
    return _best_recall(true, allowed)


def recall_at_precision(positive: Flags, scores: Scores, precision: float) -> float:
    """Return the best recall at a threshold whose calls are right at least this often (Davis & Goadrich 2006).

    No interpolation between thresholds. 0 if no threshold is so precise, and without positives.
    """
    true, false = _called(positive, scores)
    allowed = true / np.maximum(1, true + false) >= precision
    return _best_recall(true, allowed)


def _called(positive: Flags, scores: Scores) -> tuple[Counts, Counts]:
    """Count the true and the false calls at each threshold, from above all scores down to the lowest."""
    yes, values = np.asarray(positive, dtype=bool), np.asarray(scores, dtype=float)
    if yes.shape != values.shape or yes.ndim != 1:
        raise ValueError(f"{len(positive)} labels for {len(scores)} scores")
    if np.isnan(values).any():
        raise ValueError("a score is not a number")
    order = np.argsort(-values, kind="stable")
    falling = values[order]
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True))[: values.size]  # of each run of equal scores
    true = np.concatenate(([0], np.cumsum(yes[order], dtype=np.int64)[last]))
    false = np.concatenate(([0], np.cumsum(~yes[order], dtype=np.int64)[last]))
    return true, false


def _best_recall(true: Counts, allowed: NDArray[np.bool_]) -> float:
    best = int(true[allowed].max(initial=0))
    return best / int(true[-1]) if true[-1] else 0.0
