"""Numbers told by a word for a size: "dozens", "a few hundred", "tens of thousands", "a trio of", "both", "twice"."""

from __future__ import annotations

from typing import Final

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.text.numerals import SCALES

__all__ = ["VAGUE_STARTS", "read_grouped", "read_vague"]

Interval = tuple[float, float]

_FEW: Final[dict[tuple[str, ...], Interval]] = {
    ("a", "couple", "of"): (2, 2),
    ("a", "handful", "of"): (2, 6),
    ("a", "couple"): (2, 2),
    ("a", "few"): (2, 6),
    ("a", "handful"): (2, 6),
    ("several",): (3, 9),
}
_SIZES: Final[dict[str, float]] = {"dozen": 12, "hundred": 100, **SCALES}
_HUNDRED: Final = 100
_PLURALS: Final[dict[str, Interval]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 99_999),
    "millions": (2e6, 999_999_999),
    "billions": (2e9, 999e9),
    "trillions": (2e12, 999e12),
    "lakhs": (2e5, 99e5),
    "crores": (2e7, 999e7),
}
_TENS: Final = {"tens": (20, 99), "dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999)}
_GROUPS: Final = {
    "pair": 2, "duo": 2, "brace": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6,
    "score": 20,
}  # fmt: skip
# A pair of these is one thing.
_ONE_PAIR_WORDS: Final = (
    "glasses sunglasses spectacles trousers pants jeans shorts scissors pliers tweezers binoculars goggles tights"
)
_ONE_PAIR: Final = frozenset(_ONE_PAIR_WORDS.split())
_TIMES: Final = {"twice": 2, "thrice": 3}
_MULTIPLES: Final = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_WHOLES: Final = frozenset(("the", "its", "their", "his", "her", "our", "that", "those", "last"))
VAGUE_STARTS: Final = frozenset(
    ("a", "the", "tens", *_PLURALS, "several", *_TIMES, *_MULTIPLES, "both", "majority")
) - {"the"}


def read_vague(pieces: Pieces, index: int) -> Amount | None:
    """A number that names a size: "dozens", "tens of thousands", "a few hundred", "hundreds or thousands"."""
    text = pieces.text(index)
    if text not in VAGUE_STARTS:
        return None
    found = _few(pieces, index) or _plural(pieces, index)
    return None if found is None else _or_more(pieces, found)


def read_grouped(pieces: Pieces, index: int) -> Amount | None:
    """An exact number in other words: "a trio of", "a score of", "both", "twice", "double the"; a "majority of"."""
    text, after = pieces.text(index), pieces.text(index + 1)
    if text == "a" and after in _GROUPS and pieces.text(index + 2) == "of":
        return None if _one_thing(pieces, index + 3) else Amount.exact(index, index + 2, _GROUPS[after])
    before = pieces.token(index - 1)
    if text in _TIMES and (before is None or before.lemma != "think"):
        return Amount.exact(index, index + 1, _TIMES[text], unit="time")
    if text in _MULTIPLES and after in _WHOLES:
        return Amount.exact(index, index + 1, _MULTIPLES[text], unit="time")
    if text == "both" and _both(pieces, index):
        return Amount.exact(index, index + 1, 2)
    if text == "majority" and after == "of":
        return Amount(index, index + 1, 0.505, 0.995, None, "fraction")
    return None


def _few(pieces: Pieces, index: int) -> Amount | None:
    """A few by themselves, or of a size: "several hundred", "a couple of thousand"."""
    words = next((words for words in _FEW if pieces.texts[index : index + len(words)] == words), None)
    if words is None:
        return None
    low, high = _FEW[words]
    end = index + len(words)
    size = _SIZES.get(pieces.text(end).removesuffix("s"))
    if size is not None:
        most = high * size if size < _HUNDRED else (high + 1) * size - 1  # "several hundred" may be 950
        return Amount(index, end + 1, low * size, most, None, "vague")
    end -= words[-1] == "of"
    return Amount(index, end, low, high, float(low) if low == high else None, "vague")


def _plural(pieces: Pieces, index: int) -> Amount | None:
    text = pieces.text(index)
    if text in _TENS and pieces.text(index + 1) == "of" and (size := _sizes(pieces.text(index + 2))):
        low, high = _TENS[text]
        return Amount(index, index + 3, low * size, (high + 1) * size - 1, None, "vague")
    if text not in _PLURALS or (text == "scores" and pieces.text(index + 1) not in ("of", "more")):
        return None
    again = pieces.text(index + 1) in ("and", "upon", "on") and pieces.text(index + 2) == text
    return Amount(index, index + 1 + 2 * again, *_PLURALS[text], None, "vague")


def _sizes(word: str) -> float:
    """The size of a plural: "thousands"; 0 if it is none."""
    return SCALES.get(word.removesuffix("s"), 0.0) if word.endswith("s") else 0.0


def _or_more(pieces: Pieces, amount: Amount) -> Amount:
    """From the one size to the other: "hundreds or thousands", "dozens if not hundreds", "scores, perhaps hundreds"."""
    joints = (("or",), ("if", "not"), (",", "if", "not"), (",", "possibly"), (",", "perhaps"), (",", "or"))
    for joint in joints:
        start = amount.end + len(joint)
        if pieces.texts[amount.end : start] == joint and pieces.text(start) in _PLURALS:
            other = _plural(pieces, start)
            if other is not None and other.high > amount.high:
                return amount._replace(end=other.end, high=other.high)
    return amount


def _both(pieces: Pieces, index: int) -> bool:
    """Whether "both" counts what follows ("both men", "both of the men"), and is no "both ... and"."""
    token = pieces.token(index)
    if token is None or pieces.text(index + 1) == "of":
        return token is not None and pieces.text(index + 2) not in ("which", "whom")
    head = pieces.tokens[token.head] if 0 <= token.head < len(pieces.tokens) else None
    if head is None or token.dep not in ("det", "predet") or head.tag not in ("NNS", "NNPS"):
        return False
    phrase = pieces.tokens[pieces.row[index].token : token.head + 2]
    return all(word.lemma != "and" for word in phrase)


def _one_thing(pieces: Pieces, index: int) -> bool:
    return any(pieces.text(place) in _ONE_PAIR for place in range(index, index + 3))
