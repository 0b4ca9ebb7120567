"""A brief and its gold side by side: which article is which, where the gold's words stand, how spans overlap.

All overlaps are counted in words (runs of letters and digits) by position, so that quotation marks and white space
at the edges of a span cost nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath

from headwater.types import Article, Brief, Span
from quality.scoring.gold import Gold
from quality.scoring.judgements import Judgement

__all__ = ["Reading"]

_WORD = re.compile(r"\w+")


class Reading:
    """One brief read against one gold."""

    def __init__(self, brief: Brief, gold: Gold) -> None:
        self.brief = brief
        self.gold = gold

    @cached_property
    def keys(self) -> dict[str, str]:
        """The gold's key of each article of the brief, by `Article.id`; articles the gold lacks have none."""
        stems = {PurePath(article.file).stem: key for key, article in self.gold.articles.items()}
        found = {article.id: stems.get(PurePath(article.name).stem) for article in self.brief.articles}
        return {article: key for article, key in found.items() if key is not None}

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.brief.articles}

    @cached_property
    def _by_key(self) -> dict[str, Article]:
        return {self.keys[article.id]: article for article in self.brief.articles if article.id in self.keys}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {a.id: [match.start() for match in _WORD.finditer(a.text)] for a in self.brief.articles}

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {article.id: sha256(article.text.encode()).hexdigest() for article in self.brief.articles}

    def is_judged_right(
        self, finding: str, kind: str, spans: Iterable[Span], judgements: Collection[Judgement]
    ) -> bool:
        """Whether a person judged a finding right that has this kind and one of these spans, in this very text."""
        places = {(self._digests.get(span.article), span.start, span.end) for span in spans}
        return any(
            one.verdict == "right"
            and (one.finding, one.kind) == (finding, kind)
            and (one.digest, one.start, one.end) in places
            for one in judgements
        )

    def line_of(self, article: str) -> str:
        """Return the gold's line of an article of the brief; '' if the gold lacks the article."""
        key = self.keys.get(article)
        return self.gold.articles[key].line if key is not None else ""

    def find(self, key: str, words: str) -> tuple[Span, ...]:
        """Every place where `words` stand in the article of that key; none if the brief lacks the article."""
        article = self._by_key.get(key)
        if article is None or not words:
            return ()
        return tuple(
            Span(article.id, match.start(), match.end()) for match in re.finditer(re.escape(words), article.text)
        )

    def words(self, span: Span) -> str:
        """Read the exact words of a span."""
        return self._articles[span.article].text[span.start : span.end]

    def neighbours(self, span: Span) -> tuple[str, str]:
        """Return the characters right before and after a span, '' at the edges of the text."""
        text = self._articles[span.article].text
        return text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]

    def jaccard(self, a: Span, b: Span) -> float:
        """Words in both spans over words in either, by position; 0 in different articles."""
        if a.article != b.article:
            return 0.0
        first, second = self._range(a), self._range(b)
        shared = max(0, min(first[1], second[1]) - max(first[0], second[0]))
        either = (first[1] - first[0]) + (second[1] - second[0]) - shared
        return shared / either if either else 0.0

    def contains(self, outer: Span, inner: Span) -> bool:
        """Whether every word of `inner` (it has one) lies in `outer`."""
        (first, last), (start, end) = self._range(outer), self._range(inner)
        return outer.article == inner.article and start < end and first <= start and end <= last

    def overlaps(self, a: Span, b: Span) -> bool:
        """Whether the spans share a word."""
        return self.jaccard(a, b) > 0

    def any_overlap(self, left: Iterable[Span], right: Iterable[Span]) -> bool:
        """Whether some span of `left` shares a word with some span of `right`."""
        candidates = tuple(right)
        return any(self.overlaps(a, b) for a in left for b in candidates)

    def covered(self, span: Span, by: Iterable[Span]) -> float:
        """Return the share of the words of `span` that lie in any of the spans `by`."""
        start, end = self._range(span)
        inside = {n for other in by if other.article == span.article for n in range(*self._range(other))}
        return sum(n in inside for n in range(start, end)) / (end - start) if end > start else 0.0

    def _range(self, span: Span) -> tuple[int, int]:
        """First and last word of a span, exclusive, as indexes into the article's words."""
        starts = self._starts[span.article]
        return bisect_left(starts, span.start), bisect_left(starts, span.end)
