"""Whether two ways to name a newsroom name one: "(HWS)" and "Halden Wire Service", "the Halden Wire" and "halden wire".

A credit seldom repeats a masthead letter by letter: datelines have a code, feeds an address, printers drop the article
and the accents. The table of real agencies (`agencies`) is asked first; one that no table knows is matched by its
own name. Pure functions over strings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from headwater.text.agencies import agency_named
from headwater.text.words import fold
from headwater.text.wordset import wordset

__all__ = ["abbreviates", "masthead_words", "same_house"]

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = wordset("the a an of for and de la le el der die das")
_TRADE: Final = wordset("news online com net org co www website site agency newspaper")  # what a name is without, too
_CODE: Final = 6  # letters of the longest code in use; a longer one is a name


@lru_cache(maxsize=4096)
def masthead_words(name: str) -> tuple[str, ...]:
    """The folded words of a newsroom's name that tell it from others; all of them if only common ones are left."""
    words = tuple(fold(word) for word in _WORD.findall(name))
    telling = tuple(word for word in words if word not in _SMALL)
    return tuple(word for word in telling if word not in _TRADE) or telling or words


@lru_cache(maxsize=16384)
def same_house(one: str, other: str) -> bool:
    """Whether two names are one newsroom's: the same agency, the same telling words, or one the code of the other."""
    if not one or not other:
        return False
    known = agency_named(one), agency_named(other)
    if known[0] or known[1]:
        return known[0] == known[1]
    words = masthead_words(one), masthead_words(other)
    if "".join(words[0]) == "".join(words[1]):
        return True
    return abbreviates(one, other) or abbreviates(other, one)


def abbreviates(code: str, name: str) -> bool:
    """Whether `code` is a short form of `name`: capitals only, the letters of the name in order, all its initials.

    "HWS" is one of "Halden Wire Service", "LKA" of "Larkspur Agency", but not of "Larkspur Kettle Gazette".
    """
    letters = code.strip(" ().")
    words = [fold(word) for word in _WORD.findall(name) if fold(word) not in _SMALL]
    if not (letters.isupper() and letters.isalnum() and 2 <= len(letters) <= _CODE and len(words) > 1):
        return False
    return _spells(letters.casefold(), "".join(words), _initials(words))


def _initials(words: list[str]) -> frozenset[int]:
    """Where the words begin in a row of them."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word)
    return frozenset(starts)


def _spells(letters: str, row: str, starts: frozenset[int]) -> bool:
    """Whether the letters stand in the row in this order, the first letter of every word among them."""
    reached = {0}  # places behind the letters read so far: all ways at once, so that no name can make it slow
    for letter in letters:
        reached = {place + 1 for start in reached for place in _reach(row, starts, start) if row[place] == letter}
    return any(not any(start >= place for start in starts) for place in reached)


def _reach(row: str, starts: frozenset[int], place: int) -> range:
    """Where the next letter may stand: up to the next beginning of a word, which must not be passed over."""
    due = min((start for start in starts if start >= place), default=len(row) - 1)
    return range(place, due + 1)
