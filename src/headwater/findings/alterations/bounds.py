"""Bounds of numbers lost in copying: "at least seven" told as "seven", "about 1,200" as "1,200".

The number stayed and what was said of it did not: a floor or an estimate reads as a count.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.texts import Text
from headwater.text.spans import holds
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Date, Quantity, Span

__all__ = ["bound_changes"]

_BOUNDS: Final = frozenset({"at least", "more than", "about", "nearly", "up to", "less than", "at most"})
_ESTIMATES: Final = frozenset({"about", "nearly"})  # close to the number, on either side; the others are limits
_SAY_IT: Final = wordset("""
    least than about around nearly almost roughly approximately some up over upwards minimum maximum fewer more most
    least estimated as many or so under below
""")
_LIKE_ENOUGH: Final = 0.5  # share of answered words from which a word was lost and not the sentence built anew
_REACH: Final = 4  # words before a number in which its bound stands


def bound_changes(aligned: Aligned) -> Iterator[Change]:
    """A number that both sides have, with its bound on one side only."""
    if aligned.agreement >= _LIKE_ENOUGH:
        yield from both_ways(_lost_bounds, aligned)
        yield from both_ways(_lost_on_dates, aligned)


def _lost_bounds(aligned: Aligned) -> Iterator[Change]:
    for one in _counts(aligned.left, aligned.passage.left):
        if one.modifier not in _BOUNDS:
            continue
        other = next(
            (each for each in _counts(aligned.right, aligned.passage.right) if _same(aligned, one, each)), None
        )
        if other is None or other.modifier or _is_bounded(aligned.right, other):
            continue
        detail = f"“{one.modifier}” is gone before {one.stated:g}"
        harm = f"said with more certainty: {detail}"
        clue = "estimate lost" if one.modifier in _ESTIMATES else "bound lost"
        here = _with_bound(aligned.left, one)
        yield Change(AlterationKind.CERTAINTY, here, other.span, harm, "right", clue, detail)


def _lost_on_dates(aligned: Aligned) -> Iterator[Change]:
    """An hour told as exact: "around 4:35 p.m.", "4:35 p.m."."""
    for one, other in itertools.product(
        _dates(aligned.left, aligned.passage.left), _dates(aligned.right, aligned.passage.right)
    ):
        if one.modifier != "approx" or other.modifier or one.value != other.value or not one.value:
            continue
        there = aligned.right.words(other.span)
        if not there or aligned.right.tokens[there[0] - 1].lemma.lower() in _SAY_IT:
            continue
        detail = f"“{aligned.left.read(one.span)}” against “{aligned.right.read(other.span)}”"
        harm = f"said with more certainty: {detail}"
        yield Change(AlterationKind.CERTAINTY, one.span, other.span, harm, "right", "estimate lost", detail)


def _dates(text: Text, span: Span) -> list[Date]:
    return [date for date in text.document.dates if holds(span, date.span)]


def _counts(text: Text, span: Span) -> list[Quantity]:
    return [each for each in text.document.quantities if holds(span, each.span) and each.stated is not None]


def _same(aligned: Aligned, one: Quantity, other: Quantity) -> bool:
    """Whether the numbers are one: equal, and the numeral kept in its place or put in the other's."""
    if one.stated != other.stated:
        return False
    there = set(aligned.right.words(other.span))
    faces = {**aligned.put, **aligned.held}
    return any(faces.get(word) in there for word in aligned.left.words(one.span))


def _is_bounded(text: Text, quantity: Quantity) -> bool:
    """Whether a word before the number bounds it all the same, in a way that was not read."""
    words = text.words(quantity.span)
    before = range(max(0, min(words, default=0) - _REACH), max(words, default=-1) + 1)
    return any(text.tokens[word].lemma.lower() in _SAY_IT for word in before)


def _with_bound(text: Text, quantity: Quantity) -> Span:
    """The number with its bound, which may stand before the span that was read."""
    words = text.words(quantity.span)
    first = min(words, default=0)
    while first > 0 and text.tokens[first - 1].lemma.lower() in _SAY_IT:
        first -= 1
    return Span(text.id, min(quantity.span.start, text.tokens[first].start), quantity.span.end)
