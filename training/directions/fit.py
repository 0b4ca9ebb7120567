"""Fits the weights of `headwater.derivations.directions.weights` on stories that the scribe writes, and prints them.

    python training/directions/fit.py [--stories 120] [--held 60]

Every step is deterministic: the same code prints the same table. README.md says what the numbers mean.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt
from rows import Row, Story, rows
from scipy.optimize import minimize

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe import Plan, write_story

__all__ = ["fit_common", "fit_way", "main", "report"]

Floats = npt.NDArray[np.float64]

FIRST: Final = 1_000_300  # of the seeds to fit on; events that the scoreboard's seeds do not have
FIRST_HELD: Final = 1_000_600
_BASE: Final = "base rate"
_TRUST: Final = 1.0  # of the literature's values, as the penalty on the square of the distance from them
_FAR: Final = 0.5  # what a pair of ancestor and descendant counts beside one of parent and child

# Nats as textual criticism and newsroom practice suggest them: what the scribe's copyists do not do keeps them.
LITERATURE: Final = {
    "stated derivation": 4.0,
    "credit": 4.0, "another newsroom's ear": 3.0, "agency's own": 2.0, "credit lost": 1.0, "byline lost": 0.5,
    "dangling surname": 2.0, "opens on a pronoun": 2.5, "dangling pronoun": 1.0, "dangling acronym": 1.0,
    "desk note left": 2.0, "says it is a release": 3.0, "corrects itself": 2.5,
    "name in two spellings": 2.0, "number in two forms": 1.0, "word in two forms": 1.0,
    "number made vague": 1.0, "name made a role": 1.0, "time made a day": 1.0,
    "hedge dropped": 1.0, "attribution dropped": 1.0,
    "quote trimmed": 2.0, "quotation marks lost": 2.0, "quote made indirect": 1.5,
    "tail cut": 0.7, "reporting left out": 0.3, "paragraph thinned": 0.7, "background added": 0.5,
    "phrase broken": 0.5, "slip of the pen": 1.0, "mixed style": 0.5,
    "published earlier": 0.7, "others stand nearer": 0.7, "stands alone": 0.7, "others have it too": 0.5,
}  # fmt: skip

# Kept at the literature: what the copyists of the scribe do far more regularly than people do. They never sign, never
# add inside a paragraph, drop credits as they please, no agency of theirs ever copies; their times were hidden.
# Nor do their texts open on a pronoun, say that they are releases, or tell what an earlier version had; none of his
# outlets states what an article was made from.
FIXED: Final = (
    "stated derivation",
    "agency's own",
    "credit lost",
    "byline lost",
    "paragraph thinned",
    "published earlier",
    "desk note left",
    "opens on a pronoun",
    "says it is a release",
    "corrects itself",
)

# Signs against a common origin; the rest speak for one, and the base rate may have either sign.
AGAINST: Final = ("clear way", "one is the house's own")
# Two texts that credit one agency have their text from it, the one not by way of the other: papers subscribe, which the
# scribe's do not know. It weighs as a credit does. No agency's own page of his is ever a copy: held back.
FIXED_COMMON: Final = {"one credit": 4.8, "one is the house's own": -3.0}


def main() -> None:
    """Write and read the stories, fit both sums, print the tables and how they do on stories held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=120)
    parser.add_argument("--held", type=int, default=60)
    options = parser.parse_args()
    fitted(range(FIRST, FIRST + options.stories), range(FIRST_HELD, FIRST_HELD + options.held), _story)


def fitted(seeds: Sequence[int], held: Sequence[int], story: Callable[[int], Story]) -> None:
    """Fit on some seeds, report on others."""
    to_fit = list(rows(seeds, story))
    way = fit_way(to_fit)
    common = fit_common(to_fit, way)
    for name, table in (("WAY", way), ("COMMON", common)):
        print(f"{name} = {{")  # noqa: T201  # what the script is for
        for sign, weight in table.items():
            print(f'    "{sign}": {weight:.2f},')  # noqa: T201  # what the script is for
        print("}")  # noqa: T201  # what the script is for
    report(list(rows(held, story)), way, common)


def _story(seed: int) -> Story:
    told = write_story(seed, Plan(timed=False, events=10_000))
    return told, tuple(read_documents(told.articles, load_parser(Settings().model)))


# --- the sums -------------------------------------------------------------------------------------------------


