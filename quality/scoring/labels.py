"""Labels against gold labels: accuracy, balanced accuracy, macro-F1 and the F1 of one class.

All are read off the counts of (gold, predicted) pairs, so that a bootstrap of hundreds of rounds stays cheap. The two
sequences run in parallel; ValueError is raised if their lengths differ. No labels give 0: nothing was shown.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence

from quality.scoring.tally import Score, Tally, ratio

__all__ = ["accuracy", "balanced_accuracy", "class_score", "macro_f1"]

Confusion = Counter[tuple[Hashable, Hashable]]


def accuracy(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> float:
    """Return the share of labels that are right (Manning et al. 2008, ch. 8)."""
    return ratio(sum(g == p for g, p in zip(gold, predicted, strict=True)), len(gold))


def balanced_accuracy(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> float:
    """Return the mean over the classes of the gold of the share of their labels found (Brodersen et al. 2010)."""
    confusion = _confusion(gold, predicted)
    recalls = [_tally(confusion, label).score.recall for label in dict.fromkeys(gold)]
    return ratio(math.fsum(recalls), len(recalls))


def macro_f1(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> float:
    """Return the mean F1 of all classes, those seen in the gold or predicted (Opitz & Burst 2019, their first form).

    A class that is never found, or never there, has an F1 of 0.
    """
    confusion = _confusion(gold, predicted)
    scores = [_tally(confusion, label).score.f1 for label in dict.fromkeys((*gold, *predicted))]
    return ratio(math.fsum(scores), len(scores))


def class_score(gold: Sequence[Hashable], predicted: Sequence[Hashable], positive: Hashable) -> Score:
    """Precision, recall and F1 of one class (van Rijsbergen 1979); a ratio of nothing is 0."""
    return _tally(_confusion(gold, predicted), positive).score


def _confusion(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> Confusion:
    return Counter(zip(gold, predicted, strict=True))


def _tally(confusion: Confusion, label: Hashable) -> Tally:
    predicted = sum(count for (_, p), count in confusion.items() if p == label)
    gold = sum(count for (g, _), count in confusion.items() if g == label)
    return Tally.matched(confusion[label, label], predicted, gold)
