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
    "anonymity left out": 0.04,
    "anonymity lost": 2.19,
    "another deed": -1.47,
    "another quality": -1.0,
    "another source": -0.5,
    "another thing": -0.99,
    "bound lost": 1.47,
    "common phrase broken": 0.8,
    "date": 1.4,
    "date of another sentence": -1.71,
    "descriptions exchanged": 1.0,
    "doubt lost": -1.0,
    "gender of an office": 2.0,
    "hedge lost": -1.17,
    "letters of a name": 2.03,
    "marks lost": 2.28,
    "name damaged": 1.01,
    "name exchanged": 2.19,
    "negation on one side": 0.67,
    "negative word turned": 0.22,
    "no such place": 2.0,
    "number": 1.42,
    "office exchanged": 0.74,
    "opposite": 1.2,
    "part exchanged": 0.92,
    "part in the event": 1.0,
    "partial marks lost": 0.73,
    "person word exchanged": -0.58,
    "rank lost": 0.96,
    "seeming lost": -1.0,
    "set phrase broken": 1.0,
    "side exchanged": 1.08,
    "site exchanged": 0.52,
    "source lost": -0.02,
    "source lost in a lead": -0.41,
    "source word exchanged": 1.46,
    "speaker exchanged": 0.0,
    "time word exchanged": 0.46,
    "title exchanged": 0.75,
    "word misread": 2.02,
    "word of another sense": -0.38,
}
"""By the name of the clue: the log-odds where nothing else is known."""

_CIRCUMSTANCES: Final[Mapping[str, float]] = {
    "a later version": -1.26,
    "only the word exchanged": 0.93,
    "other witnesses": 0.21,
    "passage kept": 2.47,
    "passed on": -0.27,
    "several lines": -0.31,
    "text reworded": -4.78,
}
"""By what is known besides."""

FITTED: Final = Table(_CLUES, _CIRCUMSTANCES, floor=0.0)
"""The table that `find_alterations` uses: told is what is as likely as not, or more."""
