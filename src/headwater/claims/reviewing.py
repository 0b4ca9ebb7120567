"""Statements as readers left them: what was rejected is no claim of the story, what was accepted is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from headwater.decisions import Reviewed, claims_on, on_findings, review_of
from headwater.evidence import cite, quoted_words
from headwater.text.cited_words import read_words
from headwater.types import Article, Claim, Decision, DecisionKind, FindingKind, SetAside, Span, Statement

__all__ = ["accept_statements", "reject_claims"]


def reject_claims(
    claims: Sequence[Claim], decisions: Sequence[Decision], articles: Sequence[Article]
) -> Reviewed[Claim]:
    """The claims without those that readers rejected as statements, before any statement is made of them.

    Whatever else says the same stays: a decision is on its words. It no longer holds where a later one accepts a
    statement on some of these.
    """
    texts = {article.id: article for article in articles}
    mine = on_findings(decisions, FindingKind.STATEMENT)
    met: dict[Decision, tuple[Span, ...]] = {}
    aside: list[SetAside] = []
    gone: set[str] = set()
    for number, decision in enumerate(mine):
        rejected = list(_on(decision, claims))
        if decision.kind is DecisionKind.REJECTED and rejected:
            overruled = any(not set(decision.left).isdisjoint(later.left) for later in mine[number + 1 :])
            met[decision] = () if overruled else tuple(claim.span for claim in rejected)
            gone.update(() if overruled else (claim.id for claim in rejected))
            aside += [] if overruled else [_aside(decision, rejected, texts)]
    return Reviewed(tuple(claim for claim in claims if claim.id not in gone), tuple(aside), met)


def accept_statements(
    statements: Sequence[Statement], claims: Mapping[str, Claim], decisions: Sequence[Decision]
) -> Reviewed[Statement]:
    """The statements, those marked that have a claim on each of the words that a reader accepted; the later holds."""
    home = {claim: statement.id for statement in statements for claim in statement.claims}
    taken: dict[str, Decision] = {}
    met: dict[Decision, tuple[Span, ...]] = {}
    rejected: set[str] = set()
    for decision in reversed(on_findings(decisions, FindingKind.STATEMENT)):
        if decision.kind is DecisionKind.REJECTED:
            rejected.update(decision.left)
            continue
        meant = [] if rejected.intersection(decision.left) else _with_all(decision.left, claims, home)
        free = {each for each in meant if each not in taken}
        taken.update(dict.fromkeys(sorted(free), decision))
        if meant or rejected.intersection(decision.left):
            met[decision] = tuple(sorted(claims[one].span for one in home if home[one] in free))
    kept = (replace(one, accepted=review_of(taken[one.id])) if one.id in taken else one for one in statements)
    return Reviewed(tuple(kept), (), met)


def _with_all(names: Sequence[str], claims: Mapping[str, Claim], home: Mapping[str, str]) -> list[str]:
    """The statements that have a claim on each of some words."""
    every = tuple(claims.values())
    return sorted(set.intersection(*({home[one.id] for one in claims_on(read_words(name), every)} for name in names)))


def _on(decision: Decision, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims on any of a decision's words, each once, in order."""
    found = {claim.id: claim for name in decision.left for claim in claims_on(read_words(name), claims)}
    return iter(sorted(found.values(), key=lambda claim: claim.span))


def _aside(decision: Decision, claims: Sequence[Claim], articles: Mapping[str, Article]) -> SetAside:
    says = cite(quoted_words(claims[0].span, articles), (claim.span for claim in claims))
    return SetAside(FindingKind.STATEMENT, says, review_of(decision))
