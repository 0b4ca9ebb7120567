"""Whether one word may have been taken for another by the eye or the ear: "former", "farmer"; "troops", "troupes"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Prefix

from headwater.text.spelling.phones import phones
from headwater.text.wordset import wordset

__all__ = ["is_slip"]

_SHORTEST: Final = 3  # letters
_LONG: Final = 6  # letters from which two may differ
_STEM: Final = 5  # letters; words that share them are mostly forms of one
_ENDINGS: Final = wordset("""
    e s es ed er ers ing ings ion ions or ors ive ic ics ical al ally y ly able ance ence ant ent ate ated ates ment
""")


@lru_cache(maxsize=16384)
def is_slip(one: str, other: str) -> bool:
    """Whether two written words sound alike, or differ in one letter (two in longer words), and are no forms of one.

    Letters that a scanner confuses ("rn", "m") count as one. Ask `thesaurus.related` whether they mean alike.
    """
    if one == other or min(len(one), len(other)) < _SHORTEST or _are_forms(one, other):
        return False
    letters = OSA.distance(_drawn(one), _drawn(other))
    return letters <= (2 if min(len(one), len(other)) >= _LONG else 1) or phones(one) == phones(other)


def _are_forms(one: str, other: str) -> bool:
    """Whether the words are one stem with endings: "attack", "attacks"; "graduation", "graduating"."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if long.startswith(short) or (long.startswith(short[:-1]) and len(short) >= _STEM):
        return True
    stems = range(_STEM, Prefix.similarity(one, other) + 1)
    return any(one[stem:] in _ENDINGS and other[stem:] in _ENDINGS for stem in stems)


def _drawn(word: str) -> str:
    """The word as a scanner sees it."""
    return word.replace("rn", "m").replace("cl", "d").replace("vv", "w").replace("li", "h")
