"""What the rules find is proposed to a tagger; what the tagger answers goes on as the reports of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final

from headwater.models.base import AttributionTagger
from headwater.quotes.attribution import Pieces, Report, pieces_of
from headwater.quotes.sources import PERCEIVING, is_citing, is_newsroom, is_nobody, source_head, source_span
from headwater.quotes.tree import TENSED, Tree
from headwater.text.cues import is_negated, is_speech_verb, is_usual_cue
from headwater.types import Saying, Span

__all__ = ["Sources", "proposed", "reports_by", "tagged_sources"]

_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_WITH_HEARER: Final = frozenset({"warn", "remind", "inform", "notify", "assure"})
_SMALL: Final = frozenset({"ADP", "SCONJ", "CCONJ", "PART"})
_PERCEIVING: Final = frozenset({"see", "hear", "watch"})
_SURE: Final = 0.6
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})

Sources = Mapping[tuple[tuple[int, int] | None, int], Span]
Words = Callable[[Report], frozenset[int]]


def proposed(tree: Tree, reports: Iterable[Report]) -> tuple[Saying, ...]:
    """Reports as token ranges."""
    return tuple(saying for report in reports for saying in _proposal(tree, report))


def _proposal(tree: Tree, report: Report) -> Iterator[Saying]:
    contents = tuple(_range(tree.within(start, end)) for start, end in report.contents if tree.within(start, end))
    if contents:
        span = None if report.head is None else source_span(tree, report.head)
        inside = range(0) if span is None else tree.within(span.start, span.end)
        yield Saying(report.cue, contents, _range(inside) if inside else None)


def _range(tokens: range) -> tuple[int, int]:
    return tokens.start, tokens.stop


def reports_by(tagger: AttributionTagger, tree: Tree, reports: Sequence[Report]) -> list[Report]:
    """The reports that a tagger makes of those of the rules, in the order of their cues.

    A report that it leaves as it was, but for small words at an edge, stays the rules' own. A clause that the rules
    give to a source is kept where the tagger gives its words to nobody. Nobody is no source.
    """
    proposals = proposed(tree, reports)
    by_cue = {saying.cue: (saying, report) for report in reports for saying in _proposal(tree, report)}
    told = [
        report
        for saying in tagger.tag(tree.document, proposals)
        if (report := _report(tree, saying, by_cue.get(saying.cue))) is not None
    ]
    return sorted(_agreed(tree, told, reports), key=lambda report: report.cue)


def _agreed(tree: Tree, told: Sequence[Report], reports: Sequence[Report]) -> Iterator[Report]:
    """The tagger's reports and those of the rules that it leaves untold, without those of nobody told of somebody."""
    words = cache(partial(_words, tree))
    sourced = [report for report in told if report.head is not None]
    kept = [report for report in reports if report.clausal and _is_untold(tree, words, report, sourced)]
    whole = {report.cue[0]: report.contents for report in told}
    yield from (_citing_what_is_told(tree, report, whole) for report in sourced)
    yield from kept
    cues = {report.cue for report in kept}
    whose = [report for report in (*sourced, *kept) if report.head is not None]
    for report in told:
        if report.head is None and report.cue not in cues and not _is_twin(words, report, whose):
            yield report


def _citing_what_is_told(tree: Tree, report: Report, whole: Mapping[int, Pieces]) -> Report:
    """The report of a cited source with the content of the cue that it hangs on: both said the same words."""
    if not is_citing(tree, report.verb):
        return report
    above = next((item for item in tree.ancestors(report.verb) if item in whole), None)
    return report if above is None else replace(report, contents=whole[above])


def _is_untold(tree: Tree, words_of: Words, report: Report, told: Iterable[Report]) -> bool:
    """Tell whether no report has the same cue or, unless it tells of this report itself, half of its words."""
    if any(other.cue == report.cue for other in told):
        return False
    words, cue = words_of(report), report.verb
    if _is_beyond(tree, cue):
        return True
    near = [words_of(other) for other in told if _meets(other, report)]
    named = report.head is not None and tree.tokens[report.head].pos != "PRON"
    return all((named and cue in other) or len(other & words) * 2 < len(words) for other in near)


def _is_beyond(tree: Tree, verb: int) -> bool:
    """Tell whether the rules have a cue that people who label attributions rarely mark: a cited source, own eyes."""
    seen = tree.tokens[verb].lemma in PERCEIVING and is_newsroom(tree, source_head(tree, verb))
    return seen or is_citing(tree, verb)


def _is_twin(words_of: Words, report: Report, others: Iterable[Report]) -> bool:
    """Tell whether another report has mostly the same words as its content: "was quoted as saying that ..."."""
    words = words_of(report)
    near = (words_of(other) for other in others if _meets(other, report))
    return any(len(other & words) * 2 >= len(other | words) for other in near)


def _meets(one: Report, other: Report) -> bool:
    """Tell whether two reports have the same cue, or contents where they could share a word."""
    apart = one.contents[-1][1] <= other.contents[0][0] or other.contents[-1][1] <= one.contents[0][0]
    return one.cue == other.cue or not apart


