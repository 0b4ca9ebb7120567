"""Fits what the clues of an alteration are worth, and prints the table for `headwater/findings/alterations/weights.py`.

python training/alterations/fit.py [../shared/data]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from rows import Row, of_pairs, of_stories
from scipy.optimize import minimize

__all__ = ["fit", "printed"]

_STORIES: Final = range(1_000_100, 1_000_220)
_HELD_OUT: Final = range(1_000_220, 1_000_260)
_PRIOR: Final = 1.0  # nats; how far a clue strays from the mean of all
_BY_HAND: Final = {
    "gender of an office": 2.0,
    "no such place": 2.0,
    "part in the event": 1.0,
    "descriptions exchanged": 1.0,
    "set phrase broken": 1.0,
    "common phrase broken": 0.8,
}
"""Clues that the rows show hardly ever, or only in forms that the scribe's desks have of their own (see the card)."""
_MAY_DIFFER: Final = frozenset({"number", "date", "name exchanged", "negation on one side"})
"""Clues in which news sentences that people called the same do differ: they tell nothing of harmless edits."""


def fit(rows: Sequence[Row]) -> tuple[dict[str, float], dict[str, float]]:
    """Clues and circumstances with their weights: logistic regression, clues drawn to their common mean."""
    clues = sorted({row.clue for row in rows})
    names = sorted({name for row in rows for name in row.values})
    matrix = np.array([_vector(row, clues, names) for row in rows])
    truth = np.array([1.0 if row.harmful else -1.0 for row in rows])
    weight = np.array([row.weight for row in rows])
    free = np.array([0.0] + [1.0] * (len(clues) + len(names)))

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        margin = truth * (matrix @ point)
        pull = -truth * weight / (1 + np.exp(np.clip(margin, -50, 50)))
        value = float((weight * np.logaddexp(0, -margin)).sum() + (free * point**2).sum() / (2 * _PRIOR**2))
        return value, matrix.T @ pull + free * point / _PRIOR**2

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    base, of_clues, of_names = found[0], found[1 : 1 + len(clues)], found[1 + len(clues) :]
    return (
        {clue: round(float(base + value), 2) for clue, value in zip(clues, of_clues, strict=True)},
        {name: round(float(value), 2) for name, value in zip(names, of_names, strict=True)},
    )


def _vector(row: Row, clues: Sequence[str], names: Sequence[str]) -> list[float]:
    return [1.0, *(float(row.clue == clue) for clue in clues), *(row.values.get(name, 0.0) for name in names)]


def printed(rows: Sequence[Row], table: tuple[dict[str, float], dict[str, float]]) -> None:
    """The table with how many differences of each clue were harmful, then the circumstances."""
    clues, circumstances = table
    for clue, value in clues.items():
        harmful = sum(row.harmful for row in rows if row.clue == clue)
        print(f'    "{clue}": {value},  # {harmful} of {sum(row.clue == clue for row in rows)}')  # noqa: T201  # the result
    for name, value in circumstances.items():
        print(f'    "{name}": {value},')  # noqa: T201  # the result


def judged(rows: Sequence[Row], table: tuple[dict[str, float], dict[str, float]]) -> str:
    """Precision and recall at even odds."""
    clues, circumstances = table
    raised = [
        row
        for row in rows
        if clues.get(row.clue, 0.0) + sum(circumstances.get(n, 0.0) * v for n, v in row.values.items()) >= 0
    ]
    right, harmful = sum(row.harmful for row in raised), sum(row.harmful for row in rows)
    return f"precision {right / max(1, len(raised)):.3f}, recall {right / max(1, harmful):.3f} of {harmful}"


def balanced(rows: Sequence[Row]) -> list[Row]:
    """The rows weighed so that harmful and harmless ones count alike."""
    share = sum(row.harmful for row in rows) / len(rows)
    return [row._replace(weight=row.weight / 2 / (share if row.harmful else 1 - share)) for row in rows]


def main() -> None:
    """Fit and print."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    rewrites = balanced(list(of_pairs(data / "mutations" / "rewrites.jsonl", 0.25)))
    news = of_pairs(data / "pairs" / "mrpc.jsonl", 0.5, board=600, most=900)
    rows = [*of_stories(_STORIES), *rewrites, *(row for row in news if row.clue not in _MAY_DIFFER)]
    clues, circumstances = fit(rows)
    printed(rows, (clues | _BY_HAND, circumstances))
    print(f"held out: {judged(list(of_stories(_HELD_OUT)), (clues | _BY_HAND, circumstances))}")  # noqa: T201  # the result


if __name__ == "__main__":
    main()
