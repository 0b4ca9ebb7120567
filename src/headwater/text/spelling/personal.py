"""How personal names of several cultures are built, as far as telling people apart needs it.

A name becomes units: "Abdel Hamid" is one unit, so is "Abu Omar" (a kunya, father of Omar), and "al-", "de la", "von"
stand before a unit and fall. By default the last unit is the family name; "Kim" and "Li" come first; a Spanish name may
drop its second family name; Russian, Arabic and middle names may be left out. An initial agrees with every name that
begins with it.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from headwater.text.spelling.phones import ARTICLES, fold
from headwater.text.wordset import wordset

__all__ = ["family_first", "family_name", "family_words", "generation", "is_kunya", "personal_units"]

_HONORIFICS: Final = wordset("mr mrs ms miss mx dr prof professor sir dame madame monsieur herr frau senor senora")
_SUFFIXES: Final = wordset("jr sr ii iii iv phd md")
_GENERATIONS: Final = wordset("jr sr ii iii iv")
_NICKNAME: Final = re.compile(r"(?<=\s)[“\"‘'(][^”\"’')]{1,40}[”\"’')](?=\s)")
_KUNYA: Final = wordset("abu abou abo umm um oum")
_SERVANT: Final = wordset("abd abdul abdel abdal abdol abdur abdus abdoul abdool")
_SON: Final = wordset("bin ibn ben bint binti ould uld wuld")
# Words before a family name in European languages; they may be left out and are no family name themselves.
_BEFORE: Final = wordset(
    "de del della dello di da das do dos du des van von der den ter ten zu zum zur af av la le las los y e i"
)
_NEVER_GIVEN: Final = wordset("van von der den del della dos du des ter ten zu de")
_FAMILY_FIRST: Final = wordset(
    """
    bai bui cai cao chen cheng cho choe choi dang deng ding dong du feng guo han hoang hu huang jang jeong jiang jung
    kang kim lee li liang lim lin liu lu luo ma mao meng nguyen pak pan park peng pham phan qin ren ri shen song su sun
    tang tian tran vo vu wang wei wu xi xiao xie xiong xu yang yao ye yoon yu yuan zeng zhang zhao zheng zhou zhu
    """
)


@functools.lru_cache(maxsize=65536)
def personal_units(name: str) -> tuple[str, ...]:
    """The units of a name, folded, in order, without honorifics, suffixes, articles and nobiliary words.

    "Dr. Abdel Hamid bin Yusuf al-Tamari" gives ("abd hamid", "bin yusuf", "tamari"), "Smith, John" gives
    ("john", "smith"); a nickname in marks inside a name falls.
    """
    last, comma, first = _NICKNAME.sub(" ", name).partition(", ")
    words = _parts(f"{first} {last}" if comma and first else name)
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return tuple(_units(words))


def generation(name: str) -> str:
    """The suffix that tells a father from a son ("jr", "sr", "ii"), '' without one."""
    suffix = fold(name.rpartition(" ")[2])
    return suffix if suffix in _GENERATIONS else ""


def family_words(name: str) -> str:
    """The last word of a personal name as it stands, with a hyphenated article; "II" and "Jr." are no name."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in _SUFFIXES:
        words = words[:-1]
    return words[-1]


def _parts(name: str) -> list[str]:
    """Folded words; hyphens part articles and the like from their word, and hold double names together."""
    parts: list[str] = []
    for word in name.split():
        pieces = fold(word).split()
        loose = pieces and (pieces[0] in ARTICLES or pieces[0] in _KUNYA or pieces[0] in _SERVANT)
        parts += pieces if loose else ["".join(piece for piece in pieces if piece not in ARTICLES)]
    return [part for part in parts if part]


def _units(words: list[str]) -> list[str]:
    units: list[str] = []
    before = ""
    for index, word in enumerate(words):
        final = index == len(words) - 1
        if not final and _is_mark(word, before, units):
            before = _mark(word) or before
            continue
        units.append(f"{before} {word}".strip())
        before = ""
    return units


def _is_mark(word: str, before: str, units: list[str]) -> bool:
    """Whether a word belongs to the next one; European words and "ben" only after a given name ("Ben Carter")."""
    if word in _SON or word in _BEFORE:
        return bool(units or before) or word in _NEVER_GIVEN
    return word in ARTICLES or word in _KUNYA or word in _SERVANT


def _mark(word: str) -> str:
    """What a word before another makes of it: a kunya, a servant's name, a patronymic, or nothing."""
    if word in _KUNYA:
        return "umm" if word in ("umm", "um", "oum") else "abu"
    if word in _SERVANT:
        return "abd"
    return "bin" if word in _SON else ""


def is_kunya(unit: str) -> bool:
    """Whether a unit is a name of the kind "father of", which says nothing against or for a given name."""
    return unit.startswith(("abu ", "umm "))


def family_first(units: tuple[str, ...]) -> bool:
    """Whether a name of two or three units begins with an East Asian family name."""
    return 2 <= len(units) <= 3 and units[0] in _FAMILY_FIRST and not any(" " in unit for unit in units)


def family_name(units: tuple[str, ...]) -> str:
    """The unit that a later mention of the person would use."""
    return units[0] if family_first(units) else units[-1]
