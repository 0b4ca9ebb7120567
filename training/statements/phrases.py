"""Fits how likely two phrases say the same by how near they are in meaning: the two numbers in `claims/phrases.py`.

    python training/statements/phrases.py ../shared/data

Phrases run from a noun to a headline, so two sets of them count alike, and in each those that say the same as much as
the others: mentions of one sub-topic of ECB+ (topics that the board does not score; the same where they are of one
chain), and pairs of headlines (STS; the same from a likeness of 3 on). It takes about two minutes.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from quality.board.trial import spread
from sklearn.linear_model import LogisticRegression

from headwater.models.minilm import load_embedder

_SCORED = 10  # topics on the board
_SHARE = 0.1  # of the pairs of ECB+ that are not the same
_LEAST_LIKE = 3.0  # of five, "roughly equivalent"

Pair = tuple[str, str, bool]


def main(data: Path) -> None:
    """Print the fit."""
    sets = [list(_mentions(data)), list(_headlines(data))]
    cosines = [_cosines(pairs) for pairs in sets]
    same = [np.array([each[2] for each in pairs]) for pairs in sets]
    weights = [np.where(each, 0.5 / each.mean(), 0.5 / (1 - each.mean())) / len(each) for each in same]
    fit = LogisticRegression(C=1e6)
    fit.fit(np.concatenate(cosines)[:, None], np.concatenate(same), sample_weight=np.concatenate(weights) * 1000)
    sys.stdout.write(f"{[len(each) for each in sets]} pairs: {fit.intercept_[0]:.2f} + {fit.coef_[0][0]:.2f} cosine\n")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _mentions(data: Path) -> Iterator[Pair]:
    rows, random = _rows(data / "ecbplus/ecbplus.jsonl"), Random(5)  # noqa: S311  # a sample, no secret
    scored = set(spread(sorted({row["topic"] for row in rows}), _SCORED))
    chains: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        for mention in (*row["entities"], *row["events"]) if row["topic"] not in scored else ():
            chains[row["subtopic"]][mention["text"]].add(mention["chain"])
    for found in chains.values():
        for one, other in itertools.combinations(sorted(found), 2):
            same = bool(found[one] & found[other])
            if one.casefold() != other.casefold() and (same or random.random() < _SHARE):
                yield one, other, same


def _headlines(data: Path) -> Iterator[Pair]:
    for row in _rows(data / "pairs/sts_headlines.jsonl"):
        yield row["a"], row["b"], float(row["label"]) >= _LEAST_LIKE


def _cosines(pairs: Sequence[Pair]) -> np.ndarray[Any, np.dtype[np.float64]]:
    texts = sorted({text for one, other, _ in pairs for text in (one, other)})
    vectors = dict(zip(texts, load_embedder().embed(texts), strict=True))
    return np.array([round(float(vectors[one] @ vectors[other]), 2) for one, other, _ in pairs])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
