"""A sentence's tree without its dateline: the parser takes the town of "VARNHOLT — Police said ..." for who said it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import msgspec

from headwater.types import Sentence, Span, Token

__all__ = ["unhung"]

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_BESIDE: Final = frozenset({"appos", "nmod", "npadvmod", "dep", "conj", "nsubj"})  # how the subject hangs on a town
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_APART: Final = "meta"  # ClearNLP's relation for what is no part of the sentence


def unhung(tokens: Sequence[Token], sentences: Sequence[Sentence], datelines: Collection[Span]) -> tuple[Token, ...]:
    """The tokens with those of datelines apart; a noun that hung on one takes its place in the sentence.

    A dateline that governs the whole sentence is left as it is: nothing else tells what the sentence's root would be.
    """
    changed = list(tokens)
    for sentence in sentences:
        inside = [
            index
            for index in range(sentence.first, sentence.last)
            if any(line.start <= tokens[index].start < line.end for line in datelines)
        ]
        for top in inside:
            if tokens[top].head not in inside:
                _take_out(changed, tokens, top, sentence, inside)
    return tuple(changed)


def _take_out(
    changed: list[Token], tokens: Sequence[Token], top: int, sentence: Sentence, inside: Collection[int]
) -> None:
    """Set `top` apart, with what hangs on it inside the dateline, and hang the rest on what governed it."""
    above = tokens[top].head
    changed[top] = msgspec.structs.replace(tokens[top], head=top, dep=_APART)
    taken = any(
        token.head == above and token.dep in _SUBJECTS
        for index, token in enumerate(changed[sentence.first : sentence.last], sentence.first)
        if index not in inside
    )
    for orphan in _orphans(tokens, top, sentence, inside):
        heir = not taken and tokens[orphan].dep in _BESIDE and tokens[orphan].pos in _NOUNS
        taken = taken or heir
        changed[orphan] = msgspec.structs.replace(
            tokens[orphan], head=above, dep=tokens[top].dep if heir else tokens[orphan].dep
        )


def _orphans(tokens: Sequence[Token], top: int, sentence: Sentence, inside: Collection[int]) -> Iterator[int]:
    """Tokens outside the dateline whose governor is `top` or hangs on it inside."""
    for index in range(sentence.first, sentence.last):
        if index not in inside and _chief(tokens, tokens[index].head, inside) == top:
            yield index


def _chief(tokens: Sequence[Token], index: int, inside: Collection[int]) -> int:
    """The last token inside on the way up from `index`; `index` itself if it lies outside."""
    while index in inside and tokens[index].head in inside and tokens[index].head != index:
        index = tokens[index].head
    return index
