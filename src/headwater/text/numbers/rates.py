"""What an amount is told by: "$2 a share", "50 miles per hour", "30 people a day", "five deaths per 100,000 people"."""

from __future__ import annotations

from typing import Final

from headwater.text.numbers.pieces import Pieces
from headwater.text.numbers.unit import Unit
from headwater.text.numbers.units import TIMES, measure
from headwater.text.numerals import read_number

__all__ = ["with_rate"]

_GAP: Final = 6  # pieces between the number and "a day": "2 million barrels of heavy crude oil a day"
_INSIDE_TAGS_WORDS: Final = "NN NNS NNP NNPS JJ JJR VBN HYPH"
_INSIDE_TAGS: Final = frozenset(_INSIDE_TAGS_WORDS.split())
_INSIDE: Final = frozenset(("of", "more", "new", "other", "-"))
_NOT_RATES: Final = frozenset(("ago", "after", "before", "earlier", "later", "since", "old", "from", "when", "of"))
_NAMED: Final = {
    ("km", "hour"): "km/h",
    ("mile", "hour"): "mph",
    ("m", "second"): "m/s",
}
_HEADS: Final = {"capita": "person", "head": "person", "people": "person"}
_SHARED_WORDS: Final = (
    "share unit barrel head person piece bottle copy seat vote ticket bushel household family home pop plate pack game "
    "child student passenger ride trip"
)
_SHARED: Final = frozenset(_SHARED_WORDS.split())


def with_rate(pieces: Pieces, unit: Unit) -> Unit:
    """The unit with what it is told by, as it is if it is no rate; a speed gets its own name ("km/h")."""
    rate = _read(pieces, unit.end, sold=not unit.counted) or _behind(pieces, unit.end)
    if rate is None:
        return unit
    named = _NAMED.get((unit.name, rate.name))
    if named is not None:
        return unit._replace(name=named, end=rate.end)
    return unit._replace(per=rate.name, until=rate.end)


def _behind(pieces: Pieces, start: int) -> Unit | None:
    """A rate behind the counted noun: "30 people a day", "gallons of fuel a year"."""
    for place in range(start, start + _GAP):
        token = pieces.token(place)
        if token is None or (token.tag not in _INSIDE_TAGS and pieces.text(place) not in _INSIDE):
            return None
        rate = _read(pieces, place + 1, sold=False)
        if rate is not None:
            return rate
    return None


def _read(pieces: Pieces, index: int, *, sold: bool) -> Unit | None:
    """The rate whose joint stands at `index`; "$5 a share" needs no measure after the article if `sold`."""
    hyphen = pieces.text(index) == "-"
    joint = index + hyphen
    word = pieces.text(joint)
    noun = joint + 1 + (hyphen and pieces.text(joint + 1) == "-")
    if word in ("per", "/"):
        return _per(pieces, noun)
    if word not in ("a", "an", "each", "every"):
        return None
    name, token = measure(pieces.text(noun)), pieces.token(noun)
    if pieces.text(noun + 1) in _NOT_RATES or token is None:
        return None
    if name in TIMES:
        return Unit(name, noun + 1)
    tied = sold and (token.lemma in _SHARED or token.dep == "npadvmod" or bool(name))
    return Unit(_HEADS.get(token.lemma, name or token.lemma), noun + 1) if tied else None


def _per(pieces: Pieces, index: int) -> Unit | None:
    """What follows "per": a measure, a noun, or a number of them ("per 100,000 people")."""
    if index >= len(pieces.texts):
        return None
    read = read_number(pieces.texts, index)
    place = index if read is None else read[1]
    word, token = pieces.text(place), pieces.token(place)
    if token is None or not word[0].isalpha() or word in ("cent", "annum") or (read is None and token.tag == "DT"):
        return Unit("year", place + 1) if word == "annum" else None
    name = measure(word) or _HEADS.get(word, token.lemma)
    return Unit(name if read is None else f"{read[0]:.15g} {name}", place + 1)
