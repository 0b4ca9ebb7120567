"""Words that news uses as opposites of each other, and words that point the other way.

Dictionaries of antonyms have the pairs of nature ("rise", "fall") and few of public life: who denies does not confirm,
what is banned is not allowed. Verbs that only differ in degree are not here, nor are doers and sufferers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from headwater.text.thesaurus import opposed, synonyms

__all__ = ["are_opposed", "point_apart"]

_AGAINST: Final = """
    deny refuse reject disavow | confirm admit acknowledge accept approve endorse;
    oppose resist | support back favour favor endorse;
    condemn denounce criticise criticize blame accuse | praise applaud commend welcome;
    ban forbid prohibit outlaw block | allow permit legalise legalize authorise authorize;
    acquit clear exonerate | convict sentence;
    refuse decline | agree consent;
    fail | manage succeed;
    lift | impose tighten;
    tighten strengthen | loosen relax weaken ease;
    increase raise grow expand double | decrease reduce lower cut shrink halve;
    include | exclude;
    begin start open launch resume | end stop close halt suspend;
    win | lose; gain | lose; arrest detain jail imprison | release free;
    innocent | guilty; legal lawful | illegal unlawful; armed | unarmed; known | unknown; able | unable;
    support backing | opposition; ally | enemy; victory | defeat; majority | minority; guilt | innocence;
    before | after; more | fewer less; most | least; always | never; sure certain | unsure uncertain;
    male | female; military | civilian; former | current; first | last; public | private; domestic | foreign
"""
_WAYS: Final = """
    north northern northward | south southern southward; east eastern eastward | west western westward;
    northeast northeastern | northwest northwestern southeast southeastern;
    southwest southwestern | southeast southeastern northwest northwestern;
    inside indoors | outside outdoors; upstream | downstream; onshore inland | offshore; uphill | downhill;
    upstairs | downstairs; above over | below under beneath; upper top | lower bottom ground; left | right;
    front | rear back; near | far; inner | outer
"""
_SAME: Final = 0.6  # thesaurus value from which a word stands for one of the list


def _pairs(prose: str) -> frozenset[frozenset[str]]:
    sides = (line.partition("|") for line in prose.split(";"))
    return frozenset(
        frozenset((one, other)) for left, _, right in sides for one in left.split() for other in right.split()
    )


_OPPOSED: Final = _pairs(_AGAINST)
_LISTED: Final = frozenset(word for pair in _OPPOSED for word in pair)
_APART: Final = _pairs(_WAYS)


@lru_cache(maxsize=16384)
def are_opposed(one: str, other: str) -> bool:
    """Whether two lemmas say opposites: antonyms of the dictionary, of public life, or a near synonym of such a one."""
    if opposed(one, other) or frozenset((one, other)) in _OPPOSED:
        return True
    return any(_stands_for(one, other, word) or _stands_for(other, one, word) for word in _partners(one, other))


def point_apart(one: str, other: str) -> bool:
    """Whether two lemmas name different ways or sides: "northern", "southern"; "inside", "outside"."""
    return frozenset((one.lower(), other.lower())) in _APART


def _partners(one: str, other: str) -> list[str]:
    """The listed opposites of either word, in a fixed order."""
    if one not in _LISTED and other not in _LISTED:
        return []
    return sorted(word for pair in _OPPOSED if pair & {one, other} for word in pair - {one, other})


def _stands_for(one: str, other: str, word: str) -> bool:
    """Whether the word is the listed opposite of the one and says nearly what the other does."""
    return frozenset((one, word)) in _OPPOSED and synonyms(other, word) >= _SAME
