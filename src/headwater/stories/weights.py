"""What each measure of likeness is worth, in nats: logistic regression over pairs of articles of labelled stories.

`training/stories/fit.py` fits and prints this table; its README is the card. The base rate holds the threshold: where
the sum is above 0, two articles are taken to tell of one event.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["BASE_RATE", "WEIGHTS"]

BASE_RATE: Final = -1.681

WEIGHTS: Final[Mapping[str, float]] = {
    "words": 5.530,
    "name words": 4.283,
    "lead": 7.000,
    "headline": 1.854,
    "headline in text": 2.523,
    "headline in text, least": -0.810,
    "names": 0.016,
    "rarest name": 0.135,
    "counts": 0.505,
    "ages": 0.617,
    "other ages": -0.730,
    "streets": 1.035,
    "other streets": -1.325,
    "places": -0.180,
    "other places": -0.213,
    "days": 0.754,
    "other days": -0.505,
    "wording": 0.0,
    "gap": -0.529,
    "undated": 0.445,
    "size": -0.810,
}
