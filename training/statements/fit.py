"""Fits the chance that two claims assert the same: the weights in `claims/likeness.py`.

    PYTHONPATH=.:training/statements python training/statements/fit.py ../shared/data

It reads and prints for some five minutes. Maximum likelihood with an L2 penalty of 1; each measure may only speak
for or against, as its name says. What the rows cannot show is set by hand (`BY_HAND`): such weights
are at least as strong.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rows import Row, ecbplus_rows, mrpc_rows, scribe_rows
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from headwater.claims.likeness import BASE_RATE
from headwater.claims.measures import MEASURES

Floats = npt.NDArray[np.float64]

BY_HAND = {
    "event word met nowhere": -0.4,
    "event words opposed": -3.0,
    "other class of event": -2.0,
    "somebody else says so": -2.5,
    "roles exchanged": -3.0,
    "other agent by noun": -0.5,
    "other patient by noun": -2.0,
    "other agent by name": -1.5,
    "other patient by name": -3.0,
    "other place by name": -1.5,
    "other days": -2.0,
}
AGAINST = {*BY_HAND, "few words", "no name shared", "one is an opinion", "one is told by a noun", "other speaker"} | {
    name for name in MEASURES if name.startswith("other ")
}


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


def main(data: Path) -> None:
    """Print the table and, on ECB+ by topic, how well it tells."""
    marked, others = list(ecbplus_rows(data)), [*scribe_rows(), *mrpc_rows(data)]
    odds, same = _by_topic(marked, others), [row.same for row in marked]
    weights = [row.weight for row in marked]
    precision = average_precision_score(same, odds, sample_weight=weights)
    sys.stdout.write(f"{len(marked)} and {len(others)} rows; by topic: average precision {precision:.3f}, ")
    sys.stdout.write(f"AUC {roc_auc_score(same, odds, sample_weight=weights):.3f}\n")
    table = dict(zip(itertools.chain([BASE_RATE], MEASURES), learn([*marked, *others]).round(2), strict=True))
    for name, found in table.items():
        sys.stdout.write(f"{name}: {min(found, BY_HAND.get(name, found))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
