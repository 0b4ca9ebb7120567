"""Spellings brought to a common form: folded letters, rough phones, consonant keys.

A name that was carried over from another script has as many spellings as there were people who carried it over.
What differs is regular: how a sound that English lacks is written ("kh", "q"), how long a vowel is ("ou", "oo", "u"),
whether a letter is doubled. Folding takes away accents and marks; phones write one sound as one letter; the skeleton
keeps the consonants only, so that spellings of one name meet under one key. Keys find candidates: they decide nothing.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from headwater.text.wordset import wordset

__all__ = ["ARTICLES", "fold", "phones", "skeleton"]

# Letters that Unicode does not decompose, written as they are usually carried over into plain Latin.
_PLAIN: Final = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŋ": "n", "ə": "a", "’": "", "‘": "",
        "'": "", "`": "", "´": "", "ʿ": "", "ʾ": "", "ʼ": "", "ʻ": "", ".": "", "·": "",
    }
)  # fmt: skip
_APART: Final = re.compile(r"[^\w]+|_")

# The Arabic article before a word, also where its l is written as the next sound: al-, el-, ash-, as-, ...
ARTICLES: Final = wordset("al el ul as ash ad adh ar an at ath az ir il")

# One sound, one letter. Order matters: longer spellings come first. Capitals are sounds that share no single letter.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|szcz|stch|sch", "S"),
        (r"tch|tsch|cz|ch|č|ç", "C"),
        (r"sh|sz", "S"),
        (r"dj|dzh|dž", "j"),
        (r"zh", "Z"),
        (r"kh", "X"),
        (r"gh(?=[aeiouy]|$)", "G"),
        (r"gh", "G"),
        (r"dh", "D"),
        (r"th", "T"),
        (r"ph", "f"),
        (r"tz|ts", "c"),
        (r"ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?![h])", "k"),
        (r"x", "ks"),
        (r"oo|ou|uu", "u"),
        (r"ee|ii|iy|yi|ij(?=$)", "i"),
        (r"(?<=[^aeiou])ie(?=$)|ey(?=$)|y(?=$|[^aeiou])", "i"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)
# Sounds that careless or differing spelling writes with one letter, for the skeleton.
_COARSE: Final = str.maketrans({"X": "k", "G": "g", "D": "d", "T": "t", "S": "s", "C": "c", "Z": "z", "q": "k"})
_VOWELS: Final = re.compile(r"[aeiouyh]")


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in lower case without accents, apostrophes and dots, its words (parted by space or hyphen) by one space.

    "U.S." gives "us", "al-Tarîq" gives "al tariq", "O’Hara" gives "ohara".
    """
    plain = name.casefold().translate(_PLAIN)
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _APART.sub(" ", letters).strip()


@functools.lru_cache(maxsize=65536)
def phones(word: str) -> str:
    """A folded word written roughly by sound, one letter a sound; doubled letters count once."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@functools.lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word's sounds: the key under which spellings of one name meet.

    Articles before the word ("al-", "el-") fall; q and kh are k, dh is d, sh is s, a first vowel is kept as "'".
    """
    words = fold(word).split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    coarse = phones("".join(words)).translate(_COARSE)
    consonants = _VOWELS.sub("", coarse)
    squeezed = re.sub(r"(.)\1+", r"\1", consonants)
    return ("'" if coarse[:1] in "aeiou" and coarse else "") + squeezed
