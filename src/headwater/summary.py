"""Stage 7. All of it -> Brief: what a reader gets for one story, every line with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.evidence import cite, quoted_words
from headwater.text.spans import holds, meets
from headwater.types import (
    Certainty,
    Cited,
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Document,
    Entity,
    EntityKind,
    FurnitureKind,
    LeftOut,
    Moment,
    Span,
    Statement,
    Stemma,
)

__all__ = ["count_line", "furniture_left_out", "headline"]

_REPORTS_NOTHING = frozenset(FurnitureKind) - {FurnitureKind.DATELINE, FurnitureKind.LEADING_DATE}
_LEADING = 0.15  # share of an article in which its lead stands
_SUBJECTS = frozenset({"agent", "patient"})
_HEADLINE = 110  # characters that a headline may have before it is too long
_WEIGHTY = 12  # statements among which the headline is looked for


def count_line(stemma: Stemma, articles: int) -> str:
    """“5 articles, 3 lines of reporting”; a range where a derivation is undecided."""
    return f"{articles} article{'s' * (articles != 1)}, {_range(stemma.count)}"


def _range(count: Count) -> str:
    if count.low == count.high:
        return f"{count.best} line{'s' * (count.best != 1)} of reporting"
    return f"{count.low} to {count.high} lines of reporting, most likely {count.best}"


def headline(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    entities: Sequence[Entity],
    timeline: Sequence[Moment],
    conflicts: Sequence[Conflict] = (),
) -> Cited:
    """The story in one line: the words of its weightiest statement, then where and when if those words do not say.

    Words that take a side where the lines conflict are passed over if others tell the story as well; if none do, the
    line says that the lines differ. Falls back on the first sentence of the first article where no claim was found.
    """
    articles = {article: document.article for article, document in documents.items()}
    if not statements:
        return _first_sentence(documents)
    disputed = tuple(span for conflict in conflicts for side in conflict.sides for span in side.spans)
    told = _told(statements, claims, documents, disputed)
    parts, spans = [_sentence_case(quoted_words(told.span, articles))], [told.span]
    place = _place(told, entities)
    if place is not None:
        parts.append(place.name)
        spans.append(place.spellings[0].spans[0])
    moment = next((one for one in timeline if _happened(told, one)), None)
    if moment is not None and not any(date.anchor == "" for date in told.when):
        parts.append(moment.first if moment.first == moment.last else f"{moment.first} to {moment.last}")
        spans.append(moment.mentions[0])
    opposed = [span for span in disputed if meets(span, told.span)]
    if opposed:
        parts.append("the lines differ on this")
        spans.extend(opposed)
    return cite(" · ".join(parts), spans)


def _first_sentence(documents: Mapping[str, Document]) -> Cited:
    document = documents[min(documents)]
    span = (
        document.sentences[0].span if document.sentences else Span(document.article.id, 0, len(document.article.text))
    )
    return cite(document.article.text[span.start : span.end], [span])


def _told(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    disputed: Sequence[Span],
) -> Claim:
    """The claim that tells the story best: of a weighty statement, undisputed, opening its sentence, in a lead."""
    opening: dict[str, int] = {}
    for claim in claims.values():
        opening[claim.span.article] = min(claim.sentence.start, opening.get(claim.span.article, claim.sentence.start))
    candidates = [
        (
            statement.importance
            + _telling(claims[claim], documents, opening)
            - 2.0 * _differs(claims[claim], claims[statement.shown])
            - 1.0 * any(meets(span, claims[claim].span) for span in disputed),
            claim,
        )
        for statement in statements[:_WEIGHTY]
        for claim in statement.claims
    ]
    return claims[max(candidates)[1]]


def _differs(claim: Claim, shown: Claim) -> bool:
    """Whether a claim gives other numbers than the one that stands for its statement."""
    values = [{(one.low, one.high) for one in each.quantities} for each in (claim, shown)]
    return bool(values[0]) and bool(values[1]) and values[0] != values[1]


def _telling(claim: Claim, documents: Mapping[str, Document], opening: Mapping[str, int]) -> float:
    """How well a claim stands alone, on the scale of `Statement.importance`: who, what and when in its own words.

    `opening` is where the first sentence of each article that claims anything begins: news tells the story there.
    """
    named = sum(1 for role in claim.roles if role.entity)
    return (
        1.0 * _opens(claim, documents[claim.span.article])
        + 1.0 * _in_lead(claim, documents[claim.span.article])
        + 1.0 * (claim.sentence.start == opening[claim.span.article])
        + 0.5 * min(named, 2)
        + 0.4 * min(len(claim.roles), 4)
        + 0.5 * (claim.occasion is not None and claim.occasion.own)
        - 1.5 * (not any(role.name in _SUBJECTS and role.span.start < claim.trigger.start for role in claim.roles))
        - 2.0 * (claim.nominal or claim.certainty is Certainty.UNDERSPECIFIED)
        - 0.01 * max(0, claim.span.end - claim.span.start - _HEADLINE)
        - 2.0 * (claim.kind is not ClaimKind.EVENT)
    )


def _opens(claim: Claim, document: Document) -> bool:
    """Whether the claim opens its sentence, behind a dateline or not."""
    begins = claim.sentence.start
    datelines = (part.span for part in document.furniture if part.kind is FurnitureKind.DATELINE)
    behind = next((line.end for line in datelines if line.start <= begins < line.end), begins)
    return not document.article.text[behind : claim.span.start].strip()


def _in_lead(claim: Claim, document: Document) -> bool:
    return claim.span.start <= _LEADING * len(document.article.text)


def _sentence_case(words: str) -> str:
    line = " ".join(words.split())
    return line[:1].upper() + line[1:]


def _place(told: Claim, entities: Sequence[Entity]) -> Entity | None:
    """The place that most articles name, then the one named most; none if the words already name a place."""
    places = [entity for entity in entities if entity.kind is EntityKind.PLACE]
    if any(holds(told.span, span) for place in places for spelling in place.spellings for span in spelling.spans):
        return None
    return max(places, key=_named, default=None)


def _named(place: Entity) -> tuple[int, int, str]:
    spans = [span for spelling in place.spellings for span in spelling.spans]
    return len({span.article for span in spans}), len(spans), place.id


def _happened(told: Claim, moment: Moment) -> bool:
    return told.occasion is not None and moment.first == told.occasion.first and moment.last == told.occasion.last


def furniture_left_out(documents: Sequence[Document]) -> Iterator[LeftOut]:
    """What stands in the articles and reports nothing, one entry for each article and kind."""
    for document in documents:
        kinds = sorted({part.kind for part in document.furniture} & _REPORTS_NOTHING)
        for kind in kinds:
            spans = tuple(part.span for part in document.furniture if part.kind is kind)
            yield LeftOut(document.article.name, f"{kind.value}: part of the page, not of the report", spans)
