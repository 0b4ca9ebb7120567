"""A reader's decisions: what still holds of the log, what a file of them says, what they rule of a story.

Pure functions on `Decision` records; what a stage does by a decision stands in the stage.
"""

from __future__ import annotations

from headwater.decisions.changes import changes
from headwater.decisions.checks import complaint, number_in
from headwater.decisions.copies import DECIDED
from headwater.decisions.files import decisions_in
from headwater.decisions.lines import read_decisions, write_decisions
from headwater.decisions.log import by_id, concerning, in_order, standing
from headwater.decisions.pairs import Pair, barred_pairs
from headwater.decisions.settling import UNSETTLED, Settled, names_decided, spelled, stories_decided
from headwater.decisions.telling import Outcome, told

__all__ = [
    "DECIDED",
    "UNSETTLED",
    "Outcome",
    "Pair",
    "Settled",
    "barred_pairs",
    "by_id",
    "changes",
    "complaint",
    "concerning",
    "decisions_in",
    "in_order",
    "names_decided",
    "number_in",
    "read_decisions",
    "spelled",
    "standing",
    "stories_decided",
    "told",
    "write_decisions",
]
