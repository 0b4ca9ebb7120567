"""Fits the weights of `headwater.text.rewording` and prints them as the table in its `weights.py`.

    PYTHONPATH=. python training/rewording/train.py ../shared/data

Reads pairs/mrpc.jsonl and pairs/pan.jsonl below the folder. The rows that the scoreboard measures on are never looked
at: neither they nor any row with a sentence of theirs is trained on. The same rows give the same table. README.md
beside this script tells about the data and what came out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from quality.board.trial import spread
from scipy.optimize import minimize
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from headwater.testing.reading import read_texts
from headwater.text.rewording import BASE_RATE, rewording_features
from headwater.types import Document, Span

__all__ = ["Rows", "check", "fit", "measured", "table", "training_rows"]

BOARD = {"mrpc": 1500, "pan": 1000}  # rows that quality/trials/rewriting.py measures on
WORTH = {"mrpc": 1.0, "pan": 0.3}  # of a row: PAN is easier and farther from the news
PENALTY = 10.0  # on the squares of the weights of standardised variables; 2 to 40 come out alike
FOLDS, TIMES = 10, 3

# Which way a variable may speak, fixed beforehand: a weight of the other sign would be the model's correction of
# another weight, and no reader could follow it. What is in no set may speak either way.
FOR = {
    "words in both",
    "letters in both",
    "said in other words",
    "nouns exchanged",
    "verbs exchanged",
    "small words exchanged",
    "units exchanged",
    "ends exchanged",
}
EITHER = {"names in both", "moved words", "scattered words"}


class Pair(msgspec.Struct, frozen=True):
    """Two texts; `label` is 1 where the one rewords the other."""

    a: str
    b: str
    label: int


class Rows(NamedTuple):
    """Variables, labels and worth of rows, and the set each is of."""

    names: tuple[str, ...]
    values: np.ndarray
    labels: np.ndarray
    worth: np.ndarray
    sets: np.ndarray

    def of(self, places: np.ndarray) -> Rows:
        """Some of the rows."""
        return Rows(self.names, self.values[places], self.labels[places], self.worth[places], self.sets[places])


def training_rows(data: Path, name: str) -> list[Pair]:
    """The rows of a set that the scoreboard does not measure on and that share no sentence with those it does."""
    with (data / "pairs" / f"{name}.jsonl").open("rb") as lines:
        rows = [msgspec.json.decode(line, type=Pair) for line in lines]
    board = set(spread(range(len(rows)), BOARD[name]))
    seen = {text for place in board for text in (rows[place].a, rows[place].b)}
    kept = [place for place, row in enumerate(rows) if place not in board and not {row.a, row.b} & seen]
    if not board.isdisjoint(kept):
        raise ValueError(f"{name}: a measured row among the training rows")
    return [rows[place] for place in kept]


def measured(data: Path) -> Rows:
    """The training rows of all sets, read and measured."""
    found = [(name, row) for name in BOARD for row in training_rows(data, name)]
    features = [rewording_features(*_whole(row.a), *_whole(row.b)) for _, row in found]
    return Rows(
        names=tuple(feature.name for feature in features[0]),
        values=np.array([[feature.value for feature in row] for row in features]),
        labels=np.array([float(row.label) for _, row in found]),
        worth=np.array([WORTH[name] for name, _ in found]),
        sets=np.array([name for name, _ in found]),
    )


def _whole(text: str) -> tuple[Document, Span]:
    (document,) = read_texts({"text": text})
    return document, Span("text", 0, len(text))


def fit(rows: Rows) -> np.ndarray:
    """The base rate and the weights, by logistic regression with a penalty on squares and the signs given above."""
    mean, spread_out = rows.values.mean(axis=0), rows.values.std(axis=0) + 1e-9
    variables = np.c_[np.ones(len(rows.values)), (rows.values - mean) / spread_out]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = variables @ weights
        lost = (rows.worth * (np.logaddexp(0, odds) - rows.labels * odds)).sum() + PENALTY / 2 * (
            weights[1:] ** 2
        ).sum()
        slope = variables.T @ (rows.worth * (1 / (1 + np.exp(-odds)) - rows.labels))
        return lost, slope + PENALTY * np.r_[0, weights[1:]]

    bounds = [(None, None), *map(_bounds, rows.names)]
    found = minimize(loss, np.zeros(variables.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B", tol=1e-10).x
    weights = found[1:] / spread_out
    return np.r_[found[0] - weights @ mean, weights]


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in EITHER:
        return None, None
    return (0.0, None) if name in FOR else (None, 0.0)


def check(rows: Rows) -> Iterator[str]:
    """Quality on rows that were left out in turn: accuracy, F1 and how far the stated chances are off."""
    strata = [f"{name}{label}" for name, label in zip(rows.sets, rows.labels, strict=True)]
    runs = [_left_out(rows, strata, seed) for seed in range(TIMES)]
    for name in BOARD:
        here = rows.sets == name
        accuracy = np.mean([((odds > 0) == rows.labels)[here].mean() for odds in runs])
        f1 = np.mean([f1_score(rows.labels[here], odds[here] > 0) for odds in runs])
        off = np.mean([_off(odds[here], rows.labels[here]) for odds in runs])
        yield f"{name}: {here.sum()} rows, accuracy {accuracy:.3f}, F1 {f1:.3f}, calibration error {off:.3f}"


def _left_out(rows: Rows, strata: Sequence[str], seed: int) -> np.ndarray:
    odds = np.zeros(len(rows.labels))
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(rows.values, strata):
        weights = fit(rows.of(train))
        odds[test] = weights[0] + rows.values[test] @ weights[1:]
    return odds


def _off(odds: np.ndarray, labels: np.ndarray) -> float:
    """Expected calibration error over ten equal groups of rising odds."""
    groups = np.array_split(np.argsort(odds, kind="stable"), 10)
    stated = 1 / (1 + np.exp(-odds))
    return float(sum(len(group) * abs(stated[group].mean() - labels[group].mean()) for group in groups) / len(odds))


def table(names: Sequence[str], weights: np.ndarray) -> str:
    """The weights as the lines of a Python table."""
    return "\n".join(f'    "{name}": {weight:.3f},' for name, weight in zip((BASE_RATE, *names), weights, strict=True))


def main(data: Path) -> None:
    """Measures the rows, reports on them and prints the table."""
    rows = measured(data)
    print(*check(rows), table(rows.names, fit(rows)), sep="\n")  # noqa: T201  # what the script is for


if __name__ == "__main__":
    main(Path(sys.argv[1]))
