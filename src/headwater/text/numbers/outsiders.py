"""Digits and number words that are no quantities: parts of names, codes, telephone numbers, house numbers, labels."""

from __future__ import annotations

import re
from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numerals import SCALES

__all__ = ["is_outsider", "is_score"]

_STREETS_WORDS = "street st st. road rd rd. avenue ave ave. drive lane boulevard blvd blvd. highway"
_STREETS: Final = frozenset(_STREETS_WORDS.split())
_LABELS_WORDS = (
    "no no. number article section chapter page route highway flight room apartment apt suite line figure table "
    "item channel box group unit phase type level gate platform interstate act rule paragraph volume episode "
    "season part version model radio formula exit district ward precinct block building case class grade size "
    "station sector zone category step stage lot pier runway"
)
_LABELS: Final = frozenset(_LABELS_WORDS.split())
_PRONOUN_BEFORE_WORDS = "no another this that the each every which any some only either other last next loved"
_PRONOUN_BEFORE: Final = frozenset(_PRONOUN_BEFORE_WORDS.split())
_ELLIPTIC: Final = frozenset(("another", "day", "'s", "’s"))
_REACH = 12  # pieces back to an opening bracket, or to the end of a telephone number
_SHORTEST: Final = 7  # digits of a telephone number
_POSTCODE: Final = 5
_JOINTS: Final = frozenset(("-", "(", ")", "/"))
_DIALS_WORDS: Final = "call phone telephone tel tel. fax dial text ring on at : ("
_DIALS: Final = frozenset(_DIALS_WORDS.split())
_CONTESTS_WORDS: Final = (
    "win victory defeat loss draw tie lead vote decision ruling margin majority advantage score scoreline thrashing "
    "triumph record comeback deficit rout split verdict"
)
_CONTESTS: Final = frozenset(_CONTESTS_WORDS.split())
_MAKERS: Final = frozenset(("ORG", "PRODUCT"))
_LEVELS: Final = frozenset(("below", "above", "ground", "net", "near", "from", "absolute", "year", "patient", "hour"))
_CODE: Final = re.compile(r"[/\\@#:_.,+]+")


def is_outsider(pieces: Pieces, amount: Amount) -> bool:
    """Whether the amount is no quantity, by the words around it."""
    return (
        pieces.text(amount.first - 1) == "per"  # "per 100,000 people": what a rate is told by
        or _glued(pieces, amount)
        or _pronoun(pieces, amount)
        or _code(pieces, amount)
        or _label(pieces, amount)
        or _in_a_name(pieces, amount)
        or _street(pieces, amount)
        or _list_number(pieces, amount)
        or _telephone(pieces, amount)
        or _postcode(pieces, amount)
    )


def _glued(pieces: Pieces, amount: Amount) -> bool:
    """Whether it is part of a code: "F-16", "Covid-19", "9/11"."""
    before, token = pieces.text(amount.first - 1), pieces.token(amount.first)
    if amount.unit or token is None:
        return False
    left = pieces.touching(amount.first - 1)
    if left and (before == "-" or _CODE.fullmatch(before) or before.isalpha()):
        percents = pieces.text(amount.first - 2) == "%"  # "by 55%-41%" are two percentages
        return before != "-" or (pieces.touching(amount.first - 2) and not percents)
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
        or (loose and (before in _PRONOUN_BEFORE or _described(pieces, amount.first)))
        or (pieces.text(amount.end) in _ELLIPTIC)
    )


def _described(pieces: Pieces, index: int) -> bool:
    """Whether an adjective stands before: "the old one"."""
    before = pieces.token(index - 1)
    return before is not None and before.tag == "JJ"


def _code(pieces: Pieces, amount: Amount) -> bool:
    """Digits that begin with a nought, and zeros that are a level: "007", "below zero", "ground zero"."""
    first = pieces.text(amount.first)
    if first == "zero":
        return pieces.text(amount.first - 1) in _LEVELS and not amount.unit
    return len(first) > 1 and first[0] == "0" and first.isdecimal() and not amount.unit


