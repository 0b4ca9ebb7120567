"""Names that stand at one place of two texts, where one was derived from the other and respells a word of the name.

A copyist may respell a name further than two newsrooms would ("Marek Stolzenau", "Marek Stoltznow"). Where a sentence
was taken over, the words on both sides of the name are the same and one word of it is unchanged, the other is likelier
a spelling than somebody else. Two words changed make another name, whatever its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.entities.forms import Form
from headwater.text.spelling import fold, word_likeness
from headwater.types import Derivation, Document, Passage, Span

__all__ = ["respelt"]

_ALIGNED: Final = 0.6  # of an aligned pair of sentences: below, too little of the sentence is kept
_RESPELT: Final = 0.72  # of the one word that differs
_LONG: Final = 5  # letters: shorter words are alike by chance
_WORD_BEFORE: Final = re.compile(r"(\w+)\W*$")
_WORD_AFTER: Final = re.compile(r"\W*(\w+)")
_NEIGHBOUR: Final = 24  # code points in which the word beside a name is looked for


class _Placed(NamedTuple):
    """A mention of a full name, by where it starts, and the position of its form."""

    span: Span
    form: int


def respelt(
    documents: Sequence[Document], forms: Sequence[Form], derivations: Sequence[Derivation]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of forms that stand at one place of aligned sentences and differ in the spelling of one word."""
    texts = {document.article.id: document.article.text for document in documents}
    placed = _placed(forms)
    for sentences in (derivation.sentences for derivation in derivations):
        for passage in sentences:
            if passage.similarity >= _ALIGNED:
                yield from _met(texts, forms, placed, passage)


def _placed(forms: Sequence[Form]) -> dict[str, list[_Placed]]:
    """The mentions of full names of each article, in order."""
    held: dict[str, list[_Placed]] = {}
    for position, form in enumerate(forms):
        for mention in form.mentions if form.full else ():
            held.setdefault(mention.span.article, []).append(_Placed(mention.span, position))
    return {article: sorted(there) for article, there in held.items()}


def _met(
    texts: dict[str, str], forms: Sequence[Form], placed: dict[str, list[_Placed]], passage: Passage
) -> Iterator[tuple[int, int]]:
    """The pairs of names of one aligned pair of sentences that have the same neighbours."""
    here, there = _inside(placed, passage.left), _inside(placed, passage.right)
    shared = {one.form for one in here} & {one.form for one in there}
    for one in here:
        for other in there:
            alone = one.form not in shared and other.form not in shared
            if alone and _one_word_differs(forms[one.form], forms[other.form]) and _same_place(texts, one, other):
                yield one.form, other.form


def _inside(placed: dict[str, list[_Placed]], span: Span) -> list[_Placed]:
    there = placed.get(span.article, [])
    at = bisect_left(there, span.start, key=lambda one: one.span.start)
    found = []
    while at < len(there) and there[at].span.end <= span.end:
        found.append(there[at])
        at += 1
    return found


def _one_word_differs(one: Form, other: Form) -> bool:
    """Whether two names have the same words but for one, which is spelt alike; their labels wobble and say nothing."""
    if len(one.units) != len(other.units):
        return False
    changed = [(left, right) for left, right in zip(one.units, other.units, strict=True) if left != right]
    return len(changed) == 1 and min(map(len, changed[0])) >= _LONG and word_likeness(*changed[0]) >= _RESPELT


def _same_place(texts: dict[str, str], one: _Placed, other: _Placed) -> bool:
    """Whether the words beside both names are the same, on both sides."""
    return _beside(texts[one.span.article], one.span) == _beside(texts[other.span.article], other.span)


def _beside(text: str, span: Span) -> tuple[str, str]:
    before = _WORD_BEFORE.search(text, max(0, span.start - _NEIGHBOUR), span.start)
    after = _WORD_AFTER.match(text, span.end, span.end + _NEIGHBOUR)
    return fold(before[1]) if before else "", fold(after[1]) if after else ""
