"""Articles with the same words: what was taken by or from one of them stands in all, at its place in each."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.derivations.kinds import holders
from headwater.origins import turned
from headwater.text.words import fold
from headwater.types import Article, Passage, Span, Stemma

__all__ = ["taken"]

_WORD: Final = re.compile(r"\S+")

Pair = tuple[str, str]
Words = Sequence[tuple[int, int]]  # where each word of a text stands


def taken(stemma: Stemma, articles: Sequence[Article]) -> dict[Pair, tuple[Passage, ...]]:
    """The copied passages between any two of a traced story's `articles`, smaller id first, verbatim copies included.

    `Stemma.derivations` names a text that several articles have word for word only once; here each of them stands for
    it, with the passages where they are in its own text.
    """
    texts = holders(stemma)
    words = {article.id: _words(article.text) for article in articles}
    found: dict[Pair, tuple[Passage, ...]] = {}
    for each in stemma.derivations:
        for pair in _pairs(each.left, each.right, texts):
            passages = tuple(_carried(each.taken, pair, words))
            found[min(pair), max(pair)] = passages if pair[0] < pair[1] else tuple(map(turned, passages))
    return found


def _pairs(left: str, right: str, texts: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    """The pairs of articles for which a derivation stands: one of two texts, or of a text and a copy of it."""
    if left in texts and right in texts:
        yield from itertools.product(texts[left], texts[right])
    elif left in texts:
        yield from ((article, right) for article in texts[left] if article < right)
    else:  # the first article with the text has the larger id
        yield from ((left, article) for article in texts[right] if left < article)


def _words(text: str) -> Words:
    return [match.span() for match in _WORD.finditer(text) if fold(match.group())]


def _carried(passages: Sequence[Passage], pair: Pair, words: Mapping[str, Words]) -> Iterator[Passage]:
    for each in passages:
        left, right = _place(each.left, pair[0], words), _place(each.right, pair[1], words)
        yield Passage(left, right, each.similarity, each.mask)


def _place(span: Span, article: str, words: Mapping[str, Words]) -> Span:
    """Where the words of a span stand in another article that has the same words."""
    if span.article == article:
        return span
    here, there = words[span.article], words[article]
    first = bisect_right(here, span.start, key=lambda word: word[1])
    last = bisect_left(here, span.end, key=lambda word: word[0]) - 1
    return Span(article, there[first][0], there[last][1])
