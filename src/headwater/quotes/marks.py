"""Marked spans as quotes: direct or mixed, with the cue and source that stand beside them or that they inherit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from headwater.quotes.attribution import Report
from headwater.quotes.beside import cue_after, cue_at, cue_before, governing_cue, own_source
from headwater.quotes.floating import float_quote, is_sentence
from headwater.quotes.found import Found
from headwater.quotes.introduced import introducer, signature
from headwater.quotes.sources import is_nobody, source_head, source_span
from headwater.quotes.terms import said_with
from headwater.quotes.tree import Tree
from headwater.types import QuoteForm, Span

__all__ = ["find_marked"]

_FAR: Final = 150  # tokens between a quote and a cue in one sentence; longer sentences are lists
_WORD: Final = re.compile(r"\w+")
_REOPENED: Final = re.compile(r"\s*\n\s*(?:[\"“”„«»‟]|``|'')\s*")  # no closing mark, a new line, an opening mark


def find_marked(tree: Tree, reports: Sequence[Report]) -> list[Found]:
    """The quotes between marks, in order. Scare quotes and titles, which nobody is said to have said, are left out."""
    found: list[Found] = []
    reported = {report.cue for report in reports}
    for group in _utterances(tree):
        own = [_attributed(tree, reports, span) for span in group]
        leader = next((quote for quote in own if quote is not None), None)
        for span, mine in zip(group, own, strict=True):
            quote = mine or _led(leader, span) or float_quote(tree, reports, found, span)
            if quote is not None:
                found.append(quote)
    return [*found, *dict.fromkeys(_paraphrases(tree, found, reported))]


def _paraphrases(tree: Tree, found: Iterable[Found], reported: Collection[tuple[int, int]]) -> Iterator[Found]:
    """What is said with a quoted term, in the words around it: "called | the dam “a ruin” because it leaked"."""
    for quote in found:
        if quote.form is QuoteForm.MIXED and quote.cue is not None and quote.cue not in reported:
            around = said_with(tree, quote.cue[0], quote.start, quote.end)
            if around is not None:
                yield replace(quote, start=around[0], end=around[1], form=QuoteForm.INDIRECT)


def _led(leader: Found | None, span: Span) -> Found | None:
    """A paragraph of a quote whose cue stands in another one of its paragraphs."""
    if leader is None:
        return None
    return replace(leader, start=span.start, end=span.end, form=QuoteForm.DIRECT, inherited=True)


def _utterances(tree: Tree) -> Iterator[list[Span]]:
    """The marked spans in order; those of one quote that runs over paragraphs, each reopened, together."""
    group: list[Span] = []
    for span in tree.document.quoted:
        if tree.is_skipped(span.start, span.end) or not _WORD.search(tree.text, span.start, span.end):
            continue
        if group and not _REOPENED.fullmatch(tree.text, group[-1].end, span.start):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _attributed(tree: Tree, reports: Sequence[Report], span: Span) -> Found | None:
    """The quote with the source that its own sentence gives it; None if that gives none."""
    inside = tree.within(span.start, span.end)
    if not inside:
        return None
    report = _covering(tree, reports, span)
    form = QuoteForm.DIRECT if is_sentence(tree, span, inside) else QuoteForm.MIXED
    nearer = _nearer_cue(tree, span, inside, report) if form is QuoteForm.DIRECT else None
    if nearer is not None:
        return Found(
            span.start, span.end, form, (nearer, nearer + 1), own_source(tree, nearer, source_head(tree, nearer))
        )
    if report is not None:
        form = QuoteForm.MIXED if _is_part(tree, report) else QuoteForm.DIRECT
        return Found(span.start, span.end, form, report.cue, own_source(tree, report.verb, report.head))
    cue = _cue_beside(tree, span, inside, spoken=form is QuoteForm.DIRECT)
    if cue is not None:
        return _by_cue(tree, span, form, cue)
    if not tree.is_outer(span):
        return None
    head = introducer(tree, span)
    head = head if head is not None else signature(tree, span)
    return None if head is None else Found(span.start, span.end, form, None, head)


def _by_cue(tree: Tree, span: Span, form: QuoteForm, cue: int) -> Found | None:
    """The quote under a cue; None if nobody says it, or if it stands in the name of the one who speaks."""
    head = own_source(tree, cue, source_head(tree, cue))
    if head is not None:
        source = source_span(tree, head)
        if is_nobody(tree, head) or (form is QuoteForm.MIXED and source.start <= span.start < source.end):
            return None
    return Found(span.start, span.end, form, (cue, cue + 1), head)


def _nearer_cue(tree: Tree, span: Span, inside: range, report: Report | None) -> int | None:
    """The cue of a quote where it is not that of the report that covers it.

    A quote in a quote has its own before it ("“She said, ‘Go.’”"), and a verb or a colon right at the mark is surer
    than what another sentence says: "Few believe it. As Venn put it: “...".
    """
    if not tree.is_outer(span):
        cue = cue_before(tree, span, inside)
        cue = None if cue is None or tree.mark_around(cue) is None else cue
    else:
        other = report is not None and tree.sentence[report.cue[0]] != tree.sentence[inside[0]]
        cue = cue_at(tree, span, inside) if other else None
    return None if cue is None or (report is not None and report.cue[0] == cue) else cue


def _cue_beside(tree: Tree, span: Span, inside: range, *, spoken: bool) -> int | None:
    """The cue after the quote, before it, or over it; a quote in a quote has only the last two."""
    after = cue_after(tree, span, inside, spoken=spoken) if tree.is_outer(span) else None
    if after is not None:
        return after
    before = cue_before(tree, span, inside)
    return before if before is not None else governing_cue(tree, inside)


def _covering(tree: Tree, reports: Sequence[Report], span: Span) -> Report | None:
    """The report that the marked words are the content of, or a part of its content; the closest one."""
    best, best_size = None, 0
    low = bisect_left(reports, tree.token_at(span.start) - _FAR, key=lambda report: report.cue[0])
    high = bisect_left(reports, tree.token_at(span.end) + _FAR, key=lambda report: report.cue[0])
    for report in reports[low:high]:
        cue = tree.tokens[report.cue[0]].start
        if span.start <= cue < span.end or not report.contents:
            continue
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in report.contents)
        size = sum(end - start for start, end in report.contents)
        enough = shared * 2 > span.end - span.start or shared * 5 > size * 4
        if enough and (best is None or size < best_size):
            best, best_size = report, size
    return best


def _is_part(tree: Tree, report: Report) -> bool:
    """Tell whether the content goes on outside the marks with words of its own, "that" apart."""
    return any(
        tree.is_word(item) and tree.words[item] not in {"that", "and", "but"} and tree.mark_around(item) is None
        for start, end in report.contents
        for item in tree.within(start, end)
    )
