"""What the words add to a date or duration: "late 2019", "nearly a month ago", "more than three weeks".

TIMEX3 has the attribute `mod` for it; here it is one plain word: start, mid, end, approx, before, after, more, less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.dates.vocabulary import LETTERS
from headwater.text.dates.words import Word

__all__ = ["modifier_of"]

_OPENING: Final = {
    LETTERS["EARLY"]: "start",
    LETTERS["MID"]: "mid",
    LETTERS["LATE"]: "end",
    LETTERS["NEARLY"]: "approx",
    LETTERS["ABOUT"]: "approx",
    LETTERS["EARLIER"]: "before",
    LETTERS["LATER"]: "after",
    LETTERS["MORE"]: "more",
    LETTERS["LESS"]: "less",
    LETTERS["AT"]: "more",  # "at least"
    LETTERS["UP"]: "less",  # "up to"
}
_ENDS: Final = {"end": "end", "close": "end", "beginning": "start", "start": "start", "middle": "mid"}
_ARTICLES: Final = frozenset((LETTERS["THE"], LETTERS["AN"]))


def modifier_of(words: Sequence[Word]) -> str:
    """The modifier that the words of an expression carry, '' for none."""
    opening = [word for word in words[:2] if word.letter not in _ARTICLES][:1]
    if not opening or len(words) < 2:
        return ""
    word, texts = opening[0], [each.text for each in words]
    found = _ENDS.get(word.text, "") if word.letter == LETTERS["END"] else _OPENING.get(word.letter, "")
    if texts[-1] == "ago":  # what lies more than a year back lies before that day
        found = {"more": "before", "less": "after"}.get(found, found)
    return "less" if texts[:2] == ["at", "most"] else found or ("approx" if texts[-2:] == ["or", "so"] else "")
