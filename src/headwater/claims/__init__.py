"""Stage 4. Document -> claims; claims and stemma -> statements, with the lines and sources behind each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from headwater.claims.counting import statement_of
from headwater.claims.extract import find_claims
from headwater.claims.happenings import find_happenings, same_events
from headwater.claims.reviewing import accept_statements, reject_claims
from headwater.claims.statements import group_claims
from headwater.origins import Origins
from headwater.relations import Context
from headwater.types import Claim, Statement, Stemma

__all__ = ["accept_statements", "find_claims", "find_happenings", "reject_claims", "same_events", "state"]


def state(claims: Sequence[Claim], stemma: Stemma, context: Context) -> tuple[Statement, ...]:
    """The statements of a story, the most important first; ids `s1`, `s2`, ... follow that order."""
    by_id = {claim.id: claim for claim in claims}
    origins = Origins(stemma)
    groups = group_claims(claims, stemma, context)
    counted = [
        statement_of(
            [by_id[claim] for claim in group.claims], group.typical, origins, context.documents, context.entities
        )
        for group in groups
    ]
    ranked = sorted(counted, key=lambda statement: (-statement.importance, statement.shown))
    return tuple(msgspec.structs.replace(statement, id=f"s{rank}") for rank, statement in enumerate(ranked, 1))
