"""A reader's decisions: what still holds of the log, what a file of them says, what they rule of a story.

Pure functions on `Decision` records; what a stage does by a decision stands in the stage.
"""

from __future__ import annotations

from headwater.decisions.checks import complaint
from headwater.decisions.lines import read_decisions, write_decisions
from headwater.decisions.log import by_id, concerning, in_order, standing
from headwater.decisions.names import ANY_NAMES, NamesDecided, names_decided, spelled
from headwater.decisions.pairs import Pair, barred_pairs

__all__ = [
    "ANY_NAMES",
    "NamesDecided",
    "Pair",
    "barred_pairs",
    "by_id",
    "complaint",
    "concerning",
    "in_order",
    "names_decided",
    "read_decisions",
    "spelled",
    "standing",
    "write_decisions",
]
