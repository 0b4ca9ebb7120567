"""Numbers altered in copying: another number, or a number that slipped into an adjective."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.texts import Text
from headwater.text.thesaurus import synonyms
from headwater.types import AlterationKind, Quantity, Span

__all__ = ["number_changes"]

_COUNTS_NOTHING: Final = frozenset({"ordinal", "score"})
_OF_ONE_THING: Final = frozenset({"age", "compound"})  # somebody's age, a "ten-year bond": compared in their place only
_DECIMAL: Final = re.compile(r"\d+(?:\.\d+)?")
_REACH: Final = 3  # words behind an adjective in which its noun stands
_SAME_UNIT: Final = 0.5  # thesaurus value from which two nouns count the same things


def number_changes(aligned: Aligned) -> Iterator[Change]:
    """Numbers that count the same thing and cannot both hold, or a number that slipped from one word to another."""
    left = _quantities(aligned.left, aligned.passage.left)
    right = _quantities(aligned.right, aligned.passage.right)
    for one, other in itertools.product(left, right):
        if (one.modifier == "compound") != (other.modifier == "compound"):
            yield from _slipped(one, other, aligned)
        elif _answers(one, other, left, right, aligned) and _disagree(one, other) and not _rounded(one, other, aligned):
            detail = f"{_shown(one)} against {_shown(other)}"
            yield _change(one, other, f"another number: {detail}", "", detail)


def _quantities(text: Text, span: Span) -> list[Quantity]:
    return [
        quantity
        for quantity in text.document.quantities
        if span.start <= quantity.span.start
        and quantity.span.end <= span.end
        and quantity.modifier not in _COUNTS_NOTHING
    ]


def _answers(
    one: Quantity, other: Quantity, left: Sequence[Quantity], right: Sequence[Quantity], aligned: Aligned
) -> bool:
    """The only numbers of their unit in the passage, or at the same place: else which answers which is a guess."""
    if not one.unit and not other.unit:
        return _same_place(one, other, aligned)
    if not _same_unit(one, other):
        return False
    if {one.modifier, other.modifier} & _OF_ONE_THING:
        return one.modifier == other.modifier and _same_place(one, other, aligned)
    return (_alone(one, left) and _alone(other, right)) or _same_place(one, other, aligned)


def _same_unit(one: Quantity, other: Quantity) -> bool:
    if not one.unit or one.per != other.per:
        return False
    return one.unit == other.unit or synonyms(one.unit, other.unit, "NOUN") >= _SAME_UNIT


def _alone(one: Quantity, among: Sequence[Quantity]) -> bool:
    return sum(_same_unit(one, other) and other.modifier not in _OF_ONE_THING for other in among) == 1


def _same_place(one: Quantity, other: Quantity, aligned: Aligned) -> bool:
    here, there = aligned.left.words(one.span), set(aligned.right.words(other.span))
    return any(aligned.put.get(word) in there for word in here if aligned.left.tokens[word].pos == "NUM")


def _disagree(one: Quantity, other: Quantity) -> bool:
    """No number satisfies both, or both state one number in the same way and it is not the same."""
    if one.high < other.low or other.high < one.low:
        return True
    return one.modifier == other.modifier and None not in {one.stated, other.stated} and one.stated != other.stated


def _rounded(one: Quantity, other: Quantity, aligned: Aligned) -> bool:
    """Whether one number is the other with fewer decimals: "1.23 percent", "1.2 percent"; or both are vague."""
    if one.stated is None and other.stated is None:
        return True
    here, there = _DECIMAL.search(aligned.left.read(one.span)), _DECIMAL.search(aligned.right.read(other.span))
    if here is None or there is None:
        return False
    fine, coarse = sorted((here.group(), there.group()), key=_decimals, reverse=True)
    return _decimals(fine) > _decimals(coarse) and round(float(fine), _decimals(coarse)) == float(coarse)


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _shown(quantity: Quantity) -> str:
    return f"{quantity.modifier} {quantity.low:g}".strip() if quantity.stated is None else f"{quantity.stated:g}"


def _slipped(one: Quantity, other: Quantity, aligned: Aligned) -> Iterator[Change]:
    """“Two armed men” and “two-armed men”: the number still stands there but counts nothing any more."""
    compound, plain, text = (one, other, aligned.left) if one.modifier == "compound" else (other, one, aligned.right)
    if plain.modifier == "compound" or plain.stated is None or plain.stated != compound.stated:
        return
    if plain.unit not in _following(text, compound.span):
        return
    side = "left" if compound is one else "right"
    harm = f"the number {plain.stated:g} no longer counts the {plain.unit}s"
    yield _change(one, other, harm, side, "the number became part of an adjective")


def _following(text: Text, span: Span) -> set[str]:
    """The lemmas of the few words behind: what the adjective stands before."""
    last = max(text.words(span), default=0)
    return {token.lemma for token in text.tokens[last + 1 : last + 1 + _REACH]}


def _change(one: Quantity, other: Quantity, harm: str, altered: str, detail: str) -> Change:
    return Change(AlterationKind.NUMBER, one.span, other.span, harm, altered, "number", detail)
