"""How well one partition of items agrees with another: B-cubed, adjusted Rand index and V-measure.

A partition is a mapping from item to label; what the labels are called does not matter. Both partitions must be of
the same items. Stories are partitions of articles, lines partitions of articles, entities partitions of name mentions
(B-cubed over name mentions is the board's B-score for names). No items give 0: nothing was shown.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

from quality.scoring.tally import Score, Tally

__all__ = ["adjusted_rand", "bcubed", "bcubed_by_item", "v_measure"]

Item = TypeVar("Item", bound=Hashable)


def bcubed_by_item(
    gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]
) -> dict[Item, tuple[float, float]]:
    """B-cubed precision and recall of each item, in the order of `gold` (Bagga & Baldwin 1998; Amigó et al. 2009).

    Precision: the share of the item's predicted cluster that is also in its gold cluster. Recall: the share of its
    gold cluster that is also in its predicted cluster. The item itself counts. O(n).

    Raises ValueError if the two are not partitions of the same items.
    """
    _check_same_items(gold, predicted)
    together = Counter((gold[item], predicted[item]) for item in gold)
    in_gold, in_predicted = Counter(gold.values()), Counter(predicted.values())
    return {
        item: _shares(together[g, predicted[item]], in_predicted[predicted[item]], in_gold[g])
        for item, g in gold.items()
    }


def bcubed(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> Score:
    """B-cubed (Amigó et al. 2009): the means over items of precision and recall, and the F1 of these two means.

    Raises ValueError if the two are not partitions of the same items.
    """
    shares = bcubed_by_item(gold, predicted).values()
    found, right = math.fsum(recall for _, recall in shares), math.fsum(precision for precision, _ in shares)
    return Tally(found, len(shares), right, len(shares)).score


def adjusted_rand(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> float:
    """Return the adjusted Rand index (Hubert & Arabie 1985): 1 for equal partitions, about 0 for chance, -.5 at worst.

    Raises ValueError if the two are not partitions of the same items.
    """
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(*_numbered(gold, predicted))) if gold or predicted else 0.0


def v_measure(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> float:
    """V-measure (Rosenberg & Hirschberg 2007): the harmonic mean of homogeneity and completeness, 0 to 1.

    Raises ValueError if the two are not partitions of the same items.
    """
    from sklearn.metrics import v_measure_score

    return float(v_measure_score(*_numbered(gold, predicted))) if gold or predicted else 0.0


def _shares(together: int, in_predicted: int, in_gold: int) -> tuple[float, float]:
    return together / in_predicted, together / in_gold


def _numbered(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> tuple[list[int], list[int]]:
    """Labels as numbers, item by item: scikit-learn takes no mixed labels."""
    _check_same_items(gold, predicted)
    golds = {label: number for number, label in enumerate(dict.fromkeys(gold.values()))}
    predictions = {label: number for number, label in enumerate(dict.fromkeys(predicted.values()))}
    return [golds[gold[item]] for item in gold], [predictions[predicted[item]] for item in gold]


def _check_same_items(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> None:
    if gold.keys() != predicted.keys():
        odd = len(gold.keys() ^ predicted.keys())
        raise ValueError(f"two partitions of different items: {odd} items are in one of them only")
