"""Values of a conflict, compared loosely: "3" and "three", ">=2" and "at least 2", "2023-05" and "May 2023".

A gold value is a number with its bound, a word for a rough number, an ISO day or month, or a plain word. What a brief
writes is read in the same way; words are compared by their stems.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["same_value"]

Interval = tuple[float, float]

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_YEAR: Final = "january february march april may june july august september october november december"
_NUMBER_WORDS: Final = {word: float(n) for n, word in enumerate(_SMALL.split())}
_ROUGH: Final = {"dozens": (24.0, 99.0), "scores": (40.0, 199.0), "several": (3.0, 9.0), "hundreds": (200.0, 999.0)}
_MONTHS: Final = {name: f"{n:02}" for n, name in enumerate(_YEAR.split(), 1)}
_INFINITE: Final = float("inf")
_NUMBER: Final = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_NUMBER_WORDS, key=lambda word: (-len(word), word)))}"
_RANGE: Final = re.compile(rf"\b({_NUMBER})\s*(?:,(?!\d{{3}})|-|–|\bto\b)\s*(∞|inf|{_NUMBER})")
_BOUND: Final = re.compile(rf"(>=|≥|>|at least|no fewer than|more than|over|from)?\s*\b({_NUMBER})\b\s*(\+|or more)?")
_ONE: Final = re.compile(r"\b(?:an?|single)\b")
_AT_LEAST: Final = (">=", "≥", "at least", "no fewer than", "from")
_ISO: Final = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_NAMED_MONTH: Final = re.compile(rf"\b({'|'.join(_MONTHS)})\.?,?\s+(\d{{4}})\b")
_WORD: Final = re.compile(r"\w+")


def same_value(gold: str, found: str) -> bool:
    """Whether `found`, as a brief writes it, gives the gold value."""
    gold, found = gold.casefold(), found.casefold()
    if _ISO.fullmatch(gold):
        return any(day.startswith(gold) for day in _days(found))
    interval = _interval(gold)
    if interval is not None:
        return _interval(found) == interval
    stems = [word[: max(4, len(word) - 3)] for word in _WORD.findall(gold)]
    words = _WORD.findall(found)
    return bool(stems) and all(any(word.startswith(stem) for word in words) for stem in stems)


def _days(text: str) -> list[str]:
    """Days and months in a text, as ISO."""
    named = [f"{match[2]}-{_MONTHS[match[1]]}" for match in _NAMED_MONTH.finditer(text)]
    return [match[0] for match in _ISO.finditer(text)] + named


def _interval(text: str) -> Interval | None:
    """Read the first number of a text with its bound; None if there is none.

    An article counts as one only where nothing else does ("an armed drone"). `>120` and `>=121` are the same.
    """
    for word, rough in _ROUGH.items():
        if re.search(rf"\b{word}\b", text):
            return rough
    span = _RANGE.search(text)
    if span is not None:
        return _number(span[1]), _number(span[2])
    match = _BOUND.search(text)
    if match is None:
        return (1.0, 1.0) if _ONE.search(text) else None
    low, value = _number(match[2]), match[1] or ("at least" if match[3] else "")
    if not value:
        return low, low
    return (low, _INFINITE) if value in _AT_LEAST else (low + 1, _INFINITE)


def _number(text: str) -> float:
    if text in ("∞", "inf"):
        return _INFINITE
    return _NUMBER_WORDS[text] if text in _NUMBER_WORDS else float(text.replace(",", ""))
