"""How alike two spellings of one word are: an edit distance over sounds, with weights by what writers confuse.

A plain edit distance holds the change of one vowel for as grave as the change of one consonant. Writers who carry a
name over from another script differ mostly in vowels, in h, and between sounds that English lacks; between names of
different people a full consonant differs. The weights say so. They were set by hand on that reasoning and checked on
pairs of attested spellings (docs/names.md gives the figures).

The method is the weighted edit distance of Needleman and Wunsch (1970), divided by the length of the longer word.
"""

from __future__ import annotations

import functools
from typing import Final

from headwater.text.spelling.phones import fold, phones

__all__ = ["word_likeness"]

_VOWELS: Final = frozenset("aeiouy")
# Sounds that one writer writes for another, and what the exchange costs (1 is a plain change of letter).
_PAIRS: Final = {
    "kX": 0.2, "dD": 0.15, "tT": 0.15, "gG": 0.15, "Dz": 0.3, "jg": 0.35, "sS": 0.45, "sc": 0.35, "sz": 0.3, "Zj": 0.2,
    "CS": 0.4, "Cc": 0.35, "kG": 0.5, "kg": 0.6, "jy": 0.3, "iy": 0.05, "ji": 0.3, "vf": 0.5, "vb": 0.6, "vu": 0.25,
    "hX": 0.3, "gh": 0.6, "kC": 0.45, "td": 0.6, "dT": 0.6, "fp": 0.6, "Xj": 0.6, "jZ": 0.2, "sC": 0.6, "SZ": 0.6,
    "Zz": 0.35, "zc": 0.5, "bp": 0.6, "nm": 0.8, "qk": 0.05, "qg": 0.25, "qG": 0.3, "qX": 0.3, "qh": 0.6,
}  # fmt: skip
_VOWEL_PAIRS: Final = {
    "ae": 0.2, "ei": 0.2, "ou": 0.15, "ai": 0.4, "ao": 0.55, "eo": 0.6, "au": 0.55, "iu": 0.55, "eu": 0.55, "oi": 0.65,
    "ay": 0.4, "ey": 0.2,
}  # fmt: skip
_LAX: Final = {"h": 0.25, "i": 0.35, "e": 0.3, "a": 0.4, "u": 0.4, "o": 0.45, "y": 0.35}
# Slavic, Czech and Greek family names, and Romance given names, that differ between a man and a woman.
_FAMILY: Final = ("ov", "ev", "yev", "in", "yn")
_FORMS: Final = (
    ("sky", "skaya"), ("skiy", "skaya"), ("skii", "skaya"), ("ski", "ska"), ("cki", "cka"), ("k", "kova"),
    ("l", "lova"), ("n", "nova"), ("r", "rova"), ("c", "cova"), ("poulos", "poulou"), ("io", "ia"), ("no", "na"),
    ("do", "da"), ("to", "ta"),
)  # fmt: skip
_EDGE: Final = 1.35  # a change of the first letter tells more than any other


def _table() -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for pair, cost in (_PAIRS | _VOWEL_PAIRS).items():
        table[pair[0], pair[1]] = table[pair[1], pair[0]] = cost
    return table


_EXCHANGE: Final = _table()


def _exchange(left: str, right: str) -> float:
    if left == right:
        return 0.0
    return _EXCHANGE.get((left, right), 1.0)


def _drop(word: str, at: int) -> float:
    """What it costs to leave a sound out: little for h and vowels, less beside another vowel."""
    cost = _LAX.get(word[at], 0.9)
    beside = word[at - 1 : at] + word[at + 1 : at + 2]
    return cost * 0.7 if word[at] in _VOWELS and any(letter in _VOWELS for letter in beside) else cost


def _distance(left: str, right: str) -> float:
    """The cheapest way to write one word's sounds for the other's."""
    row = [0.0]
    for j in range(len(right)):
        row.append(row[-1] + _drop(right, j))
    for i, sound in enumerate(left):
        drop = _drop(left, i)
        last, row = row, [row[0] + drop]
        for j, other in enumerate(right):
            weight = _EDGE if i == j == 0 else 1.0
            best = min(last[j] + weight * _exchange(sound, other), last[j + 1] + drop, row[j] + _drop(right, j))
            row.append(best)
    return row[-1]


@functools.lru_cache(maxsize=262144)
def word_likeness(left: str, right: str) -> float:
    """How alike two single words are as spellings of one name: 1 the same letters, 0 nothing shared."""
    first, second = sorted((fold(left).replace(" ", ""), fold(right).replace(" ", "")))
    if first == second:
        return 1.0
    if not first or any(letter.isdigit() for letter in first + second):
        return 0.0
    one, other = phones(first), phones(second)
    likeness = 0.99 - _distance(one, other) / (max(len(one), len(other)) + 1)
    return max(0.0, min(likeness, _ceiling(first, second)))


def _ceiling(first: str, second: str) -> float:
    """The most that two spellings may come to: little where one letter more makes another name of it."""
    if len(first) < 3 or max(len(first), len(second)) == 3:
        return 0.95 if first.replace("y", "i") == second.replace("y", "i") else 0.6
    short, long = sorted((first, second), key=len)
    if long == short + "a" and short[-1] not in "aeiouh":
        return 0.6 if short.endswith(_FAMILY) else 0.75
    return _gendered(first, second)


def _gendered(first: str, second: str) -> float:
    """A man's form and a woman's form of one name are two people."""
    for his, hers in _FORMS:
        for one, other in ((first, second), (second, first)):
            if one.endswith(his) and other.endswith(hers) and one[: -len(his)] == other[: -len(hers)]:
                return 0.6
    return 1.0
