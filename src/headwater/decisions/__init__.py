"""A reader's decisions: what still holds of the log, what a file of them says, what they rule of a story.

Pure functions on `Decision` records; what a stage does by a decision stands in the stage.
"""

from __future__ import annotations

from headwater.decisions.changes import changes
from headwater.decisions.checks import ONE_ORIGINAL, complaint, number_in
from headwater.decisions.copies import DECIDED
from headwater.decisions.events import Parted, claims_on, events_decided
from headwater.decisions.files import decisions_in
from headwater.decisions.lines import read_decisions, write_decisions
from headwater.decisions.log import articles_of, by_id, concerning, in_order, standing, undone
from headwater.decisions.naming import (
    FindingName,
    finding_named,
    name_of_alteration,
    name_of_conflict,
    name_of_statement,
)
from headwater.decisions.pairs import Pair, barred_pairs, copied_pairs
from headwater.decisions.reviewing import PART, Reviewed, Reviews, Seen, on_findings, review, review_of, reviews
from headwater.decisions.settling import UNSETTLED, Settled, names_decided, spelled, stories_decided
from headwater.decisions.telling import Outcome, told
from headwater.decisions.words import says

__all__ = [
    "DECIDED",
    "ONE_ORIGINAL",
    "PART",
    "UNSETTLED",
    "FindingName",
    "Outcome",
    "Pair",
    "Parted",
    "Reviewed",
    "Reviews",
    "Seen",
    "Settled",
    "articles_of",
    "barred_pairs",
    "by_id",
    "changes",
    "claims_on",
    "complaint",
    "concerning",
    "copied_pairs",
    "decisions_in",
    "events_decided",
    "finding_named",
    "in_order",
    "name_of_alteration",
    "name_of_conflict",
    "name_of_statement",
    "names_decided",
    "number_in",
    "on_findings",
    "read_decisions",
    "review",
    "review_of",
    "reviews",
    "says",
    "spelled",
    "standing",
    "stories_decided",
    "told",
    "undone",
    "write_decisions",
]
