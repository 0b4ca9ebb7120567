"""Stage 5. Statements and stemma -> findings: statuses, conflicts between lines, alterations in copies."""

from headwater.findings.alterations import find_alterations
from headwater.findings.conflicts import find_conflicts
from headwater.findings.edits import find_edits
from headwater.findings.reviewing import review_alterations, review_conflicts
from headwater.findings.status import find_statuses

__all__ = [
    "find_alterations",
    "find_conflicts",
    "find_edits",
    "find_statuses",
    "review_alterations",
    "review_conflicts",
]
