"""Who stands behind a statement: articles, lines of reporting, sources. docs/independence.md defines all three.

The text origin of a claim is the line its words came from: the article's own line, or, if the claim stands in a
passage that was lent from another line, that line. The evidential origin is the end of the attribution chain at the
text origin; it is counted once however many lines it told, and not at all where it is unknown.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.origins import Origins
from headwater.relations import Context, sources_behind
from headwater.text.mentions import EntityIndex
from headwater.types import Certainty, Claim, Document, Statement

__all__ = ["statement_of"]

_HARM = frozenset(
    {
        "kill",
        "die",
        "injure",
        "attack",
        "bomb",
        "shoot",
        "shell",
        "explode",
        "raid",
        "hit",
        "target",
        "kidnap",
        "arrest",
        "displace",
        "destroy",
        "survive",
        "crash",
        "collapse",
    }
)

_OPENS = 0.2  # likeness that a reader would give up for words that open their sentence


def statement_of(
    claims: Sequence[Claim],
    typical: Mapping[str, float],
    origins: Origins,
    documents: Mapping[str, Document],
    entities: EntityIndex,
) -> Statement:
    """The statement that `claims` make together, counted; its id is for the caller to give.

    `typical` tells how like each claim is to the others, 0 to 1.
    """
    lines, line_ids = origins.lines(claim.span for claim in claims)
    articles = tuple(sorted({claim.span.article for claim in claims}))
    return Statement(
        id="",
        shown=_shown(claims, typical, origins).id,
        claims=tuple(claim.id for claim in claims),
        articles=articles,
        lines=lines,
        line_ids=line_ids,
        sources=len(sources_behind(claims, origins.line, Context(documents, entities), origins.is_copy)),
        importance=_importance(claims, lines.best, len(articles), documents, entities),
    )


def _shown(claims: Sequence[Claim], typical: Mapping[str, float], origins: Origins) -> Claim:
    """The claim whose words stand for all: a clause, with the numbers that most lines give, sure, like the others.

    Best if it opens its sentence.
    """
    lines: dict[frozenset[tuple[float, float]], set[str]] = defaultdict(set)
    for claim in claims:
        lines[_numbers(claim)].add(origins.line(claim.span))
    return min(
        claims,
        key=lambda claim: (
            claim.nominal,
            -len(lines[_numbers(claim)]) if claim.quantities else 0,
            claim.certainty is not Certainty.CERTAIN,
            -typical[claim.id] - _OPENS * (claim.span.start == claim.sentence.start),
            claim.id,
        ),
    )


def _numbers(claim: Claim) -> frozenset[tuple[float, float]]:
    return frozenset((quantity.low, quantity.high) for quantity in claim.quantities)


def _importance(
    claims: Sequence[Claim], lines: int, articles: int, documents: Mapping[str, Document], entities: EntityIndex
) -> float:
    """What a reader should see first: said by many lines, early in the articles, of harm, with names and numbers.

    Unitless; only its order is used. After DESIGN §6: importance grows with the log of those who stand behind it.
    """
    early = max(1 - claim.span.start / max(1, len(documents[claim.span.article].article.text)) for claim in claims)
    harm = any(claim.event_class in _HARM for claim in claims)
    named = any(entities.at(role.span) is not None for claim in claims for role in claim.roles)
    counted = any(claim.quantities for claim in claims)
    return math.log1p(lines) * 2 + math.log1p(articles) + 2 * early + harm + 0.5 * named + 0.5 * counted
