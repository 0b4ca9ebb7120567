"""Find the quantities of an article: amount, hedge, unit, interval, and the population that it is a part of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.text.dates import calendar_spans
from headwater.text.numbers.ages import read_age, read_decade_of_life
from headwater.text.numbers.amount import Amount
from headwater.text.numbers.amounts import may_begin, read_amount
from headwater.text.numbers.borrowed import NOTHING, Before, borrowed_unit
from headwater.text.numbers.heads import compound_unit, counted_noun
from headwater.text.numbers.measured import measured_unit
from headwater.text.numbers.modifiers import hedge_after, hedge_before, widen
from headwater.text.numbers.outsiders import is_outsider, is_score
from headwater.text.numbers.pieces import Pieces, read_pieces
from headwater.text.numbers.ranges import opens_range
from headwater.text.numbers.rates import with_rate
from headwater.text.numbers.unit import Unit
from headwater.text.numbers.wholes import Whole, read_whole
from headwater.types import Article, Quantity, Span, Token

__all__ = ["find_quantities", "indefinite_one"]

_OWN: Final = frozenset(("score", "fraction", "ordinal", "age"))  # what counts nothing, or of which the unit is known
_PRONOUNS: Final = frozenset(("this", "that", "it", "which"))  # "none of this" counts nothing
_MODIFIED: Final = {"between": "between", "score": "between", "vague": "vague", "age": "age"}


def find_quantities(article: Article, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities of an article, in order, none overlapping another, as closed intervals of admissible values.

    `tokens` are the parser's words of `article.text`; their tree tells what is counted. Spans cover the hedge, the
    number and its unit where the unit follows it ("more than 120 km"), or the hedge and the number ("more than 120"
    of "more than 140 other people"). Dates, clock times and years are left to `headwater.text.dates`; durations are
    quantities too. `per` is what a rate is told by ("day"), `of` the population ("73 of 329 seats").
    Never raises on any text; time is linear in its length.
    """
    pieces = read_pieces(article.text, tokens)
    taken = calendar_spans(article.text, tokens)
    return tuple(_quantities(article, pieces, taken))


