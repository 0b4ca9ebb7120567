"""Quotes that answer each other because the sentences around them do: along a copy alignment comes from the passages.

A text that was put through a synonym machine keeps hardly a word of a short quote; its place between aligned sentences
still says whose reading it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.quotes.readings.families import Names, Who, in_order, who
from headwater.quotes.readings.witnesses import Witness
from headwater.text.spans import overlap
from headwater.types import DerivationKind, Span, Stemma

__all__ = ["answering"]

_TAKEN: Final = frozenset(DerivationKind) - {
    DerivationKind.SHARED_STATEMENT,
    DerivationKind.INDEPENDENT,
    DerivationKind.UNDECIDED,
}
_LIKE: Final = 0.5  # least length of the shorter of two quotes that answer each other, of the longer; least likeness

Numbered = Mapping[str, Witness]


def answering(witnesses: Numbered, stemma: Stemma, names: Names) -> Iterator[tuple[str, str]]:
    """Pairs of keys of quotes that stand in aligned sentences of two articles, of which one took text from the other.

    Both give the speaker's words; of several in a sentence pair the first answers the first, if there are as many on
    both sides.
    """
    of_article: dict[str, list[str]] = defaultdict(list)
    for key, witness in sorted(witnesses.items(), key=lambda item: item[1].place):
        if witness.spoken:
            of_article[witness.quote.content.article].append(key)
    for derivation in stemma.derivations:
        if derivation.kind in _TAKEN and of_article[derivation.left] and of_article[derivation.right]:
            for passage in derivation.sentences:
                left = _inside(of_article[derivation.left], witnesses, passage.left)
                right = _inside(of_article[derivation.right], witnesses, passage.right)
                yield from _answers(left, right, witnesses, names)


def _inside(keys: Sequence[str], witnesses: Numbered, side: Span) -> list[str]:
    """The quotes of an article that lie in a span for their larger part."""
    contents = ((key, witnesses[key].quote.content) for key in keys)
    return [key for key, content in contents if 2 * overlap(content, side) > content.end - content.start]


def _answers(left: Sequence[str], right: Sequence[str], witnesses: Numbered, names: Names) -> Iterator[tuple[str, str]]:
    if len(left) != len(right):
        return
    for one, other in zip(left, right, strict=True):
        if _answer(witnesses[one], witnesses[other], names):
            yield one, other


def _answer(one: Witness, other: Witness, names: Names) -> bool:
    """Whether two quotes are about as long, and of one speaker, for all that is known, or in half their words alike."""
    sizes = sorted((len(one.words), len(other.words)))
    return sizes[0] >= _LIKE * sizes[1] and (who(one, other, names) is not Who.OTHER or in_order(one, other) >= _LIKE)
