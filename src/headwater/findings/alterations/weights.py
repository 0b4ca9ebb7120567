"""What each clue of an alteration is worth, in nats: fitted by `training/alterations/fit.py` (see its model card)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["FITTED", "Table"]


class Table(NamedTuple):
    """What clues and circumstances are worth, and the sum from which an alteration is told, all in nats."""

    clues: Mapping[str, float]
    circumstances: Mapping[str, float]
    floor: float


_CLUES: Final[Mapping[str, float]] = {
    "anonymity left out": -1.29,
    "anonymity lost": 0.84,
    "another deed": -1.61,
    "another quality": -1.15,
    "another source": -0.5,
    "another thing": -1.13,
    "bound lost": 1.28,
    "common phrase broken": 0.8,
    "date": 1.26,
    "date of another sentence": -1.89,
    "descriptions exchanged": 1.0,
    "doubt lost": -1.0,
    "gender of an office": 2.0,
    "hedge lost": -1.31,
    "letters of a name": 1.87,
    "marks lost": 2.2,
    "name damaged": 0.36,
    "name exchanged": 1.97,
    "negation on one side": 0.57,
    "negative word turned": 0.01,
    "no such place": 2.0,
    "number": 1.3,
    "office exchanged": 0.51,
    "opposite": 1.04,
    "part exchanged": 0.68,
    "part in the event": 1.0,
    "partial marks lost": 0.61,
    "person word exchanged": -0.97,
    "rank lost": 0.74,
    "seeming lost": -1.0,
    "set phrase broken": 1.0,
    "side exchanged": 0.87,
    "site exchanged": 0.36,
    "source lost": -0.32,
    "source lost in a lead": -1.2,
    "source word exchanged": 0.56,
    "speaker exchanged": 0.0,
    "time word exchanged": 0.31,
    "title exchanged": 0.49,
    "word misread": 1.85,
    "word of another sense": -0.51,
}
"""By the name of the clue: the log-odds where nothing else is known."""

_CIRCUMSTANCES: Final[Mapping[str, float]] = {
    "a later version": -1.24,
    "only the word exchanged": 1.11,
    "other witnesses": 0.17,
    "passage kept": 2.58,
    "passed on": -0.18,
    "several lines": -0.19,
    "text reworded": -4.87,
}
"""By what is known besides."""

FITTED: Final = Table(_CLUES, _CIRCUMSTANCES, floor=0.0)
"""The table that `find_alterations` uses: told is what is as likely as not, or more."""
