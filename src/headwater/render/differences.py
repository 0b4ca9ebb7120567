"""Which words of two readings differ: a word alignment by longest common runs (Ratcliff and Obershelp 1988)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from headwater.types import Span

__all__ = ["changed"]

_WORD: Final = re.compile(r"\w+(?:[’'.,-]\w+)*|[^\w\s]")

_MARKS: Final = frozenset('“”"„«»')


def changed(left: Span, left_words: str, right: Span, right_words: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of the words that stand in one reading only, for each of two, in article offsets.

    Case, curled quotation marks and other punctuation are no difference; quotation marks that one reading lacks are.
    Adjacent differing words make one span.
    """
    ours, theirs = list(_WORD.finditer(left_words)), list(_WORD.finditer(right_words))
    matcher = SequenceMatcher(None, [_same(m) for m in ours], [_same(m) for m in theirs], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple(_spans(left, ours, [(first, last) for _, first, last, _, _ in steps])),
        tuple(_spans(right, theirs, [(first, last) for _, _, _, first, last in steps])),
    )


def _spans(span: Span, words: Sequence[re.Match[str]], runs: Sequence[tuple[int, int]]) -> Iterator[Span]:
    for first, last in runs:
        telling = [word for word in words[first:last] if _tells(word.group())]
        if telling:
            yield Span(span.article, span.start + telling[0].start(), span.start + telling[-1].end())


def _tells(word: str) -> bool:
    return word[0].isalnum() or word in _MARKS


def _same(word: re.Match[str]) -> str:
    return word.group().casefold().replace("’", "'").replace("“", '"').replace("”", '"')
