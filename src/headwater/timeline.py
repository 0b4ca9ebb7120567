"""Stage 6. Statements -> moments: what happened when, by event time, weighted by lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.evidence import cite, quoted_words
from headwater.origins import Origins
from headwater.types import Article, Claim, Date, Document, Granularity, Moment, Span, Statement

__all__ = ["order_events"]

_WITHIN_A_DAY = frozenset({Granularity.MOMENT, Granularity.HOUR, Granularity.PART, Granularity.DAY})
_KINDS = frozenset({"DATE", "TIME"})


def order_events(
    documents: Sequence[Document], statements: Sequence[Statement], claims: Mapping[str, Claim], origins: Origins
) -> tuple[Moment, ...]:
    """The moments of a story in order of time; ids `m1`, `m2`, ...

    Dates in furniture (datelines, credits) are left out.
    """
    mentions: dict[tuple[str, str, Granularity], list[Span]] = defaultdict(list)
    for document in documents:
        for date in document.dates:
            if date.kind in _KINDS and date.first and date.last and not _in_furniture(date, document):
                mentions[date.first, date.last, _coarse(date.granularity)].append(date.span)
    articles = {document.article.id: document.article for document in documents}
    moments = (_moment(key, spans, statements, claims, origins, articles) for key, spans in sorted(mentions.items()))
    kept = [moment for moment in moments if moment is not None]
    return tuple(
        Moment(f"m{number}", one.first, one.last, one.granularity, one.what, one.mentions, one.statements, one.lines)
        for number, one in enumerate(kept, 1)
    )


def _in_furniture(date: Date, document: Document) -> bool:
    return any(part.span.start <= date.span.start < part.span.end for part in document.furniture)


def _coarse(granularity: Granularity) -> Granularity:
    """Hours and parts of a day belong to the day's moment."""
    return Granularity.DAY if granularity in _WITHIN_A_DAY else granularity


def _moment(
    key: tuple[str, str, Granularity],
    spans: Sequence[Span],
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    origins: Origins,
    articles: Mapping[str, Article],
) -> Moment | None:
    """One moment, told by its weightiest statement; None where no claim holds any of the dates."""
    told = [
        statement
        for statement in statements
        if any(_holds(claims[claim].span, span) for claim in statement.claims for span in spans)
    ]
    if not told:
        return None
    best = min(told, key=lambda statement: (-statement.importance, statement.id))
    holding = [claims[one] for one in best.claims if any(_holds(claims[one].span, span) for span in spans)]
    count, _ = origins.lines(spans)
    return Moment(
        id="",
        first=key[0],
        last=key[1],
        granularity=key[2],
        what=cite(quoted_words(holding[0].span, articles), (claim.span for claim in holding)),
        mentions=tuple(sorted(spans)),
        statements=tuple(statement.id for statement in told),
        lines=count.best,
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.article == inner.article and outer.start <= inner.start and inner.end <= outer.end
