"""Findings: what can be said of each statement by counting, never by judging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from headwater.evidence import cite
from headwater.findings.denials import denied_statements
from headwater.findings.disputes import Dispute, differing, disputed_claims
from headwater.findings.updates import updates
from headwater.origins import Origins
from headwater.relations import Context, sources_behind
from headwater.relations.nouns import are_other_people
from headwater.relations.polarity import is_open
from headwater.text.spans import meets
from headwater.types import (
    Alteration,
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Figure,
    Finding,
    Span,
    Statement,
    Status,
)

__all__ = ["find_statuses"]


class _Desk(NamedTuple):
    """All that the findings of a statement are looked up in."""

    claims: Mapping[str, Claim]
    disputed: Mapping[str, Sequence[Dispute]]
    denied: Mapping[str, Finding]
    alterations: Sequence[Alteration]
    overtaken: Sequence[tuple[Span, Span]]
    origins: Origins
    context: Context


def find_statuses(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    conflicts: Sequence[Conflict],
    alterations: Sequence[Alteration],
    figures: Sequence[Figure],
    origins: Origins,
    context: Context,
) -> tuple[Finding, ...]:
    """The findings of each statement in the order of the statements: who stands behind it, then what troubles it."""
    desk = _Desk(
        claims,
        disputed_claims(conflicts, claims, figures),
        {finding.statement: finding for finding in denied_statements(statements, claims, context)},
        alterations,
        updates(figures),
        origins,
        context,
    )
    return tuple(finding for statement in statements for finding in _findings(statement, desk))


def _findings(statement: Statement, desk: _Desk) -> Iterator[Finding]:
    members = [desk.claims[claim] for claim in statement.claims]
    spans = [claim.span for claim in members]
    disputes = [dispute for claim in members for dispute in desk.disputed.get(claim.id, ())]
    if disputes:
        yield Finding(statement.id, Status.DISPUTED, cite(_dispute(disputes), (dispute.span for dispute in disputes)))
    if statement.id in desk.denied:
        yield desk.denied[statement.id]
    yield from _support(statement, members, desk)
    altered = [one.altered for one in desk.alterations if any(meets(one.altered, span) for span in spans)]
    if altered:
        yield Finding(statement.id, Status.ALTERED, cite("a copy reads differently", altered))
    if not any(claim.attribution for claim in members) and any(claim.kind is ClaimKind.EVENT for claim in members):
        yield Finding(statement.id, Status.UNATTRIBUTED, cite("no article says who it has this from", spans))
    risen = [span for pair in desk.overtaken if any(meets(pair[0], one) for one in spans) for span in pair]
    if risen:
        yield Finding(statement.id, Status.UPDATED, cite("a later report gives a higher number", risen))


def _dispute(disputes: Sequence[Dispute]) -> str:
    """Which part of the statement the lines differ in: the questions that they answer differently."""
    asked = dict.fromkeys(dispute.conflict.question.text for dispute in disputes)
    part = "" if any(dispute.own for dispute in disputes) else "in a detail "
    return f"{part}the lines differ: {' '.join(asked)}"


# --- who stands behind it -------------------------------------------------------------------------------------


def _support(statement: Statement, members: Sequence[Claim], desk: _Desk) -> Iterator[Finding]:
    """Corroborated or of one line, counting only the lines that say so; hedged if none does more than leave it open."""
    spans = [claim.span for claim in members]
    said = _said(statement, members, desk)
    lines = desk.origins.lines(claim.span for claim in said)[0] if len(said) < len(members) else statement.lines
    if lines.best >= 2:
        told = _corroboration(said, lines, desk)
        yield Finding(statement.id, Status.CORROBORATED, cite(told, (claim.span for claim in said)))
    else:
        apart = (
            " and another leaves it open, denies it or says it of others" if lines.best < statement.lines.best else ""
        )
        yield Finding(statement.id, Status.SINGLE_LINE, cite(_one_line(statement, lines) + apart, spans))
    if all(is_open(claim) for claim in members):
        yield Finding(statement.id, Status.HEDGED, cite("it is told as what may be, not as what is", spans))


def _said(statement: Statement, members: Sequence[Claim], desk: _Desk) -> list[Claim]:
    """The claims that say what the shown one says: yes or no as it does, of such people, not left open unless it is."""
    shown = desk.claims[statement.shown]
    alike = [claim for claim in members if claim.negated == shown.negated and not _counts_others(claim, shown)]
    return [claim for claim in alike if is_open(shown) or not is_open(claim)]


def _counts_others(claim: Claim, shown: Claim) -> bool:
    """Whether the two count people of whom nobody can be both: soldiers and civilians."""
    return any(are_other_people(one.unit, other.unit) for one in claim.quantities for other in shown.quantities)


def _corroboration(said: Sequence[Claim], lines: Count, desk: _Desk) -> str:
    """That lines say so; where they differ among themselves, only that they tell of it, and in what they differ."""
    apart = differing([dispute for claim in said for dispute in desk.disputed.get(claim.id, ())])
    told = f"{_likely(lines)}{lines.best} lines of reporting {'tell of it' if apart else 'say so'}"
    return f"{told}, {_sources(said, desk)}" + (f"; they differ in {apart}" if apart else "")


def _sources(said: Sequence[Claim], desk: _Desk) -> str:
    """How many sources there are; those that are only described are not called named."""
    witnesses = sources_behind(said, desk.origins.line, desk.context, desk.origins.is_copy)
    if not witnesses:
        return "no source named"
    told = f"{len(witnesses)} source{'s' * (len(witnesses) != 1)}"
    nameless = sum(not witness.named for witness in witnesses)
    if nameless == len(witnesses):
        return f"{told}, not named"
    return f"{told}, {nameless} of them not named" if nameless else f"{told} named"


def _one_line(statement: Statement, lines: Count) -> str:
    copies = len(statement.articles)
    inside = f", in {copies} articles" if copies > 1 and lines.best == statement.lines.best else ""
    return f"{_likely(lines)}one line of reporting says so{inside}"


def _likely(lines: Count) -> str:
    return "most likely " if lines.low < lines.high else ""
