"""Fits the chance that two claims assert the same: the weights in `claims/likeness.py`.

    PYTHONPATH=.:training/statements python training/statements/fit.py ../shared/data

It takes about a minute of CPU where the sentences are parsed already. Maximum likelihood with an L2 penalty of 1; each
measure may only speak for or against, as its name says. No weight is set by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rows import Row, ecbplus_rows, mrpc_rows, scribe_rows
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from headwater.claims.likeness import BASE_RATE, WEIGHTS
from headwater.claims.measures import MEASURES

Floats = npt.NDArray[np.float64]

_BINS = 10

AGAINST = {
    "event word met nowhere",
    "event words opposed",
    "roles exchanged",
    "somebody else says so",
    "few words",
    "no name shared",
    "one is an opinion",
    "one is told by a noun",
    "other speaker",
} | {name for name in MEASURES if name.startswith("other ")}


def learn(rows: Sequence[Row]) -> Floats:
    """The weights, that of the base rate first."""
    values, weights = np.array([row.values for row in rows]), np.array([row.weight for row in rows])
    signs = np.array([-1.0 if row.same else 1.0 for row in rows])

    def loss(table: Floats) -> tuple[float, Floats]:
        odds = table[0] + values @ table[1:]
        wrong = weights / (1 + np.exp(-signs * odds)) * signs
        slope = np.concatenate(([wrong.sum()], values.T @ wrong + table[1:]))
        return float(weights @ np.logaddexp(0, signs * odds) + table[1:] @ table[1:] / 2), slope

    free = [(None, None), *((None, 0.0) if name in AGAINST else (0.0, None) for name in MEASURES)]
    found: Floats = minimize(loss, np.zeros(len(free)), jac=True, method="L-BFGS-B", bounds=free).x
    return found


def _odds(rows: Sequence[Row], table: Floats) -> Floats:
    odds: Floats = table[0] + np.array([row.values for row in rows]) @ table[1:]
    return odds


def _by_topic(rows: Sequence[Row], others: Sequence[Row]) -> Floats:
    """The log odds of each row by weights fitted without its group; `others` are always in."""
    odds = np.zeros(len(rows))
    for train, test in GroupKFold(8).split(rows, groups=[row.group for row in rows]):
        odds[test] = _odds([rows[n] for n in test], learn([*(rows[n] for n in train), *others]))
    return odds


def _told(odds: Floats, rows: Sequence[Row]) -> str:
    """How well log odds tell the rows that are the same, and how far the chances are off."""
    same, weights = np.array([row.same for row in rows]), np.array([row.weight for row in rows])
    precision = average_precision_score(same, odds, sample_weight=weights)
    area = roc_auc_score(same, odds, sample_weight=weights)
    off = miscalibration(1 / (1 + np.exp(-odds)), same, weights)
    return f"average precision {precision:.3f}, AUC {area:.3f}, expected calibration error {off:.3f}"


def miscalibration(chances: Floats, same: npt.NDArray[np.bool_], weights: Floats) -> float:
    """Expected calibration error (Naeini et al. 2015): the mean gap between chance and share over ten equal bins."""
    bins = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    gaps = (abs(float(weights[bins == n] @ (chances - same)[bins == n])) for n in range(_BINS))
    return sum(gaps) / float(weights.sum())


def main(data: Path) -> None:
    """Print the table and, on ECB+, how well it tells by topics left out, beside the table in use."""
    marked, others = list(ecbplus_rows(data)), [*scribe_rows(), *mrpc_rows(data)]
    sys.stdout.write(f"{len(marked)} rows of ECB+, {len(others)} others\n")
    sys.stdout.write(f"fitted, topics left out: {_told(_by_topic(marked, others), marked)}\n")
    in_use = np.array([WEIGHTS.get(name, 0.0) for name in (BASE_RATE, *MEASURES)])
    sys.stdout.write(f"the table in use: {_told(_odds(marked, in_use), marked)}\n")
    for name, found in zip((BASE_RATE, *MEASURES), learn([*marked, *others]).round(2), strict=True):
        sys.stdout.write(f"{name}: {found} (in use: {WEIGHTS.get(name, 0.0)})\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
