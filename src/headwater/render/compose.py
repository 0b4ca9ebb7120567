"""Brief -> StoryView: every id resolved to words once, for all renderings alike."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from headwater.render.characters import one_line
from headwater.render.differences import changed
from headwater.render.lineages import Lineages
from headwater.render.naming import Naming, facts
from headwater.render.view import (
    AlterationView,
    ArticleView,
    Bar,
    ClaimView,
    ConflictView,
    EntityView,
    FigureRow,
    FigureView,
    LeftOutView,
    MomentView,
    QuoteView,
    ReadingView,
    SideView,
    SpellingView,
    StatementView,
    StatusView,
    StoryView,
    Voice,
)
from headwater.render.witnesses import Witnesses
from headwater.render.words import counted, days, number, quantity, tally, whereabouts
from headwater.text.day_words import said_day
from headwater.types import (
    Alteration,
    Brief,
    Certainty,
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Entity,
    Figure,
    FigureValue,
    Finding,
    Moment,
    Quote,
    QuoteFamily,
    QuoteForm,
    QuoteReading,
    Side,
    Span,
    Statement,
)

__all__ = ["view_of"]

_READING: Final = {"base": "longest reading", "same": "same words", "wording": "other wording"}


class _Scale(NamedTuple):
    """Where a figure's strip begins, and how much it spans."""

    least: float
    width: float


def view_of(brief: Brief, prefix: str = "") -> StoryView:
    """The brief with its ids resolved to words. `prefix` begins every id on a page that holds several stories.

    Raises `UncitedLine` where a span does not lie in its article, and `KeyError` where an id leads nowhere: both are
    defects of whoever built the brief.
    """
    return _Composer(brief, prefix).story()


