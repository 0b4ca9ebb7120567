"""Where lines differ: a difference between lines is a conflict, one along a copy edge never is.

The questions are asked in this order: are the values comparable; is the later one an update; only then, do they
conflict. Lines conflict only if none of what the one says can stand with any of what the other says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from headwater.findings.conflicts.numbers import number_conflicts
from headwater.findings.conflicts.opposed import opposed_claims, proposed
from headwater.findings.conflicts.questions import answered, questions
from headwater.origins import Origins
from headwater.relations import Context
from headwater.types import Claim, Conflict, Figure, Statement

__all__ = ["find_conflicts"]


def find_conflicts(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    figures: Sequence[Figure],
    origins: Origins,
    context: Context,
) -> tuple[Conflict, ...]:
    """The conflicts of a story: numbers first, then days, places, kinds, roles, yes or no; ids `k1`, `k2`, ..."""
    met = tuple(proposed(statements, claims, context))
    home = {claim: statement.id for statement in statements for claim in statement.claims}
    pairs = opposed_claims(met, home, figures, origins, context)
    told = [answered(question, claims, home, origins, context) for question in questions(pairs, met, context.apart)]
    found = [*number_conflicts(figures), *(one for one in told if one is not None)]
    return tuple(msgspec.structs.replace(one, id=f"k{number}") for number, one in enumerate(found, 1))