def _quantities(article: Article, pieces: Pieces, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    after, free, before = 0, 0, NOTHING
    for index in [place for place, text in enumerate(pieces.texts) if may_begin(text)]:
        if index < after:
            continue
        amount = _nobody(pieces, index) or read_decade_of_life(pieces, index) or read_amount(pieces, index)
        if amount is None or _outside(pieces, amount, taken):
            after = amount.end if amount is not None else index + 1
            continue
        quantity, after = _quantity(article, pieces, amount, free, taken)
        if not (quantity.unit or quantity.modifier in _OWN):
            quantity = replace(quantity, unit=borrowed_unit(pieces, amount, before))
        free, before = quantity.span.end, Before(quantity.unit, after)
        yield quantity


def _nobody(pieces: Pieces, index: int) -> Amount | None:
    """None of something: "no one", "nobody", "none of the guards", "not one guard", "no casualties"."""
    if pieces.texts[index : index + 2] == ("not", "one"):
        return Amount.exact(index, index + 2, 0, "no")
    word, after = pieces.text(index), pieces.token(index + 1)
    if word == "none":
        none = Amount.exact(index, index + 1, 0, "no")
        return none if pieces.text(index + 2) not in _PRONOUNS and counted_noun(pieces, none) else None
    if word == "nobody" or (word, pieces.text(index + 1)) == ("no", "one"):
        return Amount.exact(index, index + 1 + (word == "no"), 0, "no")
    if word == "no" and after is not None and after.tag == "NNS":
        return Amount.exact(index, index + 1, 0, "no")
    return None


def _outside(pieces: Pieces, amount: Amount, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the amount is no quantity: a part of a date, a code, a label. "In his 50s" is no decade of a century."""
    if amount.kind == "age":
        return False
    return _dated(pieces, amount.first, amount.end, taken) or is_outsider(pieces, amount)


def _dated(pieces: Pieces, first: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the pieces are part of a date or clock time."""
    start, stop = pieces.row[first].start, pieces.row[end - 1].end
    place = bisect_right(taken, (start, len(taken) + stop)) - 1
    near = taken[max(0, place) : place + 2]
    return any(begin < stop and start < last for begin, last in near)


def _quantity(
    article: Article, pieces: Pieces, amount: Amount, free: int, taken: Sequence[tuple[int, int]]
) -> tuple[Quantity, int]:
    """The quantity of one amount, and the piece at which to read on."""
    hedge, after = hedge_before(pieces, amount.first), hedge_after(pieces, amount.end)
    unit, modifier = _unit(pieces, amount)
    whole = _whole(pieces, amount, unit, taken)
    name = hedge.name or after.name
    whole_ones = float(amount.low).is_integer() and float(amount.high).is_integer() and amount.low >= 0
    low, high = widen(amount, "" if modifier == "score" else name, counted=unit.counted and whole_ones)
    opens = amount.kind == "between" and opens_range(pieces, amount.first) and not hedge.name
    start, end = pieces.row[hedge.edge - opens].start, max(unit.end, after.edge)
    first = pieces.row[amount.first].start if start < free else start
    quantity = Quantity(
        span=Span(article.id, first, pieces.row[end - 1].end),
        low=float(low),
        high=float(high),
        stated=None if amount.stated is None else float(amount.stated),
        unit=unit.name or (_noun_of_whole(pieces, whole) if whole is not None else ""),
        modifier=modifier or ("fraction" if amount.kind == "fraction" else name) or _MODIFIED.get(_kind(amount), ""),
        per=unit.per,
        of=None if whole is None else whole.value,
    )
    return quantity, max(end, unit.until)


def _kind(amount: Amount) -> str:
    """The amount's kind, '' for "a couple", which states a number."""
    return "" if amount.kind == "vague" and amount.stated is not None else amount.kind


def _noun_of_whole(pieces: Pieces, whole: Whole) -> str:
    return counted_noun(pieces, Amount.exact(whole.first, whole.end, whole.value))


def _whole(pieces: Pieces, amount: Amount, unit: Unit, taken: Sequence[tuple[int, int]]) -> Whole | None:
    """The population of which the amount is a part, where the text gives its number."""
    share = amount.kind == "fraction" or unit.name == "percent"
    whole = read_whole(pieces, amount, unit.end, share=share)
    if whole is None or _dated(pieces, whole.first, whole.end, taken):
        return None
    return whole


def _unit(pieces: Pieces, amount: Amount) -> tuple[Unit, str]:
    """The unit, and the modifier that the unit brings with it: age, compound, ordinal, score."""
    if amount.kind in ("no", "ordinal"):
        return _nobody_or_nth(pieces, amount, counted_noun(pieces, amount))
    if amount.kind == "age":
        return Unit(amount.unit, amount.end, counted=True), "age"
    if amount.kind == "score" and is_score(pieces, amount):
        return Unit("", amount.end), "score"
    if age := read_age(pieces, amount):
        return Unit(age.unit, age.end, counted=True), "age"
    if tied := compound_unit(pieces, amount):
        return with_rate(pieces, tied), "compound"
    unit = measured_unit(pieces, amount)
    if unit is None:
        unit = Unit(counted_noun(pieces, amount), amount.end, counted=True)
    return with_rate(pieces, unit), "score" if amount.kind == "score" and not unit.name else ""


def _nobody_or_nth(pieces: Pieces, amount: Amount, noun: str) -> tuple[Unit, str]:
    if amount.kind == "ordinal":
        return Unit(noun, amount.end), "ordinal"
    nobody = pieces.text(amount.first) == "nobody" or pieces.texts[amount.first : amount.end] == ("no", "one")
    return Unit("person" if nobody else noun, amount.end, counted=True), ""


def indefinite_one(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is a noun counted as one by its article alone: "a guard", "another guard", but not "the guard".

    Such nouns are no quantities by themselves ("a" is rarely meant as a number): a caller that compares counts asks.
    """
    noun = tokens[index]
    if noun.tag != "NN":
        return False
    return any(
        token.head == index and token.dep in ("det", "nummod") and token.lemma in ("a", "an", "another", "one")
        for token in tokens[max(0, index - 8) : index]
    )
