"""What is counted: the head noun of an amount, and compounds such as "10-member"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.currencies import currency
from headwater.text.numbers.measured import is_sum
from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.unit import Unit
from headwater.text.numbers.units import measure
from headwater.types import Token

__all__ = ["compound_unit", "counted_noun", "noun_of_adjective"]

_NOUNS: Final = frozenset(("NOUN", "PROPN"))
_NUMBER_DEPS_WORDS = "nummod quantmod compound amod nmod det predet poss npadvmod"
_NUMBER_DEPS: Final = frozenset(_NUMBER_DEPS_WORDS.split())
_PHRASE = 16  # words from "of" to the head of its noun phrase
_REACH = 6  # steps up from a number to its noun: "more than 140 other badly hurt people" needs two


def compound_unit(pieces: Pieces, amount: Amount) -> Unit | None:
    """The noun that a hyphen ties to the number: "10-member panel" -> member, "two-armed man" -> arm."""
    hyphen = amount.end
    tied = pieces.text(hyphen) == "-" and pieces.touching(hyphen - 1) and pieces.touching(hyphen)
    token = pieces.token(hyphen + 1) if tied else None
    word = pieces.text(hyphen + 1)
    if token is None or not word.isalpha() or len(word) < 2 or word in ("strong", "plus", "odd", "fold"):
        return None
    sterling = word == "pound" and is_sum(pieces, hyphen + 2)
    name = "GBP" if sterling else currency("", word) or measure(word)
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
    return next(filter(None, above), "") or _noun_of(pieces.tokens, inside) or _noun_next(pieces, amount)


def _noun_next(pieces: Pieces, amount: Amount) -> str:
    """A plural that directly follows, where the parser tied the number to something else."""
    token = pieces.token(amount.end)
    return _lemma(token) if token is not None and token.tag in ("NNS", "NNPS") else ""


def _noun_above(tokens: Sequence[Token], index: int, inside: range) -> str:
    """The noun that the number stands before: "more than 140 other people"."""
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
    """The noun after "of": "dozens of homes", "nine of the mayor's clerks"."""
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
