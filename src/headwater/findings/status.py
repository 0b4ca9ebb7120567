"""Findings: what can be said of each statement by counting, never by judging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.evidence import cite
from headwater.findings.updates import updates
from headwater.text.spans import meets
from headwater.types import Alteration, Claim, ClaimKind, Conflict, Figure, Finding, Span, Statement, Status

__all__ = ["find_statuses"]


def find_statuses(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    conflicts: Sequence[Conflict],
    alterations: Sequence[Alteration],
    figures: Sequence[Figure],
) -> tuple[Finding, ...]:
    """The findings of each statement in the order of the statements: who stands behind it, then what troubles it."""
    found: list[Finding] = []
    overtaken = updates(figures)
    for statement in statements:
        spans = [claims[claim].span for claim in statement.claims]
        found.extend(_findings(statement, spans, claims, conflicts, alterations))
        risen = [span for pair in overtaken if any(meets(pair[0], one) for one in spans) for span in pair]
        if risen:
            found.append(Finding(statement.id, Status.UPDATED, cite("a later report gives a higher number", risen)))
    return tuple(found)


def _findings(
    statement: Statement,
    spans: Sequence[Span],
    claims: Mapping[str, Claim],
    conflicts: Sequence[Conflict],
    alterations: Sequence[Alteration],
) -> Iterator[Finding]:
    disputes = [side.spans for conflict in conflicts for side in conflict.sides]
    disputed = [span for values in disputes for span in values if any(meets(span, one) for one in spans)]
    if disputed:
        yield Finding(statement.id, Status.DISPUTED, cite("the lines give different values", disputed))
    if statement.lines.best >= 2:
        yield Finding(statement.id, Status.CORROBORATED, cite(_corroboration(statement), spans))
    else:
        yield Finding(statement.id, Status.SINGLE_LINE, cite(_one_line(statement), spans))
    altered = [one.altered for one in alterations if any(meets(one.altered, span) for span in spans)]
    if altered:
        yield Finding(statement.id, Status.ALTERED, cite("a copy reads differently", altered))
    members = [claims[claim] for claim in statement.claims]
    if not any(claim.attribution for claim in members) and any(claim.kind is ClaimKind.EVENT for claim in members):
        yield Finding(statement.id, Status.UNATTRIBUTED, cite("no article says who it has this from", spans))


def _corroboration(statement: Statement) -> str:
    sources = (
        f"{statement.sources} source{'s' * (statement.sources != 1)} named" if statement.sources else "no source named"
    )
    return f"{_likely(statement)}{statement.lines.best} lines of reporting say so, {sources}"


def _one_line(statement: Statement) -> str:
    copies = len(statement.articles)
    return f"{_likely(statement)}one line of reporting says so" + (f", in {copies} articles" if copies > 1 else "")


def _likely(statement: Statement) -> str:
    return "most likely " if statement.lines.low < statement.lines.high else ""
