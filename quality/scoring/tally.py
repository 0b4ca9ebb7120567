"""What is counted before it is divided: tallies that can be summed, and the precision, recall and F1 they give.

The board resamples documents, so that every scorer of documents gives a tally for each: the figure of a corpus is the
figure of the sum of its tallies (van Rijsbergen 1979, ch. 7, calls this the micro-average).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

__all__ = ["Score", "Tally", "harmonic_mean", "ratio", "total"]


class Score(Struct, frozen=True):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Tally(Struct, frozen=True):
    """How much of the gold was `found`, and how much of the predicted was `right`.

    Where gold and predicted are matched one to one, `found` and `right` are one number: see `Tally.matched`.
    """

    found: float = 0
    gold: float = 0
    right: float = 0
    predicted: float = 0

    @classmethod
    def matched(cls, right: float, predicted: float, gold: float) -> Tally:
        """Return the tally of `right` one-to-one matches."""
        return cls(right, gold, right, predicted)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.predicted + other.predicted,
        )

    @property
    def score(self) -> Score:
        """Precision, recall and F1 (van Rijsbergen 1979). A ratio of nothing is 0: an empty tally proves nothing."""
        precision, recall = ratio(self.right, self.predicted), ratio(self.found, self.gold)
        return Score(precision, recall, harmonic_mean(precision, recall))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum, the same in whatever order the tallies come; of none, the empty tally."""
    rows = tuple((tally.found, tally.gold, tally.right, tally.predicted) for tally in tallies)
    return Tally(*map(math.fsum, zip(*rows, strict=True))) if rows else Tally()


def ratio(part: float, whole: float) -> float:
    """Divide; a ratio of nothing is 0."""
    return part / whole if whole else 0.0


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 (van Rijsbergen 1979); 0 where both are 0."""
    return ratio(2 * precision * recall, precision + recall)
