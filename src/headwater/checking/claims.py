"""The claims of a draft: its sentences, cut where one says two things that could be so without each other.

Every word of the draft belongs to one claim, so that no detail goes unread. A sentence is cut before a main clause
that has a subject of its own ("..., and the road was closed") and at semicolons between such clauses; attributions,
relative clauses and circumstances stay with what they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.quotemarks import quoted_spans
from headwater.text.spans import meets
from headwater.types import Document, Sentence, Span, Token

__all__ = ["claims_of"]

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FEWEST: Final = 4  # words of a piece


def claims_of(draft: Document) -> tuple[Span, ...]:
    """Where the claims of a draft stand, in order; furniture and lines without a verb or number claim nothing."""
    furniture = [part.span for part in draft.furniture]
    quoted = quoted_spans(draft.article)
    return tuple(
        span
        for sentence in draft.sentences
        if not any(meets(part, sentence.span) for part in furniture)
        for span in _pieces(draft, sentence, quoted)
        if _claims_something(draft, span)
    )


def _pieces(draft: Document, sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Span]:
    tokens = draft.tokens
    root = next((i for i in range(sentence.first, sentence.last) if tokens[i].dep == "ROOT"), sentence.first)
    starts = [sentence.first]
    for index in range(sentence.first, sentence.last):
        if tokens[index].dep == "conj" and _hangs_on(tokens, index, root) and _has_subject(tokens, sentence, index):
            start = _start_of(tokens, sentence, index)
            inside = any(span.start < tokens[start].start < span.end for span in quoted)
            if start - starts[-1] >= _FEWEST and sentence.last - start >= _FEWEST and not inside:
                starts.append(start)
    for first, last in zip(starts, [*starts[1:], sentence.last], strict=True):
        yield _trimmed(draft, first, last)


def _hangs_on(tokens: Sequence[Token], index: int, root: int) -> bool:
    """Whether a verb is coordinated with the main verb, directly or through others."""
    while tokens[index].dep == "conj" and tokens[index].pos in ("VERB", "AUX"):
        index = tokens[index].head
    return index == root


def _has_subject(tokens: Sequence[Token], sentence: Sentence, verb: int) -> bool:
    return any(tokens[i].head == verb and tokens[i].dep in _SUBJECTS for i in range(sentence.first, sentence.last))


def _start_of(tokens: Sequence[Token], sentence: Sentence, verb: int) -> int:
    """The first word of the clause of a verb."""
    first = verb
    for index in range(verb, sentence.first - 1, -1):
        above, steps = index, 0
        while above != verb and tokens[above].head != above and steps < sentence.last - sentence.first:
            above, steps = tokens[above].head, steps + 1
        if above != verb:
            break
        first = index
    return first


def _trimmed(draft: Document, first: int, last: int) -> Span:
    """From the first to the last word, without a conjunction or comma at the edges."""
    tokens = draft.tokens
    while last - first > 1 and (tokens[last - 1].pos == "CCONJ" or tokens[last - 1].tag in (",", ":")):
        last -= 1
    return Span(draft.article.id, tokens[first].start, tokens[last - 1].end)


def _claims_something(draft: Document, span: Span) -> bool:
    words = [token for token in draft.tokens if span.start <= token.start < span.end and token.pos != "PUNCT"]
    return len(words) > 1 and any(token.pos in ("VERB", "AUX", "NUM") for token in words)