def fit_way(found: Sequence[Row]) -> dict[str, float]:
    """Weights of the signs of a way: antisymmetric logistic regression (no intercept), none below zero.

    The penalty is on the distance from the literature's values, so that a sign the stories lack keeps its own.
    """
    ways = [row for row in found if row.truth.way]
    names = list(LITERATURE)
    values = np.array([[row.signs.get(name, 0.0) * row.truth.way for name in names] for row in ways])
    values = values.reshape(-1, len(names))
    share = np.array([1.0 if row.truth.manner is not None else _FAR for row in ways])
    prior = np.array([LITERATURE[name] for name in names])
    bounds = [(prior[n], prior[n]) if name in FIXED else (0.0, None) for n, name in enumerate(names)]
    weights = _minimised(values, share, prior, _TRUST, bounds)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def fit_common(found: Sequence[Row], way: Mapping[str, float]) -> dict[str, float]:
    """Weights of the signs of a common origin, given those of a way: logistic regression, signs as expected."""
    variables = [row.common(way) for row in found]
    names = [_BASE, *sorted({name for each in variables for name in each})]
    truth = np.array([1.0 if row.truth.way == 0 else -1.0 for row in found])
    values = np.array([[1.0, *(each.get(name, 0.0) for name in names[1:])] for each in variables]) * truth[:, None]
    prior = np.array([FIXED_COMMON.get(name, 0.0) for name in names])
    weights = _minimised(values, np.ones(len(found)), prior, _TRUST, [_bounds(name) for name in names])
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in FIXED_COMMON:
        return FIXED_COMMON[name], FIXED_COMMON[name]
    return (None, None) if name == _BASE else (None, 0.0) if name in AGAINST else (0.0, None)


def _minimised(
    values: Floats, share: Floats, prior: Floats, trust: float, bounds: Sequence[tuple[float | None, float | None]]
) -> Floats:
    """The weights of least logistic loss plus the penalty; `values` are turned so that the truth is positive."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = values @ weights
        off = weights - prior
        slope = -(values.T @ (share / (1.0 + np.exp(margin)))) + trust * off
        return float((share * np.logaddexp(0.0, -margin)).sum() + trust / 2 * (off @ off)), slope

    return np.asarray(minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds).x)


# --- how they do ----------------------------------------------------------------------------------------------


def report(found: Sequence[Row], way: Mapping[str, float], common: Mapping[str, float]) -> None:
    """Print, for some bars, what is decided and right, and how often siblings are claimed as a copy and its source."""
    scores = np.array([row.score(way) for row in found])
    shared = np.array([sum(common[n] * v for n, v in row.common(way).items()) + common[_BASE] for row in found])
    truth = np.array([row.truth.way for row in found])
    direct = np.array([row.truth.way != 0 and row.truth.manner is not None for row in found])
    lost = np.array([row.truth.way == 0 and row.truth.lost for row in found])
    print(f"{direct.sum()} pairs of text and copy, {lost.sum()} of two copies of a lost text")  # noqa: T201  # what the script is for
    print(f"calibration error {calibration_error(scores[direct], truth[direct]):.3f}")  # noqa: T201  # what the script is for
    for least, doubt, most in product((1.0, 1.25, 1.5), (1.5, 2.0), (2.5, 3.0)):
        origin = shared >= most
        claimed = (np.abs(scores) >= least) & (shared < doubt)
        right = claimed & (np.sign(scores) == truth)
        decided = (claimed | origin)[direct]
        print(  # noqa: T201  # what the script is for
            f"way from {least:.2f} on, left open from {doubt:.1f}, common from {most:.1f} on: decided "
            f"{decided.mean():.3f}, right of them {right[direct].sum() / decided.sum():.3f}; copies of a lost text: "
            f"{origin[lost].mean():.3f} common, {claimed[lost].mean():.3f} a way"
        )


def calibration_error(scores: Floats, truth: npt.NDArray[np.int64]) -> float:
    """How far stated certainty is from the share that is right, over ten bins of certainty (Naeini 2015)."""
    sure = 1.0 / (1.0 + np.exp(-np.abs(scores)))
    right = np.where(scores == 0, 0.5, np.sign(scores) == truth)
    bins = np.minimum(((sure - 0.5) * 20).astype(int), 9)
    return float(sum(abs((right - sure)[bins == each].sum()) for each in range(10)) / len(scores))


if __name__ == "__main__":
    main()
