"""Fits the weights of `headwater.stories.weights`, on all sets and with each set held out; prints and writes them.

    PYTHONPATH=.:training/stories python training/stories/fit.py DATA training/stories/weights.json

DATA is the folder of the labelled sets. Every step is deterministic. README.md says what the numbers mean.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt
from quality.scoring.clusters import bcubed
from rows import SETS, Pairs, pairs_of, read_set
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from headwater.stories.judging import MOST, STRANGERS
from headwater.stories.likeness import MEASURES
from headwater.stories.linkage import linked
from headwater.stories.nearness import NEARNESS
from headwater.stories.weights import Weights

__all__ = ["main"]

PENALTY: Final = 0.02  # scikit-learn's C
NEGATIVES: Final = 1 / 30  # weight of a pair of two stories; a pair of one weighs as one of its article's pairs
BASES: Final = np.arange(-2.0, 2.5, 0.5)  # nats by which the fitted base rate may be lowered
ONLY_FITTED: Final = {"ecbplus"}  # no headlines, no days: it says nothing on where a stream's threshold should be

Sets = Mapping[str, Sequence[Pairs]]


def main(data: str, out: str) -> None:
    """Fit, write and tell."""
    sets = {
        name: [pairs_of(read_set(Path(data) / file, field)) for file, field in files] for name, files in SETS.items()
    }
    fitted = {"shipped": _both(sets)}
    for held in sorted(sets.keys() - ONLY_FITTED):
        fitted[held] = _both({name: files for name, files in sets.items() if name != held})
        print(f"{held} held out: {_told(sets[held], fitted[held])}")  # noqa: T201  # the result
    Path(out).write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(fitted.items())))) + b"\n")
    for name in sorted(sets):
        print(f"{name}, all fitted: {_told(sets[name], fitted['shipped'])}")  # noqa: T201  # the result


def _told(files: Sequence[Pairs], weights: Weights) -> str:
    near = weights.near or weights
    return f"{_score(files, near, 0.0):.3f}, without nearness {_score(files, weights, 0.0):.3f}"


def _both(sets: Sets) -> Weights:
    """The weights without nearness in meaning, and within them those with it."""
    return msgspec.structs.replace(_fitted(sets, MEASURES), near=_fitted(sets, (*MEASURES, NEARNESS)))


def _fitted(sets: Sets, names: Sequence[str]) -> Weights:
    """Weights of these measures, which are the first columns.

    Logistic regression, then the base rate under which the sets are clustered best on average.
    """
    measures = np.concatenate([one.measures[:, : len(names)] for files in sets.values() for one in files])
    same = np.concatenate([one.same for files in sets.values() for one in files])
    worth = np.concatenate([_weighed(one) for files in sets.values() for one in files])
    scaler = StandardScaler().fit(measures)
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    model.fit(scaler.transform(measures), same, worth * len(worth) / worth.sum())
    nats = model.coef_[0] / scaler.scale_
    base = float(model.intercept_[0] - nats @ scaler.mean_)
    weights = Weights(base, {name: round(float(value), 3) for name, value in zip(names, nats, strict=True)})
    judged = [files for name, files in sets.items() if name not in ONLY_FITTED]
    best = max(BASES, key=lambda lower: np.mean([_score(files, weights, lower) for files in judged]))
    return Weights(round(base - float(best), 3), weights.worth)


def _weighed(one: Pairs) -> npt.NDArray[np.float64]:
    """What each pair weighs: stories count alike whatever their size, and files by the root of theirs."""
    sizes = Counter(one.stories)
    size = np.array([sizes[story] for story in one.stories], dtype=np.float64)
    of_pair = np.sqrt(size[one.pairs[:, 0]] * size[one.pairs[:, 1]])
    worth = np.where(one.same, 1 / of_pair, NEGATIVES)
    return np.asarray(worth / worth.sum() * np.sqrt(len(one.stories)))


def _score(files: Sequence[Pairs], weights: Weights, lower: float) -> float:
    """B-cubed F1 of the files together, clustered as a repair does it."""
    gold: dict[tuple[int, int], str] = {}
    found: dict[tuple[int, int], int] = {}
    for number, one in enumerate(files):
        gold.update({(number, at): f"{number} {story}" for at, story in enumerate(one.stories)})
        for group, nodes in enumerate(_clustered(one, weights, lower)):
            found.update({(number, at): number * len(gold) + group for at in nodes})
    return bcubed(gold, {key: str((key[0], found[key])) for key in gold}).f1


def _clustered(one: Pairs, weights: Weights, lower: float) -> list[frozenset[int]]:
    worth = np.array([weights.worth.get(name, 0.0) for name in (*MEASURES, NEARNESS)])
    scores = np.clip(one.measures @ worth + weights.base_rate - lower, STRANGERS, MOST)
    near = scores > STRANGERS
    pairs = {(int(a), int(b)): float(s) for (a, b), s in zip(one.pairs[near], scores[near], strict=True)}
    alone = [frozenset({at}) for at in range(len(one.stories))]
    return linked(alone, pairs, STRANGERS, lambda one, other: False)


if __name__ == "__main__":
    main(*sys.argv[1:])
