"""Logistic regression with weights at or above zero, cross-validated so that no line is in both halves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from headwater.derivations.verdicts import BASE_RATE

__all__ = ["Rows", "across_lines", "fit", "joined"]

Floats = npt.NDArray[np.float64]

_PENALTY: Final = 1.0  # L2, as if one even observation stood against each weight


class Rows:
    """Observations: variables by name, what happened, the weight of each, and the two lines it lies in."""

    def __init__(
        self, names: Sequence[str], values: Floats, happened: Floats, weights: Floats, lines: Sequence[tuple[str, str]]
    ) -> None:
        self.names, self.values, self.happened, self.weights, self.lines = names, values, happened, weights, lines

    def only(self, chosen: npt.NDArray[np.bool_]) -> Rows:
        """The rows that are chosen."""
        lines = [pair for pair, kept in zip(self.lines, chosen, strict=True) if kept]
        return Rows(self.names, self.values[chosen], self.happened[chosen], self.weights[chosen], lines)

    def log_odds(self, table: dict[str, float]) -> Floats:
        """What a table of weights makes of each row."""
        return table[BASE_RATE] + self.values @ np.array([table[name] for name in self.names])


def fit(rows: Rows, known: Mapping[str, float] | None = None) -> dict[str, float]:
    """The weights that make what happened likeliest; those that are `known` stay as they are."""
    fixed = known or {}
    signs = np.where(rows.happened > 0, -1.0, 1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = weights[0] + rows.values @ weights[1:]
        wrong = rows.weights / (1 + np.exp(-signs * odds)) * signs
        slope = np.concatenate(([wrong.sum()], rows.values.T @ wrong + _PENALTY * weights[1:]))
        return float(rows.weights @ np.logaddexp(0, signs * odds) + _PENALTY / 2 * weights[1:] @ weights[1:]), slope

    start = np.array([fixed.get(name, 0.0) for name in (BASE_RATE, *rows.names)])
    free = [(None, None), *[(0.0, None)] * len(rows.names)]
    bounds = [
        (fixed[name], fixed[name]) if name in fixed else each
        for name, each in zip((BASE_RATE, *rows.names), free, strict=True)
    ]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return {BASE_RATE: round(float(found[0]), 2)} | {
        name: round(float(weight), 2) for name, weight in zip(rows.names, found[1:], strict=True)
    }


def across_lines(
    rows: Rows, also: Rows | None = None, folds: int = 5, seed: int = 0, learn: Callable[[Rows], dict[str, float]] = fit
) -> Floats:
    """The log-odds of each row by weights fitted without any pair of either of its two lines; `also` is always in."""
    random = Random(seed)  # noqa: S311  # chance for statistics, not for secrets
    fold_of = {line: random.randrange(folds) for line in sorted({line for pair in rows.lines for line in pair})}
    held = np.array([sorted(fold_of[line] for line in pair) for pair in rows.lines])
    odds = np.zeros(len(held))
    for one in range(folds):
        for other in range(one, folds):
            test = (held[:, 0] == one) & (held[:, 1] == other)
            train = rows.only(~np.isin(held, (one, other)).any(axis=1))
            if test.any():
                odds[test] = rows.only(test).log_odds(learn(train if also is None else joined(train, also)))
    return odds


def joined(one: Rows, other: Rows) -> Rows:
    """All rows of both."""
    return Rows(
        one.names,
        np.vstack((one.values, other.values)),
        np.concatenate((one.happened, other.happened)),
        np.concatenate((one.weights, other.weights)),
        [*one.lines, *other.lines],
    )
