"""A document's dependency trees, indexed for walking: children, subtrees, and which tokens an offset meets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.spans import outermost
from headwater.types import Document, FurnitureKind, Span, Token

__all__ = ["NOMINAL", "STOPS", "TENSED", "Tree", "grow"]

TENSED: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs with a tense: a clause that has one is finite."""
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech that can name somebody."""
STOPS: Final = frozenset({".", "!", "?", ";"})
"""Marks that end what a cue can reach."""

_SKIPPED: Final = frozenset(
    {
        FurnitureKind.CAPTION,
        FurnitureKind.COMMENT_FORM,
        FurnitureKind.CREDIT,
        FurnitureKind.CONTRIBUTORS,
        FurnitureKind.SHARE_BAR,
        FurnitureKind.PROMOTION,
        FurnitureKind.COPYRIGHT,
    }
)
_MARKS: Final = frozenset("\"“”„‟«»‘’'`‚‹›")


@dataclass(frozen=True, slots=True)
class Tree:
    """A document with what walking its dependency trees needs. Ranges are token indices, end exclusive."""

    document: Document
    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]  # lower case
    children: tuple[tuple[int, ...], ...]
    heads: tuple[int, ...]
    sentence: tuple[int, ...]  # number of the sentence of each token, -1 between sentences
    starts: tuple[int, ...]
    outer: tuple[Span, ...]  # marked spans that lie in no other
    skipped: tuple[Span, ...]  # furniture where nobody is quoted

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """The token and all that hangs on it, in order, leaving out the subtrees of `without`."""
        out = set(without)
        found, todo = {index}, [index]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in out and child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of the relations, None if there is none."""
        return next((child for child in self.children[index] if self.tokens[child].dep in deps), None)

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        seen = {index}
        while (head := self.heads[index]) not in seen:
            yield head
            seen.add(head)
            index = head

    def token_at(self, offset: int) -> int:
        """The last token that starts at or before the offset; 0 if none does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, start: int, end: int) -> range:
        """The tokens that start inside the characters [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens [first, last)."""
        return Span(self.document.article.id, self.tokens[first].start, self.tokens[last - 1].end)

    def mark_around(self, index: int) -> Span | None:
        """The outermost marked span that holds the token."""
        start = self.tokens[index].start
        place = bisect_right(self.outer, start, key=lambda span: span.start) - 1
        return self.outer[place] if place >= 0 and start < self.outer[place].end else None

    def is_outer(self, span: Span) -> bool:
        """Tell whether a marked span lies in no other."""
        place = bisect_left(self.outer, span.start, key=lambda other: other.start)
        return place < len(self.outer) and self.outer[place] == span

    def has_marks(self, start: int, end: int) -> bool:
        """Tell whether a marked span touches the characters [start, end)."""
        place = bisect_left(self.outer, end, key=lambda span: span.start) - 1
        return place >= 0 and self.outer[place].end > start

    def is_word(self, index: int) -> bool:
        """Tell whether a token is a word or number, not punctuation or white space."""
        token = self.tokens[index]
        return token.pos not in {"PUNCT", "SPACE"} and not set(self.words[index]) <= _MARKS

    def is_skipped(self, start: int, end: int) -> bool:
        """Tell whether the characters touch furniture in which nobody is quoted."""
        return any(span.start < end and start < span.end for span in self.skipped)


def grow(document: Document) -> Tree:
    """Index a document's dependency trees, cut where a paragraph ends: the parser's sentences may run on."""
    tokens, text = document.tokens, document.article.text
    sentence = [-1] * len(tokens)
    for number, item in enumerate(document.sentences):
        sentence[item.first : item.last] = [number] * (item.last - item.first)
    heads = _heads(tokens, sentence)
    children: list[list[int]] = [[] for _ in tokens]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return Tree(
        document=document,
        text=text,
        tokens=tokens,
        words=tuple(text[token.start : token.end].lower() for token in tokens),
        children=tuple(tuple(group) for group in children),
        heads=heads,
        sentence=tuple(sentence),
        starts=tuple(token.start for token in tokens),
        outer=tuple(outermost(document.quoted)),
        skipped=tuple(item.span for item in document.furniture if item.kind in _SKIPPED),
    )


def _heads(tokens: Sequence[Token], sentence: Sequence[int]) -> tuple[int, ...]:
    """The head of each token; the token itself where the parser's lies in another sentence or nowhere."""
    return tuple(
        token.head if 0 <= token.head < len(tokens) and sentence[token.head] == sentence[index] else index
        for index, token in enumerate(tokens)
    )
