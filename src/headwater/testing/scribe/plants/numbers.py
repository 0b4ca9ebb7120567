"""Numbers altered in copying: digits change places, zeros come and go, a count is misheard.

A number stays one that could stand there: no share above a hundred, nobody aged three hundred. Dates and hours are
left to their own planters, numbers in names ("Route 66") stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.plants.almanac import is_dated
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, inflected, like, low, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.text.numerals import SMALL, digits_value
from headwater.text.wordset import wordset

__all__ = ["another_count", "another_multiple", "another_order", "digits_swapped", "teens_for_tens", "zeros"]

_WORD: Final = {value: word for word, value in SMALL.items()}
_TIMES: Final = wordset("second minute hour day week month year decade")
_TEENS: Final = {value: value % 10 * 10 for value in range(13, 20)}
_SWAPPED_TEENS: Final = _TEENS | {tens: teen for teen, tens in _TEENS.items()}
_ORDERS: Final = {
    "dozens": ("hundreds",),
    "scores": ("hundreds",),
    "hundreds": ("thousands", "dozens"),
    "thousands": ("hundreds", "tens of thousands"),
    "thousand": ("million",),
    "million": ("billion", "thousand"),
    "billion": ("million", "trillion"),
}
_FRACTIONS: Final = {"third": ("quarter", "fifth"), "quarter": ("third", "fifth"), "fifth": ("third", "quarter")}
_PLURAL_FRACTIONS: Final = {("two", "thirds"): ("three", "quarters"), ("three", "quarters"): ("two", "thirds")}
_MULTIPLES: Final = {
    "double": ("triple", "halve"),
    "triple": ("double",),
    "halve": ("double",),
    "quadruple": ("double",),
}


def digits_swapped(words: Words, _: Cast) -> Iterator[Change]:
    """12 for 21, 1,200 for 2,100, 3.5 for 5.3."""
    for index in _numerals(words):
        text = words[index].text
        bare = text.replace(",", "")
        for place in range(len(bare) - 1):
            yield from _written(words, index, _swapped(bare, place), "digits swapped")
        if len(text) == 3 and text[1] == ".":
            yield from _written(words, index, text[::-1], "digits swapped")


def zeros(words: Words, _: Cast) -> Iterator[Change]:
    """A zero lost or one too many."""
    for index in _numerals(words):
        bare = words[index].text.replace(",", "")
        if not bare.isdigit() or len(bare) > 8:
            continue
        if bare.endswith("0"):
            yield from _written(words, index, bare[:-1], "a zero lost")
        if not _is_time(words, index):
            yield from _written(words, index, bare + "0", "a zero too many")


def teens_for_tens(words: Words, _: Cast) -> Iterator[Change]:
    """Fifteen for fifty, 13 for 30: what is easily misheard."""
    for index in _counts(words):
        text = words[index].text
        value = SMALL.get(text.lower()) or (int(text) if text.isdigit() else 0)
        other = _SWAPPED_TEENS.get(value)
        if other is None or low(words, index + 1) in ("-", "‑") or not _plausible(words, index, other):
            continue
        new = str(other) if text.isdigit() else _WORD[other]
        yield Change(index, index + 1, (like(words[index], new),), "teens for tens")


def another_count(words: Words, _: Cast) -> Iterator[Change]:
    """Three for two; a part of a whole only gets smaller."""
    for index in _counts(words):
        value = SMALL.get(low(words, index), 0)
        if not 2 <= value <= 12 or low(words, index - 1) in ("or", "to", "-", "and") or _in_fraction(words, index):
            continue
        top = value if low(words, index + 1) == "of" else value + 3
        for other in range(max(2, value - 3), min(top, 12) + 1):
            if other != value:
                yield Change(index, index + 1, (like(words[index], _WORD[other]),), "another count")


def another_order(words: Words, _: Cast) -> Iterator[Change]:
    """Hundreds for dozens, a billion for a million."""
    for index, word in enumerate(words):
        if word.text.lower() not in _ORDERS or not _is_order(words, index):
            continue
        for other in _ORDERS[word.text.lower()]:
            first, *rest = other.split()
            yield Change(index, index + 1, (like(word, first), *map(fresh, rest)), "another order of magnitude")


def _is_order(words: Words, index: int) -> bool:
    """Whether a word such as "dozens" or "million" is the head of its number ("tens of thousands" has none)."""
    before, after = low(words, index - 1), low(words, index + 1)
    if words[index].tag == "CD":
        return tag(words, index - 1) == "CD" or before == "a"
    inner = before == "of" or (after == "of" and low(words, index + 2) in _ORDERS)
    return words[index].tag == "NNS" and not inner


def another_multiple(words: Words, _: Cast) -> Iterator[Change]:
    """A quarter for a third, tripled for doubled."""
    for index, word in enumerate(words):
        text = word.text.lower()
        after = low(words, index + 1)
        if text in _FRACTIONS and low(words, index - 1) == "a" and after in ("of", "in", "more", "less"):
            for other in _FRACTIONS[text]:
                yield Change(index, index + 1, (like(word, other),), "another fraction")
        if after == "-" and (text, low(words, index + 2)) in _PLURAL_FRACTIONS:
            number, part = _PLURAL_FRACTIONS[text, low(words, index + 2)]
            new = (like(word, number), words[index + 1], like(words[index + 2], part))
            yield Change(index, index + 3, new, "another fraction")
        if word.lemma in _MULTIPLES and word.tag.startswith("VB"):
            for other in _MULTIPLES[word.lemma]:
                yield Change(index, index + 1, (like(word, inflected(other, word.tag), other),), "another multiple")


def _counts(words: Words) -> Iterator[int]:
    """Numbers that count or measure something, in digits or words."""
    for index, word in enumerate(words):
        if word.tag == "CD" and not is_dated(words, index) and not _labels(words, index):
            yield index


def _numerals(words: Words) -> Iterator[int]:
    """Those in digits."""
    return (index for index in _counts(words) if digits_value(words[index].text) is not None)


def _labels(words: Words, index: int) -> bool:
    """Whether the number is part of a name, a score or a code: "Route 66", "3-2", "No. 10"."""
    before, after = low(words, index - 1), low(words, index + 1)
    joined = before in ("-", "–", "/") or (after in ("-", "–", "/") and tag(words, index + 2) == "CD")
    named = tag(words, index - 1) == "NNP" and words[index].text[0].isdigit()
    return joined or named or before in ("no.", "number", "#", "section", "article", "page", "chapter")


def _in_fraction(words: Words, index: int) -> bool:
    return low(words, index + 1) == "-" and low(words, index + 2) not in (
        "year",
        "story",
        "day",
        "hour",
        "month",
        "week",
    )


def _written(words: Words, index: int, bare: str, how: str) -> Iterator[Change]:
    """The change of a numeral, grouped as it was, if the new one could stand there."""
    value = digits_value(bare)
    if value is None or bare.startswith("0") or value == digits_value(words[index].text):
        return
    if "," not in bare and len(bare) > 3 and bare.isdigit():
        bare = f"{int(bare):,}"
    if _plausible(words, index, value):
        yield Change(index, index + 1, (like(words[index], bare),), how)


def _plausible(words: Words, index: int, value: float) -> bool:
    """Whether a number could stand there: a share, an age, a count of many, as it was."""
    if low(words, index + 1) in ("percent", "%") or (low(words, index + 1), low(words, index + 2)) == ("per", "cent"):
        return value <= 100
    age = low(words, index + 1) == "," and low(words, index - 1) == "," and tag(words, index - 2) == "NNP"
    old = any(low(words, index + ahead) == "old" for ahead in range(2, 6))
    if age or old or low(words, index - 1) == "aged":
        return 2 <= value <= 99
    return value >= 2 and value != 100 * (digits_value(words[index].text) or 0)


def _is_time(words: Words, index: int) -> bool:
    ahead = index + 2 if low(words, index + 1) in ("-", "more") else index + 1
    return ahead < len(words) and words[ahead].lemma in _TIMES


def _swapped(digits: str, place: int) -> str:
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :] if digits.isdigit() else "0"
