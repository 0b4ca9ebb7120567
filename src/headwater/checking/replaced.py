"""Words put for others in a claim that keeps the rest of its best sentence: an opposite, another name or place.

Spellings of one name that differ in vowels or doubled letters only (as transliterations do) are no other name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.checking.bearing import Bearing
from headwater.checking.exchanges import other_ending
from headwater.text.opposition import are_opposed, point_apart
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.wordset import wordset

__all__ = ["another_name", "another_place", "opposite_put"]

_OPENING: Final = 3  # letters that two names much alike share
_LENGTHS: Final = 3  # letters by which they differ at most
_WHERE: Final = wordset("in at near outside inside on off across around under behind beside to from")
_SILENT: Final = frozenset("aeiouyhwj'’-")


def opposite_put(bearing: Bearing) -> tuple[int, int] | None:
    """A word of the claim whose opposite stands in its place in the best sentence, and the word there."""
    return next(
        (
            (word, at)
            for word, at in _unmatched(bearing)
            if _stands_alike(bearing, word, at) and _opposed(bearing.claim.lemmas[word], _best(bearing, at))
        ),
        None,
    )


def _opposed(one: str, other: str) -> bool:
    undone = any(f"{prefix}{one}" == other or f"{prefix}{other}" == one for prefix in ("un", "non"))
    return undone or are_opposed(one, other) or point_apart(one, other)


def another_name(bearing: Bearing) -> tuple[int, int] | None:
    """A name of the claim where the best sentence has one much like it, or another with the same first name."""
    if not bearing.base:
        return None
    best, met = bearing.side(bearing.base[0]), bearing.near[bearing.base[0]]
    for word, (at, worth) in sorted(met.items()):
        named = WordKind.NAME in (bearing.claim.kinds[word], best.kinds[at])
        if named and worth < 1 and _is_other(bearing.claim.forms[word], best.forms[at]):
            return word, at
    for word, at in _unmatched(bearing):
        if bearing.claim.kinds[word] is best.kinds[at] is WordKind.NAME and not _told(bearing, word):
            one, other = bearing.claim.forms[word], best.forms[at]
            alike = one[:_OPENING] == other[:_OPENING] and abs(len(one) - len(other)) <= _LENGTHS
            if (alike or _follows(bearing, word, at)) and _is_other(one, other):
                return word, at
    return None


def another_place(bearing: Bearing) -> tuple[int, int] | None:
    """A name behind "in", "near" or the like that the best sentence lacks, where it has another such name."""
    if not bearing.base:
        return None
    best = bearing.side(bearing.base[0])
    return next(
        ((word, at) for word, at in _unmatched(bearing) if _is_where(bearing.claim, word) and _is_where(best, at)), None
    )


def _is_where(side: Side, word: int) -> bool:
    head = side.heads[word]
    placed = side.tokens[word].dep == "pobj" and head >= 0 and side.lemmas[head] in _WHERE
    return placed and side.kinds[word] is WordKind.NAME


def _is_other(one: str, other: str) -> bool:
    return other_ending(one, other) and _skeleton(one) != _skeleton(other)


def _skeleton(name: str) -> str:
    """The letters that transliterations keep: no vowels, none doubled."""
    kept = [letter for letter in name if letter not in _SILENT]
    return "".join(letter for at, letter in enumerate(kept) if not at or kept[at - 1] != letter)


def _told(bearing: Bearing, word: int) -> bool:
    return word in bearing.met and bearing.met[word].worth == 1.0


def _follows(bearing: Bearing, word: int, at: int) -> bool:
    """Whether both stand behind the same name."""
    before = bearing.near[bearing.base[0]].get(word - 1)
    named = word > 0 and bearing.claim.kinds[word - 1] is WordKind.NAME
    return named and before is not None and before[0] == at - 1


def _stands_alike(bearing: Bearing, word: int, at: int) -> bool:
    """Whether both hang on the same word or have the same word hang on them, or stand right beside the same one."""
    claim, best, met = bearing.claim, bearing.side(bearing.base[0]), bearing.near[bearing.base[0]]
    neighbours = ((claim.heads[word], best.heads[at]), (word + 1, at + 1), (word - 1, at - 1))
    parts = ((part, best.heads[there]) for part, (there, _) in met.items() if claim.heads[part] == word)
    beside = any(own in met and met[own][0] == other for own, other in neighbours)
    return beside or any(over == at and claim.kinds[part] is not WordKind.SMALL for part, over in parts)


def _unmatched(bearing: Bearing) -> Iterator[tuple[int, int]]:
    """Each pair of words that the claim and its best sentence do not share."""
    if bearing.base:
        met = bearing.near[bearing.base[0]]
        taken = {at for at, _ in met.values()}
        free = [at for at in range(len(bearing.side(bearing.base[0]))) if at not in taken]
        yield from ((word, at) for word in range(len(bearing.claim)) if word not in met for at in free)


def _best(bearing: Bearing, at: int) -> str:
    return bearing.side(bearing.base[0]).lemmas[at]
