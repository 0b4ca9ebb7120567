"""What somebody is said to deny, in whichever article: a denial stands at the level of the one who denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.evidence import cite
from headwater.findings.conflicts.opposed import proposed
from headwater.relations import Context, relate
from headwater.relations.polarity import denier_of, is_denial
from headwater.types import Claim, Finding, RelationKind, Span, Statement, Status

__all__ = ["denied_statements"]


def denied_statements(
    statements: Sequence[Statement], claims: Mapping[str, Claim], context: Context
) -> tuple[Finding, ...]:
    """One finding for each statement that asserts what a claim hands on as denied, with who denies it and the words."""
    home = {claim: statement.id for statement in statements for claim in statement.claims}
    denied: dict[str, list[Claim]] = {}
    for asserted, denial in _pairs(statements, claims, home, context):
        denied.setdefault(home[asserted.id], []).append(denial)
    return tuple(_finding(statement, denials, context) for statement, denials in denied.items())


def _pairs(
    statements: Sequence[Statement], claims: Mapping[str, Claim], home: Mapping[str, str], context: Context
) -> Iterator[tuple[Claim, Claim]]:
    """Claims that assert, each with one that denies it."""
    for one, other in proposed(statements, claims, context):
        if is_denial(one) == is_denial(other):
            continue
        asserted, denial = (other, one) if is_denial(one) else (one, other)
        relation = relate(asserted, denial, context, aligned=home[one.id] == home[other.id])
        if relation.kind is RelationKind.DENIAL:
            yield asserted, denial


def _finding(statement: str, denials: Sequence[Claim], context: Context) -> Finding:
    told: list[tuple[str, Span]] = []
    for denial in denials:
        who = denier_of(denial)
        told.append((context.words(who) if who is not None else "somebody", denial.span))
    names = sorted({name for name, _ in told})
    return Finding(statement, Status.DENIED, cite(f"{', '.join(names)} denies it", (span for _, span in told)))
