"""Fits the weights of `headwater.checking` and prints them as the table in its `weights.py`.

    PYTHONPATH=. python training/checking/fit.py ../shared/data

Words are fitted on drafts of the scribe's (`SEEDS`) and on the development rows of SummEdits and BUMP below the folder,
claims on the scribe's drafts alone. The same rows give the same table. README.md beside this script tells about the
data and what came out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from quality.board.trial import spread
from quality.trials.checking_fit import Draft, Fitted, features_of, fit_claims, fit_words, scribe_drafts, summary_draft

__all__ = ["cut_of", "fit", "summaries", "table"]

SEEDS = range(1_000_100, 1_000_400)
ROWS = 500  # of SummEdits, evenly spread: more change nothing
KEPT = 0.95  # share of the true claims that the cut keeps in cross-validation over the scribe's drafts
FOLDS = 4
_OWN = {"every word", "worst word", "altered"}
FIXED = {
    "hedge left out": -4.0,  # these are too rare in drafts to be fitted, and clear where found
    "quotation changed": -4.0,
    "doer and sufferer exchanged": -4.0,
    "put together from shreds": -4.0,  # of many reports more than the scribe writes
}


def summaries(data: Path) -> Iterator[Draft]:
    """The summaries of both sets, each with what is false in it."""
    bump = [json.loads(line) for line in (data / "pairs/bump.jsonl").read_text(encoding="utf-8").splitlines()]
    originals = {row["pair"]: row["summary"] for row in bump if row["label"] == 1}
    for row in bump:
        yield summary_draft("bump", row["document"], row["summary"], originals[row["pair"]], row["label"] == 1)
    rows = [json.loads(line) for line in (data / "pairs/summedits.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in spread(rows, ROWS):
        yield summary_draft(row["domain"], row["document"], row["summary"], row["original"], row["label"] == 1)


def fit(written: Sequence[Draft], read: Sequence[Draft]) -> tuple[Fitted, Fitted]:
    """The models of words and of claims: drafts of the scribe's for both, summaries read for words alone."""
    words = fit_words([*written, *read])
    claims = fit_claims(written, words)
    return words, claims._replace(weights={**claims.weights, **FIXED})


def cut_of(written: Sequence[Draft], read: Sequence[Draft]) -> float:
    """The log-odds above which `KEPT` of the true claims lie, each by weights fitted on the drafts of other folds."""
    scores: list[float] = []
    for fold in range(FOLDS):
        words, claims = fit([draft for at, draft in enumerate(written) if at % FOLDS != fold], read)
        scores += (
            claims.odds(features_of(claim, words))
            for draft in written[fold::FOLDS]
            for claim in draft.claims
            if claim.false is False
        )
    return float(np.quantile(scores, 1 - KEPT))


def table(words: Fitted, claims: Fitted, cut: float) -> str:
    """The fitted weights as source text; a claim is borne out above the cut."""
    own = {name: claims.weights.get(name, 0.0) for name in sorted(_OWN)}
    measures = {name: weight for name, weight in claims.weights.items() if name not in _OWN}
    return "\n".join(
        [
            "FITTED: Final = Table(",
            f"    bias={words.bias:.3f},",
            "    words={",
            *(f'        "{name}": {weight:.3f},' for name, weight in sorted(words.weights.items())),
            "    },",
            f"    base_rate={claims.bias - cut:.3f},",
            f"    every_word={own['every word']:.3f},",
            f"    worst_word={own['worst word']:.3f},",
            f"    altered={own['altered']:.3f},",
            "    measures={",
            *(f'        "{name}": {weight:.3f},' for name, weight in sorted(measures.items())),
            "    },",
            ")",
        ]
    )


def main() -> None:
    """Fit and print."""
    written, read = list(scribe_drafts(SEEDS)), list(summaries(Path(sys.argv[1])))
    words, claims = fit(written, read)
    sys.stdout.write(table(words, claims, cut_of(written, read)) + "\n")


if __name__ == "__main__":
    main()
