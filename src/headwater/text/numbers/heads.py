"""What is counted: the measure, the currency or the head noun of an amount, and compounds such as "10-member"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.text.numbers.amounts import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.units import currency, measure
from headwater.types import Token

__all__ = ["Unit", "compound_unit", "counted_noun", "measured_unit", "noun_of_adjective"]

_NOUNS: Final = frozenset(("NOUN", "PROPN"))
_NUMBER_DEPS_WORDS = "nummod quantmod compound amod nmod det predet poss npadvmod"
_NUMBER_DEPS: Final = frozenset(_NUMBER_DEPS_WORDS.split())
_PHRASE = 16  # words from "of" to the head of its noun phrase
_REACH = 6  # steps up from a number to its noun: "more than 120 other badly hurt people" needs two


class Unit(NamedTuple):
    """A unit's name, the piece after its last word, and whether it comes in whole ones."""

    name: str
    end: int
    counted: bool = False


def measured_unit(pieces: Pieces, amount: Amount) -> Unit | None:
    """The currency, percentage or measure that follows the amount: "euros", "percent", "square miles", "km/h"."""
    if amount.sign:
        return Unit(amount.sign, amount.end)
    index = amount.end + (pieces.text(amount.end) == "-" and pieces.text(amount.end - 1) != "-")
    word, after = pieces.text(index), pieces.text(index + 1)
    if word == "of" and amount.kind == "vague":
        index, word, after = index + 1, after, pieces.text(index + 2)
    if word in ("%", "percent", "percentage", "pct") or (word, after) == ("per", "cent"):
        return _percent(pieces, index + 1 + (word == "per"))
    if _sterling(amount, word):
        return Unit("GBP", index + 1)
    return _coin(index, word, after) or _compound_measure(pieces, index, word, after)


def _percent(pieces: Pieces, index: int) -> Unit:
    point = pieces.text(index) in ("point", "points")
    return Unit("percentage point" if point else "percent", index + point)


def _coin(index: int, word: str, after: str) -> Unit | None:
    if code := currency(word, after):
        known = code.isupper() and code != currency("", after)
        return Unit(code, index + 2) if known else None
    code = currency("", word)
    return Unit(code, index + 1) if code else None


def _sterling(amount: Amount, word: str) -> bool:
    """Whether "pounds" are money: millions of them are."""
    return word in ("pounds", "pound") and abs(amount.high) >= 1e6


_SPEEDS: Final = {("km", "hour"): "km/h", ("mile", "hour"): "mph"}


def _compound_measure(pieces: Pieces, index: int, word: str, after: str) -> Unit | None:
    if word in ("square", "sq", "sq.", "cubic", "nautical", "metric") and (name := measure(after)):
        adjective = "square" if word.startswith("sq") else word
        return Unit("tonne" if adjective == "metric" else f"{adjective} {name}", index + 2)
    name = measure(word)
    if not name or (name == "m" and word == "m" and pieces.text(index + 1) in ("people", "men")):
        return None
    if name == "degree" and (scale := measure(after) or {"c": "°C", "f": "°F"}.get(after.rstrip("."), "")) in (
        "°C",
        "°F",
    ):
        return Unit(scale, index + 2)
    if pieces.text(index + 1) in ("an", "per", "a", "/") and (name, pieces.text(index + 2)) in _SPEEDS:
        return Unit(_SPEEDS[name, pieces.text(index + 2)], index + 3)
    return Unit(name, index + 1)


def compound_unit(pieces: Pieces, amount: Amount) -> Unit | None:
    """The noun that a hyphen ties to the number: "10-member panel" -> member, "two-armed man" -> arm."""
    hyphen = amount.end
    tied = pieces.text(hyphen) == "-" and pieces.touching(hyphen - 1) and pieces.touching(hyphen)
    token = pieces.token(hyphen + 1) if tied else None
    word = pieces.text(hyphen + 1)
    if token is None or not word.isalpha() or len(word) < 2 or word in ("strong", "plus", "odd", "fold"):
        return None
    name = currency("", word) or measure(word)
    if not name:
        name = noun_of_adjective(word) if word.endswith("ed") else token.lemma
    return Unit(name, hyphen + 2, counted=not measure(word) and not currency("", word))


def noun_of_adjective(word: str) -> str:
    """The noun in an adjective on -ed: "armed" -> arm, "legged" -> leg, "sided" -> side, "storied" -> story."""
    stem = word.removesuffix("ed")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    vowels = [letter in "aeiou" for letter in stem]
    silent = (
        len(stem) > 2 and vowels[-3:] == [False, True, False] and stem[-2:] not in ("or", "er", "en", "on", "el", "ow")
    )
    return stem + "e" if silent or stem.endswith(("c", "dg", "v")) else stem


def counted_noun(pieces: Pieces, amount: Amount) -> str:
    """The lemma of the noun that the amount counts, by dependency; '' if it counts none."""
    inside = range(pieces.row[amount.first].token, pieces.row[amount.end - 1].token + 1)
    above = (_noun_above(pieces.tokens, index, inside) for index in reversed(inside))
    return next(filter(None, above), "") or _noun_of(pieces.tokens, inside)


def _noun_above(tokens: Sequence[Token], index: int, inside: range) -> str:
    """The noun that the number stands before: "more than 120 other people"."""
    place = index
    for _ in range(_REACH):
        token = tokens[place]
        head = token.head
        if token.dep not in _NUMBER_DEPS or head == place or not 0 <= head < len(tokens):
            return ""
        if head not in inside and head > index and tokens[head].pos in _NOUNS:
            return _lemma(tokens[head])
        place = head
    return ""


def _noun_of(tokens: Sequence[Token], inside: range) -> str:
    """The noun after "of": "dozens of homes", "seven of the minister's guards"."""
    near = range(inside.stop, min(len(tokens), inside.stop + _REACH))
    of = next((place for place in near if tokens[place].lemma == "of" and tokens[place].head in inside), None)
    if of is None:
        return ""
    after = tokens[of + 1 : of + 1 + _PHRASE]
    return next((_lemma(token) for token in after if token.head == of and token.pos in _NOUNS), "")


def _lemma(token: Token) -> str:
    """The lemma; parsers leave names in the plural ("ten Varnholters") as they are, though they count like any noun."""
    plural = token.tag == "NNPS" and token.lemma.endswith("s") and not token.lemma.endswith("ss")
    return token.lemma[:-1] if plural else token.lemma