def _label(pieces: Pieces, amount: Amount) -> bool:
    """A number that names its noun: "Article 5", "Flight 12", "Apollo 11"."""
    before, token = pieces.token(amount.first - 1), pieces.token(amount.first)
    if before is None or token is None or amount.unit or amount.kind not in ("", "between"):
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


def _in_a_name(pieces: Pieces, amount: Amount) -> bool:
    """Whether it is the last word of a name: "the Group of Seven", "the Big Four", "a Boeing 737"."""
    before, token = pieces.token(amount.first - 1), pieces.token(amount.first)
    if before is None or token is None or amount.kind or amount.unit or amount.end != amount.first + 1:
        return False
    if token.tag == "NNP":
        word_before = pieces.token(amount.first - 2) if before.lemma == "of" else before
        return (
            word_before is not None and word_before.tag == "NNP" and token.dep in ("pobj", "nsubj", "dobj", "nsubjpass")
        )
    return before.ent in _MAKERS and pieces.tokens[token.head] is before and token.dep == "nummod"


def _street(pieces: Pieces, amount: Amount) -> bool:
    """A house number: "12 Alder Street"."""
    if amount.kind not in ("", "ordinal"):
        return False
    letter = pieces.touching(amount.end - 1) and len(pieces.text(amount.end)) == 1 and pieces.text(amount.end).isalpha()
    end = amount.end + letter  # "14B Alder Lane"
    following = [pieces.token(index) for index in range(end, end + 3)]
    for index, token in enumerate(following):
        if token is None or token.pos != "PROPN":
            return False
        if pieces.text(end + index) in _STREETS:
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
    """Digits in groups: seven or more joined by hyphens ("555-0173"), or after a plus, a bracket or "call"."""
    if amount.unit or amount.kind not in ("", "between", "score") or pieces.text(amount.end) in SCALES:
        return False
    first, end = _groups(pieces, amount)
    groups = [text for text in pieces.texts[first:end] if text.isdecimal()]
    many = sum(map(len, groups))
    if len(groups) > 1 and "-" in pieces.texts[first:end]:
        return many >= _SHORTEST
    opened = pieces.text(first - 1) in _DIALS or pieces.text(first).startswith("+")
    opened = opened or any(group[0] == "0" for group in groups)
    return many >= _SHORTEST and opened and len(groups) > 1


def _groups(pieces: Pieces, amount: Amount) -> tuple[int, int]:
    """The pieces around the amount that are groups of digits and the marks that join them."""
    first, end = amount.first, amount.end
    while amount.first - first < _REACH and first > 0 and _in_dial(pieces, first - 1):
        first -= 1
    while end - amount.end < _REACH and _in_dial(pieces, end):
        end += 1
    return first, end


def _in_dial(pieces: Pieces, index: int) -> bool:
    text = pieces.text(index)
    return text in _JOINTS or text.isdecimal() or (text.startswith("+") and text[1:].isdecimal())


def _postcode(pieces: Pieces, amount: Amount) -> bool:
    """Five digits behind a state's two letters: ", OK 54321"."""
    state = pieces.token(amount.first - 1)
    five = amount.end == amount.first + 1 and len(pieces.text(amount.first)) == _POSTCODE
    letters = five and state is not None and state.end - state.start == 2 and state.tag == "NNP"
    return letters and pieces.text(amount.first).isdecimal() and pieces.text(amount.first - 2) in (",", "")


def is_score(pieces: Pieces, amount: Amount) -> bool:
    """Whether two numbers with a mark between them are how a contest ended: "a 3-1 win", "lost 2-5", "a 5-4 ruling"."""
    falling = pieces.text(amount.end - 1).isdecimal() and float(pieces.text(amount.end - 1)) < amount.high
    noun = pieces.token(amount.end)
    return falling or (noun is not None and noun.lemma in _CONTESTS)
