"""What the composers of a view share: one brief's names, opened spans and records by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from headwater.render.naming import Naming, facts
from headwater.render.view import ArticleView
from headwater.render.witnesses import Witnesses
from headwater.types import Brief, Claim, Finding, FirstTold, Quote, Telling

__all__ = ["Desk", "desk_of"]


class Desk(Struct, frozen=True):
    """One brief under way to its view. `prefix` begins every id.

    `findings`, `tellings` and `first_told` are by statement.
    """

    brief: Brief
    prefix: str
    naming: Naming
    open: Witnesses
    articles: Mapping[str, ArticleView]
    claims: Mapping[str, Claim]
    quotes: Mapping[str, Quote]
    findings: Mapping[str, Sequence[Finding]]
    tellings: Mapping[str, Telling]
    first_told: Mapping[str, FirstTold]


def desk_of(brief: Brief, prefix: str) -> Desk:
    """The desk for a brief."""
    naming = Naming(brief)
    findings: dict[str, list[Finding]] = {}
    for finding in brief.findings:
        findings.setdefault(finding.statement, []).append(finding)
    return Desk(
        brief=brief,
        prefix=prefix,
        naming=naming,
        open=Witnesses(brief, naming, prefix),
        articles=_articles(brief, naming, prefix),
        claims={claim.id: claim for claim in brief.claims},
        quotes={quote.id: quote for quote in brief.quotes},
        findings=findings,
        tellings={telling.statement: telling for telling in brief.tellings},
        first_told={first.statement: first for first in brief.first_told},
    )


def _articles(brief: Brief, naming: Naming, prefix: str) -> dict[str, ArticleView]:
    return {
        article.id: ArticleView(
            article.id,
            number,
            naming.label(article.id),
            naming.letter(article.id),
            facts(article),
            f"{prefix}a{number}",
        )
        for number, article in enumerate(brief.articles, 1)
    }
