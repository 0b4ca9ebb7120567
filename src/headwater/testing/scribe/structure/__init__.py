"""What a copyist does to the build of a text: cuts it, turns it round, joins and splits, adds, mixes, credits.

Steps are `(Draft, Pen, ...) -> Draft`. None changes a word but where two sentences meet.
"""

from __future__ import annotations

from headwater.testing.scribe.structure.credits import credit, drop_furniture
from headwater.testing.scribe.structure.cutting import abridge, trim
from headwater.testing.scribe.structure.mixing import borrow, conflate, expand, inherit, untold
from headwater.testing.scribe.structure.order import reorder
from headwater.testing.scribe.structure.sentences import resentence

__all__ = [
    "abridge",
    "borrow",
    "conflate",
    "credit",
    "drop_furniture",
    "expand",
    "inherit",
    "reorder",
    "resentence",
    "trim",
    "untold",
]