class _Composer:
    """One brief under way to its view: the names, the opened spans and the records by id."""

    def __init__(self, brief: Brief, prefix: str) -> None:
        self.brief = brief
        self.prefix = prefix
        self.naming = Naming(brief)
        self.open = Witnesses(brief, self.naming, prefix)
        self.claims = {claim.id: claim for claim in brief.claims}
        self.quotes = {quote.id: quote for quote in brief.quotes}
        self.findings: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in brief.findings:
            self.findings[finding.statement].append(finding)
        self.articles = {
            article.id: ArticleView(
                article.id,
                index,
                self.naming.label(article.id),
                self.naming.letter(article.id),
                facts(article),
                f"{prefix}a{index}",
            )
            for index, article in enumerate(brief.articles, 1)
        }

    def story(self) -> StoryView:
        brief, lineages = self.brief, Lineages(self.brief, self.naming, self.open, self.articles)
        return StoryView(
            prefix=self.prefix,
            headline=one_line(brief.headline.text),
            headline_witnesses=self.open.of(brief.headline.spans),
            count_line=one_line(brief.count_line),
            count_reasons=lineages.doubts(),
            where=one_line(whereabouts(brief.scene, len(brief.articles))),
            where_witnesses=self.open.of(brief.scene.told.spans) if brief.scene else (),
            together=self.open.reasons(brief.story.evidence),
            lines=tuple(lineages.line(line) for line in brief.stemma.lines),
            statements=tuple(self.statement(index, each) for index, each in enumerate(brief.statements, 1)),
            conflicts=tuple(self.conflict(index, each) for index, each in enumerate(brief.conflicts, 1)),
            alterations=tuple(self.alteration(each) for each in brief.alterations),
            quotes=tuple(self.quote(family) for family in brief.quote_families),
            figures=tuple(self.figure(figure) for figure in brief.figures),
            timeline=tuple(self.moment(moment) for moment in sorted(brief.timeline, key=_when)),
            entities=tuple(self.entity(entity) for entity in brief.entities),
            left_out=tuple(
                LeftOutView(one_line(each.name), one_line(each.reason), self.open.of(each.spans))
                for each in brief.left_out
            ),
            articles=tuple(self.articles.values()),
            version=brief.version,
        )

    def doubted(self, count: Count) -> tuple[str, ...]:
        """Why a count of lines is a range."""
        return (*map(self.naming.doubt, count.doubts), *map(one_line, count.reasons))

    def statement(self, index: int, statement: Statement) -> StatementView:
        shown = self.claims[statement.shown]
        claims = [shown, *(self.claims[claim] for claim in statement.claims if claim != statement.shown)]
        opened = {claim.span for claim in claims}
        return StatementView(
            anchor=f"{self.prefix}statement-{index}",
            shown=self.naming.words(shown.span),
            tally=tally(statement.lines, statement.sources, len(statement.articles)),
            lines=self.naming.lines(statement.line_ids),
            reasons=self.doubted(statement.lines),
            voices=self.voices(claims, set(self.naming.lines(statement.line_ids))),
            certainty=_doubt(shown),
            kind="" if shown.kind is ClaimKind.EVENT else shown.kind.value,
            statuses=tuple(self.status(each, opened) for each in self.findings.get(statement.id, ())),
            claims=tuple(self.claim(claim) for claim in claims),
        )

    def voices(self, claims: Iterable[Claim], lines: AbstractSet[str]) -> tuple[Voice, ...]:
        """The chains of the claims, each said once, with the articles that give it and their letters among `lines`."""
        gathered: dict[str, list[str]] = {}
        for claim in claims:
            gathered.setdefault(self.naming.chain(claim.attribution), []).append(claim.span.article)
        return tuple(self.voice(chain, dict.fromkeys(articles), lines) for chain, articles in gathered.items())

    def voice(self, chain: str, articles: Iterable[str], lines: AbstractSet[str]) -> Voice:
        held = list(articles)
        letters = {self.naming.letter(article) for article in held} & lines
        ordered = sorted(letters, key=lambda letter: (len(letter), letter))
        return Voice(chain, tuple(ordered), tuple(self.naming.short(article) for article in held))

    def claim(self, claim: Claim) -> ClaimView:
        witness = self.open.of((claim.span,))[0]
        return ClaimView(witness, self.naming.chain(claim.attribution), _doubt(claim))

    def status(self, finding: Finding, opened: AbstractSet[Span]) -> StatusView:
        """The finding; its witnesses are those that the statement's claims do not open already."""
        beyond = set(finding.reason.spans) - opened
        return StatusView(finding.status.value, one_line(finding.reason.text), self.open.of(beyond))

    def conflict(self, index: int, conflict: Conflict) -> ConflictView:
        opened = {span for side in conflict.sides for span in side.spans}
        return ConflictView(
            anchor=f"{self.prefix}conflict-{index}",
            kind=conflict.kind.value,
            question=one_line(conflict.question.text),
            witnesses=self.open.of(set(conflict.question.spans) - opened),
            sides=tuple(self.side(side) for side in conflict.sides),
            note=one_line(conflict.note),
        )

    def side(self, side: Side) -> SideView:
        return SideView(
            value=one_line(side.value),
            chain=self.naming.chain(side.attribution),
            lines=self.naming.lines(side.lines),
            articles=tuple(self.naming.short(article) for article in side.articles),
            weak=one_line(side.weak),
            witnesses=self.open.of(side.spans),
        )

    def alteration(self, alteration: Alteration) -> AlterationView:
        sound, altered = alteration.sound, alteration.altered
        gone, come = changed(sound, self.open.words(sound), altered, self.open.words(altered))
        called = _called(alteration)
        return AlterationView(
            kind=alteration.kind.value,
            harm=one_line(alteration.harm),
            decided=alteration.decided,
            first_called=called[0],
            second_called=called[1],
            first=self.open.in_context(sound, gone),
            second=self.open.in_context(altered, come),
            support=self.open.of(alteration.support),
            reasons=self.open.reasons(alteration.evidence),
        )

    def quote(self, family: QuoteFamily) -> QuoteView:
        base = self.quotes[family.readings[0].quote].content
        return QuoteView(
            speaker=self.naming.speaker(family.speaker, family.speaker_text.text),
            witnesses=self.open.of(family.speaker_text.spans),
            readings=tuple(self.reading(reading, base, len(family.readings) > 1) for reading in family.readings),
        )

    def reading(self, reading: QuoteReading, base: Span, several: bool) -> ReadingView:
        quote = self.quotes[reading.quote]
        _, differing = changed(base, self.open.words(base), quote.content, self.open.words(quote.content))
        remarks = (
            _READING.get(reading.difference, one_line(reading.difference)) if several else "",
            "" if quote.form is QuoteForm.DIRECT else quote.form.value,
            self.described(quote),
            self.naming.words(quote.channel),
        )
        return ReadingView(self.open.alone(quote.content, differing), tuple(remark for remark in remarks if remark))

    def described(self, quote: Quote) -> str:
        """The words for the speaker where they are not just part of the name."""
        words, name = self.naming.words(quote.source), self.naming.speaker(quote.speaker, "")
        return "" if not words or words.casefold() in name.casefold() else f"said by “{words}”"

    def figure(self, figure: Figure) -> FigureView:
        scale = _scale(figure)
        return FigureView(
            label=one_line(figure.label.text),
            role=one_line(figure.role),
            population=one_line(figure.population),
            low=number(figure.low),
            best=number(figure.best),
            high=number(figure.high),
            rule=one_line(figure.rule),
            witnesses=self.open.of(figure.label.spans),
            rows=tuple(self.figure_row(value, scale) for value in figure.values),
        )

    def figure_row(self, value: FigureValue, scale: _Scale) -> FigureRow:
        return FigureRow(
            value=quantity(value.quantity),
            chain=self.naming.chain(value.attribution),
            as_of=said_day(value.as_of) if value.as_of else "",
            copied=value.derived,
            bar=_bar(value.quantity.low, value.quantity.high, scale),
            witness=self.open.of((value.quantity.span,))[0],
        )

    def moment(self, moment: Moment) -> MomentView:
        return MomentView(
            iso=moment.first,
            when=days(moment),
            what=one_line(moment.what.text),
            lines=counted(moment.lines, "line"),
            witnesses=self.open.of(moment.what.spans),
            mentions=self.open.of(moment.mentions),
        )

    def entity(self, entity: Entity) -> EntityView:
        spellings = tuple(
            SpellingView(one_line(each.text), len(each.spans), self.open.of(each.spans)) for each in entity.spellings
        )
        role = self.naming.words(entity.roles[0]) if entity.roles else ""
        return EntityView(entity.kind.value, one_line(entity.name), spellings, self.open.of(entity.roles), role)


