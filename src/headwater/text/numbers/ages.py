"""Ages, told apart from counts and durations: "54-year-old", "Orla Venn, 54,", "in his late 50s", "people over 65"."""

from __future__ import annotations

from typing import Final, NamedTuple

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numerals import SMALL

__all__ = ["LIFE_STARTS", "Age", "read_age", "read_decade_of_life"]

_OLDEST: Final = 130
_AGE_UNITS: Final = {f"{unit}{plural}": unit for unit in ("year", "month", "week", "day") for plural in ("", "s")} | {
    "yr": "year",
    "yrs": "year",
}
_SHORT: Final = frozenset(("yo", "y.o", "y.o.", "yr-old", "yo."))
_DECADES: Final = {
    f"{word.removesuffix('y')}ies": value for word, value in SMALL.items() if value >= 20
}  # "in her fifties"
LIFE_STARTS: Final = frozenset(_DECADES)
_WHOSE: Final = frozenset(("his", "her", "their", "my", "your", "our", "its"))
_PARTS: Final = {"early": (0, 3), "mid": (3, 7), "middle": (3, 7), "late": (6, 9), "": (0, 9)}
_BEING: Final = frozenset(("is", "was", "'s", "’s"))
_OWNERS: Final = frozenset(("he", "she", "who", "i"))
_PEOPLE_WORDS: Final = (
    "people person adult child kid man woman boy girl resident voter anyone everyone someone those patient worker "
    "student citizen american teenager youngster driver senior player male female pensioner"
)
_PEOPLE: Final = frozenset(_PEOPLE_WORDS.split())
_SIDES: Final = frozenset(("over", "under", "above", "below"))
_TURNING: Final = frozenset(("turned", "turns", "turning"))
_CLOSING: Final = frozenset(
    (",", ".", ";", ")", "and", "when", "at", "on", "in", "this", "last", "next", "but", "-", "")
)
_COUNTED_TAGS: Final = frozenset(("NNS", "NNPS", "JJ"))  # twelve never counts a singular


class Age(NamedTuple):
    """The unit of an age, and the piece after its last word."""

    unit: str
    end: int


def read_age(pieces: Pieces, amount: Amount) -> Age | None:
    """The age that the amount is, if it is one: "54-year-old", "54 years old", "three months of age", "aged 54"."""
    place = amount.end + (pieces.text(amount.end) == "-")
    if pieces.text(place) in _SHORT or pieces.texts[place : place + 3] == ("y", "/", "o"):
        return Age("year", place + 1 + 2 * (pieces.text(place) == "y"))
    if amount.unit in _AGE_UNITS and pieces.text(amount.end) == "old":
        return Age(amount.unit, amount.end + 1)
    unit = _AGE_UNITS.get(pieces.text(place), "")
    tail = place + 1 + (pieces.text(place + 1) == "-")
    if unit and pieces.text(tail) in ("old", "olds"):
        return Age(unit, tail + 1)
    if unit and pieces.texts[tail : tail + 2] == ("of", "age"):
        return Age(unit, tail + 2)
    if unit == "year" and _sided(pieces, amount):
        return Age(unit, place + 1)
    return Age("year", amount.end) if _bare_age(pieces, amount) else None


def read_decade_of_life(pieces: Pieces, index: int) -> Amount | None:
    """Ages by the ten: "in his 50s", "in her mid-40s", "in their early thirties"."""
    start = _DECADES.get(pieces.text(index), 0)
    end = index + 1
    if not start and pieces.text(end) in ("s", "'s", "’s") and pieces.touching(index):
        digits = pieces.text(index)
        start = int(digits) if digits.isdecimal() and len(digits) == 2 and digits[1] == "0" else 0
        end += 1
    back = index - 1 - (pieces.text(index - 1) == "-")
    part = pieces.text(back) if pieces.text(back) in _PARTS else ""
    if not start or pieces.text(back - bool(part)) not in _WHOSE:
        return None
    low, high = _PARTS[part]
    return Amount(index, end, start + low, start + high, None, "age", "year")


def _bare_age(pieces: Pieces, amount: Amount) -> bool:
    """An age without "years": "aged 54", "at age 54", "Orla Venn, 54, said", "she was 54", "people over 65"."""
    if amount.kind not in ("", "between", "score") or amount.unit or not 0 < amount.high < _OLDEST:
        return False
    if _aged(pieces, amount.first):
        return True
    if amount.kind == "between" or not amount.high.is_integer():
        return False
    return _beside_a_name(pieces, amount) or _of_somebody(pieces, amount) or _beyond(pieces, amount)


def _aged(pieces: Pieces, first: int) -> bool:
    """Whether "aged", "age", "at the age of" stands before, a hedge between them or not."""
    words = pieces.texts[max(0, first - 4) : first]
    near = [word for word in words if word not in ("of", "between", "just", "only", "about", "over", "under", "from")]
    return bool(near) and near[-1] in ("aged", "age", "ages") and words[-1] not in (",", ".")


def _beside_a_name(pieces: Pieces, amount: Amount) -> bool:
    """Whether it stands beside a name: "Orla Venn, 54, said", "Orla Venn (54)"."""
    before, name = pieces.text(amount.first - 1), pieces.token(amount.first - 2)
    if name is None:
        return False
    if before == "(" and pieces.text(amount.end) == ")":
        return name.ent == "PERSON"
    closed = pieces.text(amount.end) in (",", ".", ";", ")", "and", "")
    return before == "," and closed and name.pos == "PROPN" and name.ent in ("PERSON", "", "ORG")


def _of_somebody(pieces: Pieces, amount: Amount) -> bool:
    """Whether it is a person's number and counts nothing: "she was 54", "who turned 40 on Monday"."""
    if pieces.text(amount.end) not in _CLOSING:
        return False
    if pieces.text(amount.first - 1) in _TURNING:
        return True
    return pieces.text(amount.first - 1) in _BEING and pieces.text(amount.first - 2) in _OWNERS


def _beyond(pieces: Pieces, amount: Amount) -> bool:
    """Whether it bounds an age: "people over 65", "anyone younger than 18", "18 or older"."""
    if pieces.text(amount.end + 1) in ("older", "younger") and pieces.text(amount.end) in ("and", "or"):
        return True
    after, side = pieces.token(amount.end), pieces.text(amount.first - 1)
    counts = after is not None and after.tag in _COUNTED_TAGS and pieces.text(amount.end) != "-"
    if counts:
        return False
    return _sided(pieces, amount) or (side == "than" and pieces.text(amount.first - 2) in ("older", "younger"))


def _sided(pieces: Pieces, amount: Amount) -> bool:
    """Whether people stand before, on one side of the number: "people over"."""
    who = pieces.token(amount.first - 2)
    return pieces.text(amount.first - 1) in _SIDES and who is not None and who.lemma in _PEOPLE
