"""Statement -> StatementView: the words it is told in, who stands behind it, and what counting says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from headwater.render.characters import one_line
from headwater.render.compose.decided import review_said
from headwater.render.compose.desk import Desk
from headwater.render.view import ClaimView, DisputeView, StatementView, StatusView, Voice
from headwater.render.words import counted, listed, tally
from headwater.text.day_words import said_day, with_days_said
from headwater.text.spans import meets
from headwater.types import Certainty, Claim, ClaimKind, Conflict, Finding, FirstTold, Span, Statement, Status

__all__ = ["statements_of"]

_TIED: Final = 3  # articles that may have been first and are named
_LEADING: Final = 15  # statements that lead where the brief does not say which


def statements_of(desk: Desk) -> Iterator[StatementView]:
    """The statements in the order in which the brief tells them."""
    places = {statement: place for place, statement in enumerate(desk.tellings)}
    ordered = sorted(desk.brief.statements, key=lambda each: places.get(each.id, len(places)))
    numbers = {conflict.id: number for number, conflict in enumerate(desk.brief.conflicts, 1)}
    for number, statement in enumerate(ordered, 1):
        yield _statement(desk, number, statement, numbers)


def _statement(desk: Desk, number: int, statement: Statement, conflicts: Mapping[str, int]) -> StatementView:
    telling = desk.tellings.get(statement.id)
    shown = desk.claims[telling.claim if telling else statement.shown]
    claims = [shown, *(desk.claims[claim] for claim in statement.claims if claim != shown.id)]
    told = telling.words.spans if telling else (shown.span,)
    letters = desk.naming.lines(statement.line_ids)
    opened = {claim.span for claim in claims}
    return StatementView(
        anchor=f"{desk.prefix}statement-{number}",
        shown=one_line(telling.words.text) if telling else desk.naming.words(shown.span),
        leads=telling.leads if telling else number <= _LEADING,
        tally=tally(statement.lines, statement.sources, len(statement.articles)),
        lines=letters,
        reasons=tuple(_doubted(desk, statement)),
        voices=_voices(desk, claims, set(letters)),
        first=_first(desk, desk.first_told.get(statement.id), len(statement.articles)),
        certainty=_doubt(shown),
        kind="" if shown.kind is ClaimKind.EVENT else shown.kind.value,
        statuses=tuple(_status(desk, each, opened) for each in desk.findings.get(statement.id, ())),
        disputes=tuple(_disputes(desk, statement, opened, conflicts)),
        claims=tuple(_claim(desk, claim, told if claim is shown else (claim.span,)) for claim in claims),
        accepted=review_said(statement.accepted),
    )


def _disputes(
    desk: Desk, statement: Statement, opened: Collection[Span], conflicts: Mapping[str, int]
) -> Iterator[DisputeView]:
    """What of a disputed statement the lines differ on; what they differ on beside it is not its matter."""
    if any(finding.status is Status.DISPUTED for finding in desk.findings.get(statement.id, ())):
        for conflict in desk.brief.conflicts:
            if _takes_a_side(opened, conflict):
                yield DisputeView(_asked(conflict), f"{desk.prefix}conflict-{conflicts[conflict.id]}")


def _first(desk: Desk, first: FirstTold | None, articles: int) -> str:
    """When and by whom a statement was first told; nothing where half its articles have no time to tell by."""
    if first is None or not first.time or articles < 2 or 2 * len(first.undated) >= articles:
        return ""
    tellers = [desk.naming.short(article) for article in (first.article, *first.tied)]
    named = f" by {listed(tellers, 'or')}" if len(tellers) <= _TIED else ""
    undated = f"; {counted(len(first.undated), 'article')} without a time" if first.undated else ""
    return f"first told {said_day(first.time)}{named}{undated}"


def _asked(conflict: Conflict) -> str:
    """The question in short: what it quotes stands above it, or behind the link."""
    asked, quotes, _ = one_line(conflict.question.text).partition(": “")
    return f"{asked}?" if quotes else asked


def _takes_a_side(spans: Collection[Span], conflict: Conflict) -> bool:
    return any(meets(given, span) for side in conflict.sides for given in side.spans for span in spans)


def _doubted(desk: Desk, statement: Statement) -> Iterator[str]:
    """Why its count of lines is a range, as far as the head of the page does not say it of all."""
    known = {desk.naming.doubt(doubt) for doubt in desk.brief.stemma.count.doubts}
    yield from (said for doubt in statement.lines.doubts if (said := desk.naming.doubt(doubt)) not in known)
    yield from map(one_line, statement.lines.reasons)


def _voices(desk: Desk, claims: Iterable[Claim], lines: AbstractSet[str]) -> tuple[Voice, ...]:
    """The chains of the claims, each said once, with the articles that give it and their letters among `lines`.

    The newsrooms' own word comes last: a source tells more.
    """
    gathered: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda each: not each.attribution):
        gathered.setdefault(desk.naming.chain(claim.attribution), []).append(claim.span.article)
    return tuple(_voice(desk, chain, dict.fromkeys(articles), lines) for chain, articles in gathered.items())


def _voice(desk: Desk, chain: str, articles: Iterable[str], lines: AbstractSet[str]) -> Voice:
    held = list(articles)
    letters = {desk.naming.letter(article) for article in held} & lines
    ordered = sorted(letters, key=lambda letter: (len(letter), letter))
    return Voice(chain, tuple(ordered), tuple(desk.naming.short(article) for article in held))


def _claim(desk: Desk, claim: Claim, told: Iterable[Span]) -> ClaimView:
    """A claim with the words that tell it: its clause, and its subject where that stands in another."""
    witness = desk.open.of(told)[0]
    return ClaimView(witness, desk.naming.chain(claim.attribution), _doubt(claim))


def _status(desk: Desk, finding: Finding, opened: AbstractSet[Span]) -> StatusView:
    """The finding; its witnesses are those that the statement's claims do not open already."""
    beyond = set(finding.reason.spans) - opened
    return StatusView(finding.status.value, with_days_said(one_line(finding.reason.text)), desk.open.of(beyond))


def _doubt(claim: Claim) -> str:
    return "" if claim.certainty is Certainty.CERTAIN else claim.certainty.value
