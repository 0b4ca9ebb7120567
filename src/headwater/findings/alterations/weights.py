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
    "anonymity left out": -0.09,
    "anonymity lost": 2.16,
    "another name": 0.84,
    "another deed": -1.55,
    "another quality": -1.08,
    "another source": -0.61,
    "another thing": -1.06,
    "bound lost": 0.89,
    "common phrase broken": 0.8,
    "date": 1.22,
    "date of another sentence": -1.79,
    "descriptions exchanged": 1.0,
    "doubt lost": -2.04,
    "estimate lost": -0.03,
    "gender of an office": 2.0,
    "hedge lost": -1.36,
    "letters of a name": 1.17,
    "marks lost": 2.43,
    "name damaged": 0.97,
    "name exchanged": 1.96,
    "negation on one side": 0.46,
    "negative word turned": 0.07,
    "no such place": 2.0,
    "number": 1.23,
    "office exchanged": 0.62,
    "opposite": 1.02,
    "part exchanged": 0.74,
    "part in the event": 1.0,
    "partial marks lost": 0.71,
    "person word exchanged": -0.66,
    "rank lost": 0.82,
    "seeming lost": -2.3,
    "set phrase broken": 1.0,
    "side exchanged": 0.94,
    "site exchanged": 0.46,
    "source lost": -0.17,
    "source lost in a lead": -0.17,
    "source word exchanged": 1.39,
    "speaker exchanged": -0.07,
    "time word exchanged": 0.28,
    "title exchanged": 0.63,
    "word misread": 2.32,
    "word of another sense": -0.45,
}
"""By the name of the clue: the log-odds where nothing else is known."""

_CIRCUMSTANCES: Final[Mapping[str, float]] = {
    "a later version": -1.24,
    "no third witness": -1.53,
    "only the word exchanged": 1.02,
    "other witnesses": 0.19,
    "passage kept": 2.74,
    "passed on": -0.27,
    "several lines": -0.33,
    "text reworded": -4.79,
}
"""By what is known besides."""

FITTED: Final = Table(_CLUES, _CIRCUMSTANCES, floor=0.0)
"""The table that `find_alterations` uses: told is what is as likely as not, or more."""
