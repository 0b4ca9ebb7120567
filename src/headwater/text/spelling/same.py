"""Whether two names may be spellings of one: a score that puts the family name first.

Strings cannot decide alone: the stage that calls this adds what the articles say (roles, who stands beside whom).
"""

from __future__ import annotations

import functools
from typing import Final

from rapidfuzz.distance import OSA

from headwater.text.spelling.edit import word_likeness
from headwater.text.spelling.personal import family_first, generation, is_kunya, personal_units
from headwater.text.spelling.phones import fold
from headwater.text.wordset import wordset

__all__ = ["FAMILY", "same_name", "same_title", "title_words"]

FAMILY: Final = 0.87  # below this two family names are two: one consonant more or other in a word of usual length
GIVEN: Final = 0.8
_SHORT: Final = tuple(
    frozenset(names.split())
    for names in (
        "robert bob rob bobby", "william bill will billy", "richard rick dick", "michael mike mick", "james jim",
        "joseph joe", "thomas tom", "edward ed ted eddie", "anthony tony", "benjamin ben", "samuel sam",
        "daniel dan danny", "david dave", "christopher chris", "alexander alex sasha", "elizabeth liz beth betty",
        "katherine kate kathy katie", "margaret maggie peggy", "jennifer jen jenny", "patricia pat trish",
        "steven steve", "stephen steve", "andrew andy", "matthew matt", "nicholas nick", "gregory greg",
        "charles charlie chuck", "vladimir volodya", "mohammed mo", "susan sue",
    )
)  # fmt: skip


@functools.lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> float:
    """How well two personal names agree, 0 to 1; from about .87 they may well be one person in one story.

    The family names must agree; then given names are compared: initials agree with what they begin, a kunya against a
    given name neither proves nor refutes, further names may be missing but not differ. A single word is compared with
    the other's family name and scores at most .9 against a full name: it is compatible, no more.
    """
    left, right = sorted((personal_units(a), personal_units(b)), key=lambda units: (len(units), units))
    if not left or not right or _father_and_son(a, b):
        return 0.0
    if left == right:
        return 1.0
    if "".join(left) == "".join(right):
        return 0.97
    if len(left) == 1:
        return _bare(left[0], right)
    if family_first(left) or family_first(right):
        return _eastern(left, right)
    return _western(left, right)


def _father_and_son(a: str, b: str) -> bool:
    """Whether both names carry a suffix of generation, and not the same."""
    one, other = generation(a), generation(b)
    return bool(one and other) and one != other


def _bare(word: str, units: tuple[str, ...]) -> float:
    """One word against a name: the family name, the first of two Spanish ones, or the whole of a one-word name."""
    if len(units) == 1:
        return word_likeness(word, units[0])
    if family_first(units):
        return 0.9 * float(word == units[0])
    second = word_likeness(word, units[-2]) if len(units) > 2 and not units[-2].startswith("bin ") else 0.0
    return 0.9 * max(word_likeness(word, units[-1]), 0.95 * second)


def _eastern(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Family name first: short syllables, so that each must agree letter for letter, or the given names as one word."""
    if left[0] != right[0]:
        return 0.0
    if len(left) == len(right):
        return min(word_likeness(one, other) ** 2 for one, other in zip(left[1:], right[1:], strict=True))
    return 0.97 * float("".join(left[1:]) == "".join(right[1:]))


def _western(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    given = max(_unit(left[0], right[0]), 0.95 * max((_unit(left[0], unit) for unit in right[1:-1]), default=0.0))
    family, middle = _unit(left[-1], right[-1]), _middles(left[1:-1], right[1:-1])
    if family < FAMILY and given == 1.0 and _slip(left[-1], right[-1]):
        family = FAMILY
    if family < FAMILY and len(left) == 2 and len(right) > 2 and not right[-2].startswith("bin "):
        family, middle = 0.97 * _unit(left[-1], right[-2]), 1.0
    agreed = (0.55 * family + 0.45 * given) * middle
    return agreed if family >= FAMILY and given >= GIVEN else 0.75 * agreed


def _slip(one: str, other: str) -> bool:
    """One letter wrong or two exchanged in a word long enough, as copies have it, and not a woman's form of it."""
    return min(len(one), len(other)) >= 5 and OSA.distance(one, other) == 1 and word_likeness(one, other) > 0.75


def _unit(one: str, other: str) -> float:
    """How two units agree. A kunya against a given name neither proves nor refutes: .5."""
    if one == other:
        return 1.0
    if is_kunya(one) != is_kunya(other):
        return 0.5
    if len(one) == 1 or len(other) == 1:
        return 0.93 * float(one[0] == other[0])
    if any(one in names and other in names for names in _SHORT):
        return 0.9
    (mark, _, word), (mark2, _, word2) = one.rpartition(" "), other.rpartition(" ")
    apart = word_likeness(word, word2) * (1.0 if mark == mark2 else 0.9)
    return max(apart, word_likeness(one.replace(" ", ""), other.replace(" ", ""))) if mark != mark2 else apart


def _middles(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """1 where the shorter row of middle names is contained in the longer, .6 where they differ."""
    rest = list(right if len(right) >= len(left) else left)
    for unit in left if len(right) >= len(left) else right:
        found = next((other for other in rest if _unit(unit, other) >= GIVEN), None)
        if found is None:
            return 0.6
        rest.remove(found)
    return 1.0 if len(left) == len(right) else 0.97


_SMALL: Final = wordset("the of for and in on de la al el und du des")
_LEGAL: Final = wordset("inc ltd llc corp co plc gmbh ag sa company corporation limited")


@functools.lru_cache(maxsize=65536)
def same_title(a: str, b: str) -> float:
    """How well two names of organisations or places agree, 0 to 1: word by word, none may differ or be missing.

    Small words and legal forms fall. Numbers must be equal.
    """
    left, right = title_words(a), title_words(b)
    if left == right:
        return 1.0
    if len(left) != len(right) or not left:
        return 0.97 * float("".join(left) == "".join(right) != "")
    likeness = [word_likeness(one, other) for one, other in zip(left, right, strict=True)]
    return sum(likeness) / len(likeness) if min(likeness) >= FAMILY else 0.5 * min(likeness)


@functools.lru_cache(maxsize=65536)
def title_words(name: str) -> tuple[str, ...]:
    """The folded words of a body's or place's name that tell it from others: without small words and legal forms."""
    words = fold(name.replace("&", " and ")).split()
    core = tuple(word for word in words if word not in _SMALL and word not in _LEGAL)
    return core or tuple(words)