def _called(alteration: Alteration) -> tuple[str, str]:
    """What to call the two readings: who supports the first, or that nothing decides."""
    if not alteration.decided:
        return "One reading", "The other; nothing decides between them"
    if alteration.support:
        others = len({span.article for span in alteration.support})
        return f"Supported by {counted(others, 'other article')}", "Altered in copying"
    return "Likelier the older reading", "Altered in copying"


def _doubt(claim: Claim) -> str:
    return "" if claim.certainty is Certainty.CERTAIN else claim.certainty.value


def _when(moment: Moment) -> tuple[str, str, str]:
    return moment.first, moment.last, moment.id


def _scale(figure: Figure) -> _Scale:
    """From the least to the greatest number that the values name, with room behind it for what has no end."""
    ends = [end for value in figure.values for end in (value.quantity.low, value.quantity.high)]
    finite = [end for end in ends if math.isfinite(end)] or [0.0]
    least, width = min(finite), (max(finite) - min(finite)) or 1.0
    return _Scale(least, width * (1.25 if math.inf in ends else 1.0))


def _bar(low: float, high: float, scale: _Scale) -> Bar:
    endless = math.isinf(high)
    return Bar((low - scale.least) / scale.width, 1.0 if endless else (high - scale.least) / scale.width, endless)
