"""The words behind a line of the brief: each span in the sentence that holds it, marked.

The stage that built the brief kept spans only, so the sentence is found again here, for the eye alone: nothing rests on
where the context begins and ends. Abbreviations may cut it short; the marked words are exact.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from headwater.evidence import quoted_words
from headwater.render.characters import one_line, visible
from headwater.render.naming import Naming
from headwater.render.view import Piece, Reason, Witness
from headwater.types import Article, Brief, Evidence, Span

__all__ = ["Witnesses", "anchor", "context"]

_BREAK: Final = re.compile(r"(?P<word>\w*)[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_ABBREVIATIONS: Final = (
    "Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Cpl Sen Rep Gov Rev St No Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov "
    "Dec vs Inc Ltd Co Corp"
)
_SHORT: Final = frozenset(_ABBREVIATIONS.split())
_REACH: Final = 320  # code points of context either side: a long sentence, not a page


class Witnesses:
    """Opens spans of one story: who published them, on which line, and the words in their sentence."""

    def __init__(self, brief: Brief, naming: Naming, prefix: str) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in brief.articles}
        self._numbers = {article.id: number for number, article in enumerate(brief.articles, 1)}
        self._heads = {article: self._head(naming, article) for article in self._articles}
        self._prefix = prefix
        self._opened: dict[tuple[Span, ...], Witness] = {}  # the same words stand behind many things

    def words(self, span: Span) -> str:
        """The exact words of the span."""
        return quoted_words(span, self._articles)

    def of(self, spans: Iterable[Span]) -> tuple[Witness, ...]:
        """One witness for each sentence that holds some of the spans, in the order of articles and of text."""
        unique: Collection[Span] = set(spans)
        if len(unique) > 1:  # a page of 25 articles asks four thousand times, mostly for one span
            unique = sorted(unique, key=lambda span: (self._numbers[span.article], span.start, span.end))
        return tuple(self._witness(tuple(group)) for group in self._groups(unique))

    def one(self, span: Span | None) -> Witness | None:
        """The witness of one span, None where there is none."""
        return None if span is None else self.of((span,))[0]

    def places(self, spans: Iterable[Span]) -> tuple[Witness, ...]:
        """One witness for each article that has some of the spans, in the order of the spans, without its words."""
        held: dict[str, list[Span]] = {}
        for span in spans:
            self.words(span)  # raises UncitedLine, as `of` does
            held.setdefault(span.article, []).append(span)
        return tuple(self._made(each, ()) for each in held.values())

    def reasons(self, evidence: Iterable[Evidence]) -> tuple[Reason, ...]:
        """Named parts of a score, each with the words it rests on."""
        return tuple(self._reason(part) for part in evidence)

    def _reason(self, part: Evidence) -> Reason:
        spans = [span for span in (part.left, part.right) if span]
        return Reason(one_line(part.name), one_line(part.detail), part.score, self.of(spans))

    def alone(self, around: Span, differing: Sequence[Span]) -> Witness:
        """The words of `around` without their sentence, what differs marked: for readings one under another."""
        return self._made((around,), self._pieces(around, _marks(around, differing)))

    def in_context(self, around: Span, differing: Sequence[Span]) -> Witness:
        """The sentence that holds `around`, marked as cited, with what differs in it marked as changed."""
        window = context(self._articles[around.article].text, around)
        return self._made((around,), self._sentence(window, _marks(around, differing)))

    def _groups(self, spans: Iterable[Span]) -> Iterator[list[Span]]:
        group: list[Span] = []
        for span in spans:
            self.words(span)  # raises UncitedLine where the offsets are not in the article
            if group and not self._joins(group[-1], span):
                yield group
                group = []
            group.append(span)
        if group:
            yield group

    def _joins(self, last: Span, span: Span) -> bool:
        return span.article == last.article and span.start < context(self._articles[span.article].text, last).end

    def _witness(self, spans: tuple[Span, ...]) -> Witness:
        opened = self._opened.get(spans)
        if opened is None:
            opened = self._opened[spans] = self._in_sentence(spans)
        return opened

    def _in_sentence(self, spans: Sequence[Span]) -> Witness:
        text = self._articles[spans[0].article].text
        window = context(text, spans[0])
        if len(spans) > 1:
            last = context(text, max(spans, key=lambda span: span.end))
            window = Span(window.article, window.start, last.end)
        return self._made(spans, self._sentence(window, [(span, "cited") for span in spans]))

    def _sentence(self, window: Span, marks: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
        """The pieces of a sentence, with an ellipsis at an end where it was cut."""
        text, more = self._articles[window.article].text, (Piece("…"),)
        shown = self._pieces(window, marks)
        if _cut(text, window.start):
            shown = more + shown
        return shown + more if _cut(text, window.end) else shown

    def _pieces(self, window: Span, marks: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
        return tuple(_pieces(self._articles[window.article].text, window, marks))

    def _made(self, spans: Sequence[Span], shown: tuple[Piece, ...]) -> Witness:
        number, label, short, line = self._heads[spans[0].article]
        anchors = tuple([anchor(self._prefix, number, span) for span in spans])
        return Witness(number, label, short, line, shown, tuple(spans), anchors)

    def _head(self, naming: Naming, article: str) -> tuple[int, str, str, str]:
        """What every witness of an article has: its number and its names, the letter of its line."""
        return self._numbers[article], naming.label(article), naming.short(article), naming.letter(article)


def anchor(prefix: str, number: int, span: Span) -> str:
    """The id of a span on a page: the article's number and the offsets, so that no hostile id gets in."""
    return f"{prefix}a{number}-{span.start}-{span.end}"


def context(text: str, span: Span) -> Span:
    """The sentence around the span, within its paragraph and at most `_REACH` code points either side."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _REACH)
    cuts = _breaks(text)
    before, after = bisect_right(cuts, span.start) - 1, bisect_left(cuts, span.end)
    return Span(
        span.article,
        max(start, cuts[before]) if before >= 0 else start,
        min(end, cuts[after]) if after < len(cuts) else end,
    )


def _marks(around: Span, differing: Sequence[Span]) -> list[tuple[Span, str]]:
    """`around` cut at what differs in it: those parts are changed, the rest is cited."""
    marks: list[tuple[Span, str]] = []
    reached = around.start
    for span in differing:
        marks += [(Span(span.article, reached, span.start), "cited"), (span, "changed")]
        reached = span.end
    return [*marks, (Span(around.article, reached, around.end), "cited")]


def _pieces(text: str, window: Span, marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """The window cut into marked and unmarked pieces; an overlap belongs to the mark that began first."""
    reached = window.start
    for span, mark in marks:
        start, end = max(span.start, reached), min(span.end, window.end)
        if start < end:
            if reached < start:
                yield Piece(visible(text[reached:start]))
            yield Piece(visible(text[start:end]), mark)
            reached = end
    if rest := text[reached : window.end].rstrip():
        yield Piece(visible(rest))


def _cut(text: str, place: int) -> bool:
    """Whether the context stops inside a sentence: between two characters that no white space parts."""
    return 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace()


@lru_cache(maxsize=1024)
def _breaks(text: str) -> tuple[int, ...]:
    """Where sentences of a text begin behind others, in order. A page asks thousands of times for each text."""
    return tuple(match.end() for match in _BREAK.finditer(text) if not _is_short(match["word"]))


def _is_short(word: str) -> bool:
    return word in _SHORT or (len(word) == 1 and word.isupper())
