"""Fits the tagger of attributions and writes its weights.

    PYTHONPATH=. python training/quotes/train.py ../shared/data src/headwater/data/attribution.npz

Reads attributions/polnear.jsonl below the folder; of its rows only those that the scoreboard does not score. The same
rows give the same bytes. With `--check` nothing is written: the rows are fitted in folds and the folds left out are
scored as the scoreboard scores. README.md beside this script tells about the data and what came out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt
from quality.scoring.tally import total
from quality.trials.quotes import Compared, attributions_of, compare
from training.quotes.examples import Example, Row, documents_of, example_of, training_rows
from training.quotes.fitting import Chains, Pace, fit_chain, fit_cues

from headwater.models.attribution.chain import CHAIN_BITS
from headwater.models.attribution.cues import CUE_BITS
from headwater.models.attribution.labelling import FOLLOWS
from headwater.models.attribution.tagger import LinearTagger
from headwater.models.attribution.weights import Weights, written
from headwater.quotes import find_quotes
from headwater.types import Document

__all__ = ["fit", "main"]

SCALE = 32  # steps of a weight in a nat
USUAL, UNUSUAL = 0.33, 0.5
CUE_PACE, CHAIN_PACE = Pace(0.05, 4), Pace(0.015, 16)
FOLDS = 3
SEED = 1


class Fold(NamedTuple):
    """Rows left out of a fit."""

    kept: list[int]
    left_out: list[int]


def fit(examples: Sequence[Example]) -> Weights:
    """The weights for a set of articles; the same for the same articles in the same order."""
    return Weights(
        cues=_whole(_fit_cues(examples)),
        chain=_whole((chain := _fit_chain(examples))[0]),
        moves=np.round(chain[1][:, :-1] * SCALE).astype(np.int32),
        scale=SCALE,
        usual=USUAL,
        unusual=UNUSUAL,
    )


def _whole(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    return np.clip(np.round(weights * SCALE), -127, 127).astype(np.int8)


def _fit_cues(examples: Sequence[Example]) -> npt.NDArray[np.float32]:
    rows = np.concatenate([example.cue_rows for example in examples])
    labels = np.concatenate([example.cue_labels for example in examples])
    order = np.random.RandomState(SEED).permutation(len(labels))
    found: npt.NDArray[np.float32] = fit_cues(rows, labels, order, 1 << CUE_BITS, CUE_PACE)
    return found


def _fit_chain(examples: Sequence[Example]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
    with_cues = [example for example in examples if example.sizes]
    rows = np.concatenate([example.chain_rows for example in with_cues])
    labels = np.concatenate([example.chain_labels for example in with_cues])
    starts = np.r_[0, np.cumsum([size for example in with_cues for size in example.sizes])]
    order = np.random.RandomState(SEED).permutation(len(starts) - 1)
    chains = Chains(rows, labels, starts.astype(np.int64))
    found: tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]] = fit_chain(
        chains, order, 1 << CHAIN_BITS, FOLLOWS, CHAIN_PACE
    )
    return found


def folds(rows: Sequence[Row]) -> Iterator[Fold]:
    """The rows in folds by the crc32 of their ids."""
    numbers = [crc32(row.id[::-1].encode()) % FOLDS for row in rows]
    for fold in range(FOLDS):
        kept = [place for place, number in enumerate(numbers) if number != fold]
        yield Fold(kept, [place for place, number in enumerate(numbers) if number == fold])


def check(rows: Sequence[Row], documents: Sequence[Document], examples: Sequence[Example]) -> Iterator[str]:
    """The scoreboard's figures on the folds left out, together."""
    fitted = [(fold, fit([examples[place] for place in fold.kept])) for fold in folds(rows)]
    units = [
        compare(rows[place].text, rows[place].attributions, attributions_of(find_quotes(documents[place], (), tagger)))
        for fold, weights in fitted
        for tagger in [LinearTagger(weights)]
        for place in fold.left_out
    ]
    yield _scores(units)


def _scores(units: Sequence[Compared]) -> str:
    parts = ("words", "contents", "sources", "cues")
    scores = {part: total(getattr(unit, part) for unit in units).score for part in parts}
    direct = total(unit.direct for unit in units)
    told = [f"{part} {one.f1:.4f} ({one.precision:.3f}, {one.recall:.3f})" for part, one in scores.items()]
    return f"{', '.join(told)}, direct {direct.found / direct.gold:.4f}"


def main(data: Path, target: Path, *, only_check: bool) -> None:
    """Fits and writes, or checks."""
    rows = training_rows(data)
    documents = list(documents_of(rows))
    examples = [example_of(row, document) for row, document in zip(rows, documents, strict=True)]
    if only_check:
        for line in check(rows, documents, examples):
            print(line, flush=True)  # noqa: T201  # what the script is for
    else:
        target.write_bytes(written(fit(examples)))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=Path)
    arguments.add_argument("target", type=Path)
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    main(given.data, given.target, only_check=given.check)
