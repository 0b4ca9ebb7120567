"""Where in an article the words of a query stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from headwater.library.query import Phrase, Wanted, folded
from headwater.types import Article, Span

__all__ = ["passages_in"]

_WORD: Final = re.compile(r"[^\W_]+")
_ENDINGS: Final = ("ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "e", "s", "y")
_SHORTEST_STEM: Final = 3


def passages_in(article: Article, wanted: Wanted, most: int = 3) -> tuple[Span, ...]:
    """The first places where something that was wanted stands in the text, in order, at most `most`.

    Words are compared by a rough stem, which is not quite that of the index: an article may be found for words that
    are not pointed at.
    """
    words = list(_WORD.finditer(article.text))
    forms = [folded(word.group()) for word in words]
    phrases = [phrase for phrases in wanted.every for phrase in phrases]
    found = (
        Span(article.id, words[at].start(), words[at + len(phrase.words) - 1].end())
        for at, phrase in _places(forms, phrases)
    )
    return tuple(islice(found, most))


def _places(forms: Sequence[str], phrases: Sequence[Phrase]) -> Iterator[tuple[int, Phrase]]:
    """Where phrases begin: of those that begin at one word, the longest."""
    stems = [(tuple(map(_stem, phrase.words)), phrase) for phrase in sorted(phrases, key=_length, reverse=True)]
    firsts = {stem[0][:_SHORTEST_STEM] for stem, _ in stems}
    after = 0  # the last place's end: places do not overlap
    for at, form in enumerate(forms):
        if at < after or form[:_SHORTEST_STEM] not in firsts:
            continue
        here = next((phrase for stem, phrase in stems if _stands(forms[at : at + len(stem)], stem, phrase)), None)
        if here is not None:
            after = at + len(here.words)
            yield at, here


def _stands(forms: Sequence[str], stems: Sequence[str], phrase: Phrase) -> bool:
    if len(forms) < len(stems):
        return False
    *before, last = zip(forms, stems, strict=True)
    closed = all(_stem(form) == stem for form, stem in before)
    return closed and (last[0].startswith(phrase.words[-1]) if phrase.open else _stem(last[0]) == last[1])


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _length(phrase: Phrase) -> int:
    return len(phrase.words)
