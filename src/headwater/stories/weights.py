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
    """Nats by unit of a measure, by its name, and the base rate in nats. A measure that is not there counts nothing.

    `near` holds in their place where nearness in meaning is measured as well.
    """

    base_rate: float
    worth: Mapping[str, float]
    near: Weights | None = None


SHIPPED: Final = Weights(
    -3.833,
    {
        "all": 13.794,
        "lead": 4.389,
        "headline in text": 1.347,
        "rarest in headline": 0.014,
        "rarest in lead": 0.103,
        "ages": 0.771,
        "other ages": -0.613,
        "streets": 0.928,
        "other streets": -1.01,
        "days": 0.571,
        "other days": -0.665,
        "gap": -0.688,
    },
    near=Weights(
        -3.437,
        {
            "all": 11.7,
            "lead": -0.818,
            "headline in text": 1.411,
            "rarest in headline": -0.026,
            "rarest in lead": 0.18,
            "ages": 0.7,
            "other ages": -0.588,
            "streets": 0.902,
            "other streets": -1.145,
            "days": 0.527,
            "other days": -0.691,
            "gap": -0.721,
            "nearness in meaning": 5.393,
        },
    ),
)
"""The weights in use."""
