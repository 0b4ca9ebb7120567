"""Find the quantities of an article: amount, hedge, unit, interval."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from headwater.text.dates import calendar_spans
from headwater.text.numbers.amounts import Amount, may_begin, read_amount
from headwater.text.numbers.heads import Unit, compound_unit, counted_noun, measured_unit
from headwater.text.numbers.modifiers import hedge_after, hedge_before, widen
from headwater.text.numbers.outsiders import is_outsider, read_age
from headwater.text.numbers.pieces import Pieces, read_pieces
from headwater.types import Article, Quantity, Span, Token

__all__ = ["find_quantities", "indefinite_one"]


def find_quantities(article: Article, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities of an article, in order, none overlapping another, as closed intervals of admissible values.

    `tokens` are the parser's words of `article.text`; their tree tells what is counted. Spans cover the hedge, the
    number and its unit where the unit follows it ("more than 120 km"), or the hedge and the number ("more than 120"
    of "more than 120 other people"). Dates, clock times and years are left to `headwater.text.dates`; durations are
    quantities too. Never raises on any text; time is linear in its length.
    """
    pieces = read_pieces(article.text, tokens)
    taken = calendar_spans(article.text, tokens)
    return tuple(_quantities(article, pieces, taken))


def _quantities(article: Article, pieces: Pieces, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    index = free = 0
    while index < len(pieces.row):
        if not may_begin(pieces.texts[index]):
            index += 1
            continue
        amount = _nobody(pieces, index) or read_amount(pieces, index)
        if amount is None or _dated(pieces, amount, taken) or is_outsider(pieces, amount):
            index = amount.end if amount is not None else index + 1
            continue
        quantity, index = _quantity(article, pieces, amount, free)
        free = quantity.span.end
        yield quantity


def _nobody(pieces: Pieces, index: int) -> Amount | None:
    """None of something: "no one", "nobody", "no casualties"."""
    word, after = pieces.text(index), pieces.token(index + 1)
    if word == "nobody" or (word, pieces.text(index + 1)) == ("no", "one"):
        return Amount(index, index + 1 + (word == "no"), 0, 0, 0, "no")
    if word == "no" and after is not None and after.tag == "NNS":
        return Amount(index, index + 1, 0, 0, 0, "no")
    return None


def _dated(pieces: Pieces, amount: Amount, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the amount is part of a date or clock time."""
    start, end = pieces.row[amount.first].start, pieces.row[amount.end - 1].end
    place = bisect_right(taken, (start, len(taken) + end)) - 1
    near = taken[max(0, place) : place + 2]
    return any(first < end and start < last for first, last in near)


def _quantity(article: Article, pieces: Pieces, amount: Amount, free: int) -> tuple[Quantity, int]:
    """The quantity of one amount, and the piece at which to read on."""
    hedge, after = hedge_before(pieces, amount.first), hedge_after(pieces, amount.end)
    unit, modifier = _unit(pieces, amount)
    name = hedge.name or after.name
    low, high = widen(amount, name, counted=unit.counted)
    opens = amount.kind == "between" and pieces.text(amount.first - 1) in ("between", "from") and not hedge.name
    start, end = pieces.row[hedge.edge - opens].start, max(unit.end, after.edge)
    first = pieces.row[amount.first].start if start < free else start
    span = Span(article.id, first, pieces.row[end - 1].end)
    modifier = modifier or ("fraction" if amount.kind == "fraction" else name)
    stated = None if amount.stated is None else float(amount.stated)
    return Quantity(span, float(low), float(high), stated, unit.name, modifier or _kind(amount)), end


def _kind(amount: Amount) -> str:
    if amount.kind in ("between", "score"):
        return "between"
    return "vague" if amount.kind == "vague" and amount.stated is None else ""


def _unit(pieces: Pieces, amount: Amount) -> tuple[Unit, str]:
    """The unit, and the modifier that the unit brings with it: age, compound, ordinal, score."""
    noun = counted_noun(pieces, amount)
    if amount.kind in ("no", "ordinal"):
        return _nobody_or_nth(pieces, amount, noun)
    if age := read_age(pieces, amount):
        return Unit(age.unit, age.end), "age"
    if tied := compound_unit(pieces, amount):
        return tied, "compound"
    whole = float(amount.low).is_integer() and amount.low >= 0
    unit = measured_unit(pieces, amount) or Unit(noun, amount.end, counted=whole)
    return unit, "score" if amount.kind == "score" and not unit.name else ""


def _nobody_or_nth(pieces: Pieces, amount: Amount, noun: str) -> tuple[Unit, str]:
    if amount.kind == "ordinal":
        return Unit(noun, amount.end), "ordinal"
    person = amount.end > amount.first + 1 or pieces.text(amount.first) == "nobody"
    return Unit("person" if person else noun, amount.end, counted=True), ""


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
