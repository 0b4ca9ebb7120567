"""Digits and number words that are no quantities: parts of names, codes, telephone numbers, house numbers, labels."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from headwater.text.numbers.amounts import Amount
from headwater.text.numbers.pieces import Pieces

__all__ = ["Age", "is_outsider", "read_age"]

_STREETS_WORDS = "street st st. road rd rd. avenue ave ave. drive lane boulevard blvd blvd. highway"
_STREETS: Final = frozenset(_STREETS_WORDS.split())
_LABELS_WORDS = (
    "no no. number article section chapter page route highway flight room apartment apt suite line figure table "
    "item channel box group unit phase type level gate platform interstate act rule paragraph volume episode "
    "season part version model radio formula exit district ward precinct block building case class grade size "
    "station sector zone"
)
_LABELS: Final = frozenset(_LABELS_WORDS.split())
_PRONOUN_BEFORE_WORDS = "no another this that the each every which any some only either other last next loved"
_PRONOUN_BEFORE: Final = frozenset(_PRONOUN_BEFORE_WORDS.split())
_ELLIPTIC: Final = frozenset(("another", "day", "'s", "’s"))
_REACH = 12  # pieces back to an opening bracket
_CODE: Final = re.compile(r"[/\\@#:_.,+]+")


def is_outsider(pieces: Pieces, amount: Amount) -> bool:
    """Whether the amount is no quantity, by the words around it."""
    return (
        _glued(pieces, amount)
        or _pronoun(pieces, amount)
        or _label(pieces, amount)
        or _street(pieces, amount)
        or _list_number(pieces, amount)
        or _telephone(pieces, amount)
    )


def _glued(pieces: Pieces, amount: Amount) -> bool:
    """Whether it is part of a code: "F-16", "Covid-19", "9/11"."""
    before, token = pieces.text(amount.first - 1), pieces.token(amount.first)
    if amount.sign or token is None:
        return False
    left = pieces.touching(amount.first - 1)
    if left and (before == "-" or _CODE.fullmatch(before) or before.isalpha()):
        return before != "-" or pieces.touching(amount.first - 2)
    return pieces.touching(amount.end - 1) and pieces.text(amount.end) in ("/", ":", "_", "@") and amount.kind == ""


def _pronoun(pieces: Pieces, amount: Amount) -> bool:
    """Whether "one" is a pronoun: "no one", "one another", "the one", "loved ones"."""
    if pieces.text(amount.first) != "one" or amount.end != amount.first + 1:
        return False
    token, before = pieces.token(amount.first), pieces.text(amount.first - 1)
    if pieces.text(amount.end) == "of":
        return False
    loose = token is not None and token.dep not in ("nummod", "compound")
    return (
        token is None
        or token.tag in ("PRP", "NN")
        or (loose and before in _PRONOUN_BEFORE)
        or (pieces.text(amount.end) in _ELLIPTIC)
    )


def _label(pieces: Pieces, amount: Amount) -> bool:
    """A number that names its noun: "Article 5", "Flight 12", "Apollo 11"."""
    before, token = pieces.token(amount.first - 1), pieces.token(amount.first)
    if before is None or token is None or amount.sign or amount.kind not in ("", "between"):
        return False
    if pieces.text(amount.first - 1) in _LABELS:
        return before.tag not in ("DT", "VBP", "VB") and pieces.text(amount.first - 1) != "no"
    own = 0 <= token.head < len(pieces.tokens) and pieces.tokens[token.head] is before
    return (
        own
        and token.dep in ("nummod", "appos", "npadvmod")
        and before.pos == "PROPN"
        and before.tag != "NNPS"
        and (not before.ent or token.ent == before.ent)
    )


def _street(pieces: Pieces, amount: Amount) -> bool:
    """A house number: "12 Alder Street"."""
    if amount.kind not in ("", "ordinal"):
        return False
    following = [pieces.token(index) for index in range(amount.end, amount.end + 3)]
    for index, token in enumerate(following):
        if token is None or token.pos != "PROPN":
            return False
        if pieces.text(amount.end + index) in _STREETS:
            return True
    return False


def _list_number(pieces: Pieces, amount: Amount) -> bool:
    """A number that opens a line of a list: "1. ", "2) "."""
    after = pieces.text(amount.end)
    if after == ")" and "(" not in pieces.texts[max(0, amount.first - _REACH) : amount.first]:
        return amount.kind == ""
    first = pieces.token(amount.first - 1)
    opens = first is None or pieces.row[amount.first].start - pieces.row[amount.first - 1].end > 0
    return (
        after in (".", ")")
        and opens
        and pieces.text(amount.first - 1) in ("", ".", "!", "?", ":")
        and amount.kind == ""
    )


def _telephone(pieces: Pieces, amount: Amount) -> bool:
    """Digits in groups joined by hyphens, seven in all: "555-0173"."""
    if amount.sign or amount.kind not in ("", "between", "score"):
        return False
    first, end = amount.first, amount.end
    while first > 1 and pieces.text(first - 1) == "-" and pieces.text(first - 2).isdigit():
        first -= 2
    while pieces.text(end) == "-" and pieces.text(end + 1).isdigit():
        end += 2
    groups = [text for text in pieces.texts[first:end] if text.isdigit()]
    return len(groups) > 1 and "-" in pieces.texts[first:end] and sum(map(len, groups)) >= 7


class Age(NamedTuple):
    """The unit of an age, and the piece after its last word."""

    unit: str
    end: int


_AGE_UNITS: Final = {f"{unit}{plural}": unit for unit in ("year", "month", "week", "day") for plural in ("", "s")}


def read_age(pieces: Pieces, amount: Amount) -> Age | None:
    """The age that the amount is, if it is one: "54-year-old", "54 years old", "three months of age", "aged 54"."""
    place = amount.end + (pieces.text(amount.end) == "-")
    unit = _AGE_UNITS.get(pieces.text(place), "")
    tail = place + 1 + (pieces.text(place + 1) == "-")
    if unit and pieces.text(tail) in ("old", "olds"):
        return Age(unit, tail + 1)
    if unit and pieces.texts[tail : tail + 2] == ("of", "age"):
        return Age(unit, tail + 2)
    return Age("year", amount.end) if _bare_age(pieces, amount) else None


def _bare_age(pieces: Pieces, amount: Amount) -> bool:
    """An age without "years": "aged 54", "at age 54", "Orla Venn, 54, said"."""
    before, value = pieces.text(amount.first - 1), amount.stated or 0
    if amount.kind not in ("", "between") or amount.sign or not 0 < value < 130:
        return before in ("aged", "ages") and amount.kind == "between"
    if before in ("aged", "age", "ages"):
        return True
    name = pieces.token(amount.first - 2)
    closed = pieces.text(amount.end) in (",", ".", ";", ")", "and", "")
    if before == "(" and pieces.text(amount.end) == ")":
        return name is not None and name.ent == "PERSON"
    return before == "," and closed and name is not None and name.pos == "PROPN" and name.ent in ("PERSON", "", "ORG")