def _words(tree: Tree, report: Report) -> frozenset[int]:
    return frozenset(item for start, end in report.contents for item in tree.within(start, end) if tree.is_word(item))


def _report(tree: Tree, saying: Saying, known: tuple[Saying, Report] | None) -> Report | None:
    own = None if known is None else known[1]
    if own is not None and _is_beyond(tree, own.verb):
        return own
    head, source = _source(tree, saying, own)
    contents = tuple(pieces_of(tree, _within(saying)))
    if own is not None and known is not None and (not saying.contents or _is_alike(tree, saying, known[0])):
        contents = own.contents
    clausal = own.clausal if own is not None else any(tree.tokens[item].dep == "nsubj" for item in _within(saying))
    if not contents or (head is not None and is_nobody(tree, head)):
        return None
    if own is None and _is_vetoed(tree, saying):
        return None
    verb = saying.cue[0] if own is None else own.verb
    return Report(saying.cue, head, contents, verb, is_speech_verb(tree.tokens[verb].lemma), clausal, source)


def _is_vetoed(tree: Tree, saying: Saying) -> bool:
    """Tell whether the rules know better: "did not confirm the deaths" says nothing, nor does "saw thousands gather".

    A word that is no usual cue is one over a clause or quoted words, over others only where the tagger is sure.
    """
    inside = list(_within(saying))
    verb, verbs = saying.cue[0], [item for item in inside if tree.tokens[item].pos in {"VERB", "AUX"}]
    lemma = tree.tokens[verb].lemma
    if lemma in _PERCEIVING and verbs and not any(tree.tokens[item].tag in TENSED for item in verbs):
        return True
    if lemma in _PERCEIVING and saying.source is not None and tree.words[saying.source[0]] == "which":
        return True  # "the protests, which saw thousands gather": what sees is no source
    if not verbs and is_negated(tree.tokens, verb):
        return True
    told = any(tree.mark_around(item) is None for item in verbs)
    quoted = any(_is_quoted(tree, item) for item in inside)
    return saying.chance < _SURE and not (is_usual_cue(lemma) or told or quoted)


def _is_quoted(tree: Tree, item: int) -> bool:
    """Tell whether a word stands between marks; after a colon it is the rules' to say who speaks."""
    mark = tree.mark_around(item)
    return mark is not None and not tree.text[max(0, mark.start - 4) : mark.start].rstrip("\"“‘«„'` ").endswith(":")


def _is_alike(tree: Tree, one: Saying, other: Saying) -> bool:
    """Tell whether the contents differ in punctuation, small words and the hearer alone."""
    hearer = tree.child(one.cue[0], "dobj") if tree.tokens[one.cue[0]].lemma in _WITH_HEARER else None
    heard = frozenset[int]() if hearer is None else frozenset(tree.subtree(hearer))
    differing = set(_within(one)) ^ set(_within(other))
    return all(not tree.is_word(item) or tree.tokens[item].pos in _SMALL or item in heard for item in differing)


def _source(tree: Tree, saying: Saying, own: Report | None) -> tuple[int | None, tuple[int, int] | None]:
    """Head and tokens of a source; the rules' own where the tagger gives none, a relative pronoun, or a part of it."""
    if saying.source is None:
        return (None, None) if own is None else (own.head, None)
    if own is not None and own.head is not None:
        span = source_span(tree, own.head)
        whole = _range(tree.within(span.start, span.end))
        longer = (
            whole[0] == saying.source[0] and saying.source[1] < whole[1] and not whole[0] <= saying.cue[0] < whole[1]
        )
        if longer or _is_relative(tree, saying.source):
            return own.head, None
    return _head(tree, saying.source, own), saying.source


def _is_relative(tree: Tree, source: tuple[int, int]) -> bool:
    return source[1] - source[0] == 1 and tree.words[source[0]] in _RELATIVE


def _within(saying: Saying) -> Iterator[int]:
    return (item for first, last in saying.contents for item in range(first, last))


def _head(tree: Tree, source: tuple[int, int], own: Report | None) -> int:
    """The word that the others of a source hang on; the rules' own where it lies in the source."""
    if own is not None and own.head is not None and source[0] <= own.head < source[1]:
        return own.head
    inside = range(*source)
    tops = [item for item in inside if tree.heads[item] not in inside or tree.heads[item] == item]
    nouns = [item for item in tops if tree.tokens[item].pos in _NOUNS]
    return (nouns or tops or list(inside))[0]


def tagged_sources(tree: Tree, reports: Iterable[Report]) -> Sources:
    """The sources whose extent the tagger gave, by cue and head."""
    return {
        (report.cue, report.head): _closed(tree, tree.span(*report.source))
        for report in reports
        if report.head is not None and report.source is not None
    }


def _closed(tree: Tree, span: Span) -> Span:
    """The span with the bracket that closes it: "Sen. Venn (D-Sorna)"."""
    words = tree.text[span.start : span.end]
    cut = words.count("(") > words.count(")") and tree.text[span.end : span.end + 1] == ")"
    return Span(span.article, span.start, span.end + cut)
