"""How claims stand to each other: comparable at all? then the same, more specific, an update, a conflict, a denial.

A kernel that stages and `checking` share: it imports only types and text, and knows no stemma. Whether a difference
lies along a copy edge, and so is an alteration, is for the caller to say.
"""

from __future__ import annotations

from headwater.relations.context import Compared, Context, Fit, context_of
from headwater.relations.relating import compare, relate
from headwater.relations.stance import stance
from headwater.relations.witnesses import sources_behind

__all__ = ["Compared", "Context", "Fit", "compare", "context_of", "relate", "sources_behind", "stance"]
