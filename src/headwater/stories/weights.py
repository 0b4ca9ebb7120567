"""What each measure of likeness is worth, in nats: logistic regression over pairs of articles of labelled stories.

`training/stories/fit.py` fits this table; its README is the card. The base rate holds the threshold: where
the sum is above 0, two articles are taken to tell of one event.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

__all__ = ["SHIPPED", "Weights"]


class Weights(Struct, frozen=True):
    """Nats by unit of a measure, by its name, and the base rate in nats. A measure that is not there counts nothing."""

    base_rate: float
    worth: Mapping[str, float]


SHIPPED: Final = Weights(
    -3.812,
    {
        "all": 13.592,
        "lead": 4.406,
        "headline in text": 1.311,
        "rarest in headline": 0.01,
        "rarest in lead": 0.116,
        "ages": 0.778,
        "other ages": -0.642,
        "streets": 0.903,
        "other streets": -1.019,
        "days": 0.567,
        "other days": -0.676,
        "gap": -0.698,
    },
)
"""The weights in use."""
