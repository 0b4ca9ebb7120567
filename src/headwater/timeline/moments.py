"""What happened when: moments by event time, weighted by lines, each told by its weightiest statement."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from headwater.evidence import cite, quoted_words
from headwater.origins import Origins
from headwater.text.instants import order_of, published_at
from headwater.text.spans import holds, meets
from headwater.types import (
    Alteration,
    Article,
    Claim,
    Conflict,
    ConflictKind,
    Date,
    Document,
    Granularity,
    Moment,
    Span,
    Statement,
)

__all__ = ["order_events"]

_WITHIN_A_DAY = frozenset({Granularity.MOMENT, Granularity.HOUR, Granularity.PART, Granularity.DAY})
_KINDS = frozenset({"DATE", "TIME"})


def order_events(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    origins: Origins,
    conflicts: Sequence[Conflict] = (),
    alterations: Sequence[Alteration] = (),
) -> tuple[Moment, ...]:
    """The moments of a story in order of time; ids `m1`, `m2`, ...

    Dates in furniture (datelines, credits) are left out. `claims` are by id; days over which lines are in conflict
    are each other's rivals. Of several wordings the one that was least altered in copying tells what happened.
    """
    mentions: dict[tuple[str, str, Granularity], list[Span]] = defaultdict(list)
    for document in documents:
        for date in document.dates:
            if date.kind in _KINDS and date.first and date.last and not _in_furniture(date, document):
                mentions[date.first, date.last, _coarse(date.granularity)].append(date.span)
    articles = {document.article.id: document.article for document in documents}
    told = _Told(statements, claims, [one.altered for one in alterations if one.decided])
    moments = (_moment(key, spans, told, origins, articles) for key, spans in sorted(mentions.items()))
    kept = [moment for moment in moments if moment is not None]
    named = [msgspec.structs.replace(one, id=f"m{number}") for number, one in enumerate(kept, 1)]
    return tuple(_with_rivals(named, conflicts))


def _in_furniture(date: Date, document: Document) -> bool:
    return any(part.span.start <= date.span.start < part.span.end for part in document.furniture)


def _coarse(granularity: Granularity) -> Granularity:
    """Hours and parts of a day belong to the day's moment."""
    return Granularity.DAY if granularity in _WITHIN_A_DAY else granularity


def _main_class(statements: Sequence[Statement], claims: Mapping[str, Claim]) -> str:
    """The class of event that the story is about: the one whose statements are weightiest taken together, or ''."""
    weights: dict[str, float] = defaultdict(float)
    for statement in statements:
        for event in sorted({claims[claim].event_class for claim in statement.claims} - {""}):
            weights[event] += statement.importance
    return max(weights, key=lambda event: (weights[event], event), default="")


class _Told:
    """The statements by the article and place where they are told. `altered` are words that copying changed."""

    def __init__(
        self, statements: Sequence[Statement], claims: Mapping[str, Claim], altered: Sequence[Span] = ()
    ) -> None:
        self._altered: dict[str, list[Span]] = defaultdict(list)
        for span in altered:
            self._altered[span.article].append(span)
        self.main = _main_class(statements, claims)
        self._claims: dict[str, list[tuple[Claim, Statement]]] = defaultdict(list)
        for statement in statements:
            for claim in statement.claims:
                self._claims[claims[claim].span.article].append((claims[claim], statement))

    def holding(self, spans: Sequence[Span]) -> list[tuple[Claim, Statement]]:
        """The claims that hold any of the spans, with their statements; each once, in order of the claims."""
        found = {
            claim.id: (claim, statement)
            for span in spans
            for claim, statement in self._claims[span.article]
            if holds(claim.span, span)
        }
        return [found[claim] for claim in sorted(found)]

    def soundest(self, words: Iterable[Span]) -> list[Span]:
        """The words in order, first those that copying left alone, of articles in which it altered little."""

        def harm(span: Span) -> tuple[bool, int]:
            altered = self._altered[span.article]
            return any(meets(span, each) for each in altered), len(altered)

        return sorted(words, key=harm)


def _moment(
    key: tuple[str, str, Granularity],
    spans: Sequence[Span],
    told: _Told,
    origins: Origins,
    articles: Mapping[str, Article],
) -> Moment | None:
    """One moment, told by the weightiest statement of what happened then; None where no claim holds any of the dates.

    A clause may name a day without having happened on it ("dockers clashed over the Sunday vote").
    """
    holding = told.holding(spans)
    if not holding:
        return None
    then = [(claim, statement) for claim, statement in holding if _happened(claim, key)]
    best = min((statement for _, statement in then or holding), key=_rank)
    words = told.soundest(claim.span for claim, statement in then or holding if statement.id == best.id)
    count, lines = origins.lines(spans)
    return Moment(
        id="",
        first=key[0],
        last=key[1],
        granularity=key[2],
        what=cite(quoted_words(words[0], articles), words),
        mentions=tuple(sorted(spans)),
        statements=tuple(dict.fromkeys(one.id for _, one in sorted(holding, key=lambda each: _rank(each[1])))),
        lines=count.best,
        weight=len({statement.id for claim, statement in then if claim.event_class == told.main != ""}),
        given_by=lines,
        as_of=max((published_at(articles[span.article]) for span in spans), key=order_of),
    )


def _with_rivals(moments: Sequence[Moment], conflicts: Sequence[Conflict]) -> Iterator[Moment]:
    """The moments, each with those of other days that other lines give for what happened then."""
    against = set(_opposed(moments, conflicts))
    for moment in moments:
        rivals = tuple(one.id for one in moments if (moment.id, one.id) in against and _apart(moment, one))
        yield msgspec.structs.replace(moment, rivals=rivals)


def _opposed(moments: Sequence[Moment], conflicts: Sequence[Conflict]) -> Iterator[tuple[str, str]]:
    """Moments whose words stand on two sides of one conflict over days, each pair both ways."""
    for conflict in (one for one in conflicts if one.kind is ConflictKind.DATE):
        sides = [[moment.id for moment in moments if _meet(moment.mentions, side.spans)] for side in conflict.sides]
        for here, there in itertools.permutations(sides, 2):
            yield from itertools.product(here, there)


def _meet(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(meets(one, other) for one in spans for other in others)


def _apart(one: Moment, other: Moment) -> bool:
    """Whether no day is of both."""
    return one.last < other.first or other.last < one.first


def _happened(claim: Claim, key: tuple[str, str, Granularity]) -> bool:
    return claim.occasion is not None and (claim.occasion.first, claim.occasion.last) == key[:2]


def _rank(statement: Statement) -> tuple[float, str]:
    return -statement.importance, statement.id
