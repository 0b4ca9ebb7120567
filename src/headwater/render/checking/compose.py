"""Check -> CheckView: claims with their words, and the words of the reports opened. Nothing is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from headwater.evidence import quoted_words
from headwater.render.characters import one_line, visible
from headwater.render.checking.view import AgainstView, CheckView, ClaimView, DetailView, PartView, ReportView
from headwater.render.naming import facts, letter_of
from headwater.render.view import Piece, Witness
from headwater.render.witnesses import anchor, context
from headwater.render.words import added_up, counted, signed
from headwater.types import (
    Against,
    Article,
    Check,
    Checked,
    Detail,
    DetailState,
    Evidence,
    Judgement,
    Span,
)
from headwater.verdict import chance

__all__ = ["spans_shown", "view_of"]

_PREFIX: Final = ""
_MOST_MARKED: Final = 0.7  # of a claim; more is no mark


def view_of(check: Check) -> CheckView:
    """The check with its ids resolved to words.

    Raises `UncitedLine` where a span does not lie in its article: what cannot be opened is not shown.
    """
    composer = _Composer(check)
    counts = Counter(each.judgement for each in check.claims)
    return CheckView(
        draft=one_line(check.draft.name),
        summary=one_line(check.summary.text),
        tallies=tuple((each.value, _style(each), counts[each]) for each in Judgement if counts[each]),
        claims=tuple(composer.claim(number, each) for number, each in enumerate(check.claims, 1)),
        reports=tuple(composer.reports()),
        count=f"{counted(len(check.articles), 'report')}, {counted(len(check.lines), 'line')} of reporting",
        left_out=tuple((one_line(one.name), one_line(one.reason)) for one in check.left_out),
        version=check.version,
    )


def _style(judgement: Judgement) -> str:
    return judgement.name.lower().replace("_", "-")


class _Composer:
    """One check under way to its view."""

    def __init__(self, check: Check) -> None:
        every = (check.draft, *check.articles)
        self._articles: Mapping[str, Article] = {article.id: article for article in every}
        self._numbers = {article.id: number for number, article in enumerate(check.articles, 1)}
        self._letters = {line.id: letter_of(index) for index, line in enumerate(check.lines)}
        self._line_of = {article: self._letters[line.id] for line in check.lines for article in line.articles}

    def reports(self) -> Iterator[ReportView]:
        for article, number in self._numbers.items():
            line = self._line_of.get(article, "")
            yield ReportView(number, f"a{number}", self._label(article), line, facts(self._articles[article]))

    def claim(self, number: int, claim: Checked) -> ClaimView:
        for span in claim.reason.spans:
            self._words(span)
        whole, scores = added_up([part.score for part in claim.evidence])
        return ClaimView(
            number=number,
            anchor=f"c{number}",
            pieces=tuple(self._pieces(claim)),
            judgement=claim.judgement.value,
            style=_style(claim.judgement),
            reason=one_line(claim.reason.text),
            standing=_standing(claim),
            lines=tuple(letter for line, letter in self._letters.items() if line in claim.line_ids),
            against=tuple(self._against(each) for each in claim.against),
            support=tuple(self._witness(span, span) for span in claim.support),
            details=tuple(self._detail(each) for each in claim.details),
            parts=tuple(_part(part, score) for part, score in zip(claim.evidence, scores, strict=True)),
            score=signed(whole),
            chance=chance(sum(part.score for part in claim.evidence)),
        )

    def _pieces(self, claim: Checked) -> Iterator[Piece]:
        """The claim's words, those that the reports lack or have otherwise marked, unless that is all of them."""
        doubtful = [each.span for each in claim.details if each.state is not DetailState.FOUND]
        length = claim.span.end - claim.span.start
        narrow = [each.draft for each in claim.against if each.draft.end - each.draft.start < _MOST_MARKED * length]
        yield from self._marked(claim.span, [*doubtful, *narrow], "changed")

    def _against(self, one: Against) -> AgainstView:
        report = tuple(self._witness(context(self._articles[span.article].text, span), span) for span in one.reports)
        return AgainstView(one.aspect.value, one_line(one.harm), one_line(self._words(one.draft)), report)

    def _detail(self, one: Detail) -> DetailView:
        report = tuple(self._witness(context(self._articles[span.article].text, span), span) for span in one.reports)
        return DetailView(one.aspect.value, one_line(self._words(one.span)), one.state.value, report)

    def _witness(self, around: Span, span: Span) -> Witness:
        self._words(span)
        number, label = self._numbers[span.article], self._label(span.article)
        return Witness(
            number=number,
            label=label,
            short=label,
            line=self._line_of.get(span.article, ""),
            pieces=tuple(self._marked(around, [span], "cited")) if around != span else (Piece(self._shown(span)),),
            spans=(span,),
            anchors=(anchor(_PREFIX, number, span),),
        )

    def _marked(self, whole: Span, spans: Sequence[Span], mark: str) -> Iterator[Piece]:
        self._words(whole)
        inside = [(max(whole.start, span.start), min(whole.end, span.end)) for span in spans]
        cuts = sorted({whole.start, whole.end, *(cut for pair in inside if pair[0] < pair[1] for cut in pair)})
        for start, end in pairwise(cuts):
            marked = any(first <= start and end <= last for first, last in inside)
            yield Piece(self._shown(Span(whole.article, start, end)), mark if marked else "")

    def _shown(self, span: Span) -> str:
        return visible(quoted_words(span, self._articles))

    def _words(self, span: Span) -> str:
        return quoted_words(span, self._articles)

    def _label(self, article: str) -> str:
        found = self._articles[article]
        outlet, name = one_line(found.outlet.value) if found.outlet else "", one_line(found.name)
        return f"{outlet} ({name})" if outlet and outlet != name else name


def _standing(claim: Checked) -> str:
    if not claim.articles:
        return ""
    lines = claim.lines
    told = f"{lines.low} to {lines.high} lines" if lines.low != lines.high else counted(lines.best, "line")
    sources = f", {counted(claim.sources, 'source')}" if claim.sources else ""
    return f"{told}{sources}, {counted(len(claim.articles), 'article')}"


def _part(part: Evidence, score: int) -> PartView:
    return PartView(one_line(part.name), signed(score), one_line(part.detail))


def spans_shown(view: CheckView) -> Iterable[Span]:
    """Every span of a report that the view opens."""
    for claim in view.claims:
        against = (witness for one in claim.against for witness in one.report)
        details = (witness for one in claim.details for witness in one.report)
        yield from (span for witness in (*claim.support, *against, *details) for span in witness.spans)
