"""What the article asserts and who is said to have said it: claims, quotes, days and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.layers.view import Known, Layer, Standing
from headwater.render.view import Fact, Witness
from headwater.render.words import count_and_range, counted, quantity, tally
from headwater.text.day_words import said_day, said_days
from headwater.types import (
    Certainty,
    Claim,
    ClaimKind,
    Date,
    Figure,
    Moment,
    Quantity,
    Quote,
    QuoteFamily,
    QuoteReading,
    ReadingKind,
    Span,
    Statement,
)

__all__ = ["claims", "dates", "numbers", "quotes"]

_OPENED: Final = 12  # words of other articles that a note shows; the story's page has them all


def claims(desk: Desk, article: str) -> Iterator[Standing]:
    """What the article asserts, each assertion with who stands behind it."""
    statements = {claim: statement for statement in desk.brief.statements for claim in statement.claims}
    for claim in desk.brief.claims:
        if claim.span.article == article:
            statement = statements.get(claim.id)
            said = f"claim, {desk.naming.chain(claim.attribution)}"
            yield Standing(Layer.CLAIMS, claim.span, said, partial(_claim, desk, claim, statement))


def _claim(desk: Desk, claim: Claim, statement: Statement | None) -> Known:
    facts = [Fact("Said by", desk.naming.chain(claim.attribution)), *_manner(claim)]
    if statement is None:
        return Known(tuple(facts))
    facts.append(Fact("Stands behind", tally(statement.lines, statement.sources, len(statement.articles))))
    facts += [
        Fact(finding.status.value.capitalize(), one_line(finding.reason.text))
        for finding in desk.findings.get(statement.id, ())
    ]
    elsewhere = [desk.claims[each].span for each in statement.claims if each != claim.id]
    return Known(tuple(facts), _opened(desk, elsewhere), "statement")


def _manner(claim: Claim) -> Iterator[Fact]:
    if claim.negated:
        yield Fact("Denies", "the clause says that it was not so")
    if claim.certainty is not Certainty.CERTAIN:
        yield Fact("How sure", claim.certainty.value)
    if claim.kind is not ClaimKind.EVENT:
        yield Fact("Kind", claim.kind.value)


def quotes(desk: Desk, article: str) -> Iterator[Standing]:
    """The words of speakers."""
    families = _families(desk)
    for quote in desk.brief.quotes:
        if quote.content.article == article:
            speaker = desk.naming.speaker(quote.speaker, desk.naming.words(quote.source))
            said = f"{quote.form.value} quote, {speaker or 'speaker not given'}"
            known = partial(_quote, desk, quote, speaker, families.get(quote.id))
            yield Standing(Layer.QUOTES, quote.content, said, known)


def _families(desk: Desk) -> Mapping[str, tuple[QuoteFamily, QuoteReading]]:
    return {reading.quote: (family, reading) for family in desk.brief.quote_families for reading in family.readings}


def _quote(desk: Desk, quote: Quote, speaker: str, place: tuple[QuoteFamily, QuoteReading] | None) -> Known:
    facts = [Fact("Speaker", speaker or "not given")]
    if stance := desk.naming.stance(quote.cue_class, quote.cue):
        facts.append(Fact("Introduced by", stance))
    if quote.channel:
        facts.append(Fact("Where", desk.naming.words(quote.channel)))
    if place is None:
        return Known(tuple(facts), kind="quote")
    family, reading = place
    if len(family.readings) > 1:
        facts.append(Fact("Readings", f"{len(family.readings)}; this one: {_difference(reading)}"))
    others = [desk.quotes[each.quote].content for each in family.readings if each.quote != quote.id]
    return Known(tuple(facts), _opened(desk, others), "quote")


def _difference(reading: QuoteReading) -> str:
    said = {ReadingKind.BASE: "the longest", ReadingKind.SAME: "the same words as the longest"}
    return said.get(reading.difference, reading.difference.value)


def dates(desk: Desk, article: str) -> Iterator[Standing]:
    """The days that the article's claims and the timeline give, as they were read."""
    read = {date.span: date for claim in desk.brief.claims for date in claim.when if date.span.article == article}
    for span, date in sorted(read.items()):
        yield Standing(Layer.DATES, span, f"date: {_when(date)}", partial(_date, desk, date))
    for moment in desk.brief.timeline:
        for span in sorted(set(moment.mentions)):
            if span.article == article and span not in read:
                said = f"date: {said_days(moment.first, moment.last, moment.granularity)}"
                yield Standing(Layer.DATES, span, said, partial(_moment, moment))


def _when(date: Date) -> str:
    if date.first is None or date.last is None:
        return f"{date.kind.lower()}, on no day of the calendar"
    return said_days(date.first, date.last, date.granularity)


def _date(desk: Desk, date: Date) -> Known:
    facts = [Fact("Read as", _when(date)), Fact("How fine", date.granularity.value)]
    if date.anchor:
        facts.append(Fact("Counted from", said_day(date.anchor)))
    if date.modifier:
        facts.append(Fact("With", one_line(date.modifier)))
    moment = next((each for each in desk.brief.timeline if date.span in each.mentions), None)
    if moment is None:
        return Known(tuple(facts))
    return Known((*facts, *_moment(moment).facts), kind="moment")


def _moment(moment: Moment) -> Known:
    facts = (Fact("Timeline", one_line(moment.what.text)), Fact("Given by", counted(moment.lines, "line")))
    return Known(facts, kind="moment")


def numbers(desk: Desk, article: str) -> Iterator[Standing]:
    """The numbers that the article's claims give."""
    held = _figures(desk)
    read = {each.span: each for claim in desk.brief.claims for each in claim.quantities if each.span.article == article}
    for span, value in sorted(read.items()):
        said = f"number: {quantity(value)}{f' {one_line(value.unit)}' if value.unit else ''}"
        yield Standing(Layer.NUMBERS, span, said, partial(_number, value, held.get(span, ())))


def _figures(desk: Desk) -> Mapping[Span, tuple[Figure, ...]]:
    held: dict[Span, tuple[Figure, ...]] = {}
    for figure in desk.brief.figures:
        values = (*figure.values, *(value for part in figure.parts for value in part.values))
        for span in {value.quantity.span for value in values}:
            held[span] = (*held.get(span, ()), figure)
    return held


def _number(value: Quantity, figures: tuple[Figure, ...]) -> Known:
    facts = [Fact("Admits", quantity(value))]
    if value.unit:
        facts.append(Fact("Counts", one_line(value.unit)))
    facts += [
        Fact("Figure", f"{one_line(each.label.text)}: {count_and_range(each.low, each.best, each.high)}")
        for each in figures
    ]
    return Known(tuple(facts), kind="figure" if figures else "")


def _opened(desk: Desk, spans: list[Span]) -> tuple[Witness, ...]:
    return desk.open.of(sorted(set(spans))[:_OPENED])
