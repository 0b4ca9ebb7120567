"""What an exchange leaves behind: words whose place another word fills, and words that no sentence tells together.

One party put for another, a place of the story for another, doer and victim exchanged: every word of such a claim is
in the reports, but not where it stands in the claim. The best sentence has another word between the same neighbours, or
over the same parts; or what hangs together in the claim hangs together in no sentence (Goyal and Durrett 2020 judge a
summary by such arcs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.checking.bearing import Bearing, bounds_number
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.wordset import wordset

__all__ = [
    "DOES",
    "SUFFERS",
    "before_alike",
    "behind_alike",
    "between_alike",
    "content_head",
    "linked",
    "other_ending",
    "over_alike",
    "pairs_apart",
]

DOES: Final = frozenset({"nsubj", "agent"})
SUFFERS: Final = frozenset({"dobj", "nsubjpass", "dative"})
_LINKS: Final = 2  # steps in a report's sentence between words that hang on each other in the claim
_DEEP: Final = 7  # steps that are looked up a tree
_REACH: Final = 2  # words to either side in which a neighbour is looked for
_GAP: Final = 3  # words between the neighbours in the sentence
_ENDINGS: Final = wordset("s es n an ans ian ians i is ish ese er ers")  # of plurals and of those who live there
_SURE: Final = 0.9  # what the match of a neighbour is worth at least


def between_alike(bearing: Bearing, word: int) -> int | None:
    """The word that the best sentence has, between the neighbours that it shares with the claim, where it lacks this.

    Both neighbours are within two words; what stands between is not the match of another word of the claim.
    """
    if not bearing.base or word in bearing.near[bearing.base[0]]:
        return None
    left = _neighbour(bearing, range(word - 1, word - 1 - _REACH, -1))
    right = _neighbour(bearing, range(word + 1, word + 1 + _REACH))
    if left is None or right is None or not 1 < right - left <= _GAP + 1:
        return None
    return next(iter(_free(bearing, range(left + 1, right))), None)


def before_alike(bearing: Bearing, word: int) -> int | None:
    """The word that the best sentence has right before one that it shares, where the claim has this.

    Both hang on what they stand before, as the parts of a compound or its adjectives do.
    """
    return _beside(bearing, word, word + 1, -1)


def behind_alike(bearing: Bearing, word: int) -> int | None:
    """The same of the word right behind: "a kiosk owner" where the claim has a kiosk's manager."""
    return _beside(bearing, word, word - 1, 1)


def _beside(bearing: Bearing, word: int, neighbour: int, way: int) -> int | None:
    if not bearing.base or word in bearing.near[bearing.base[0]] or not 0 <= neighbour < len(bearing.claim):
        return None
    claim, best = bearing.claim, bearing.side(bearing.base[0])
    met = bearing.near[bearing.base[0]].get(neighbour)
    if met is None or met[1] < _SURE or not _is_noun(claim, max(word, neighbour)):
        return None
    there = met[0] + way
    alike = 0 <= there < len(best) and _is_noun(best, max(met[0], there))
    return there if alike and _free(bearing, range(there, there + 1)) else None


def _is_noun(side: Side, word: int) -> bool:
    return side.tokens[word].pos in ("NOUN", "PROPN")


def over_alike(bearing: Bearing, word: int) -> int | None:
    """The word on which, in the best sentence, a part hangs that hangs on this word in the claim; None if it has it."""
    if not bearing.base or word in bearing.near[bearing.base[0]]:
        return None
    claim, best, met = bearing.claim, bearing.side(bearing.base[0]), bearing.near[bearing.base[0]]
    for part in sorted(met):
        if claim.kinds[part] is not WordKind.SMALL and content_head(claim, part) == word:
            over = content_head(best, met[part][0])
            alike = over >= 0 and best.tokens[over].pos == claim.tokens[word].pos
            if alike and _free(bearing, range(over, over + 1)):
                return over
    return None


def _neighbour(bearing: Bearing, words: range) -> int | None:
    met = bearing.near[bearing.base[0]]
    return next((met[word][0] for word in words if word in met and met[word][1] >= _SURE), None)


def _free(bearing: Bearing, places: range) -> list[int]:
    """Those of the places in the best sentence whose words say something and match none of the claim's."""
    best = bearing.side(bearing.base[0])
    taken = {there for there, _ in bearing.near[bearing.base[0]].values()}
    return [at for at in places if at not in taken and best.kinds[at] is not WordKind.SMALL]


def pairs_apart(bearing: Bearing) -> Iterator[tuple[int, int, bool]]:
    """Each word with the word it hangs on, both in the reports, and whether no sentence has them hang together."""
    for word, kind in enumerate(bearing.claim.kinds):
        says = kind is not WordKind.SMALL and not bounds_number(bearing.claim, word)
        head = content_head(bearing.claim, word) if says else -1
        if head >= 0 and _is_met(bearing, word) and _is_met(bearing, head):
            yield word, head, not any(_together(bearing, number, word, head) for number in bearing.near)


def _is_met(bearing: Bearing, word: int) -> bool:
    return word in bearing.met or word in bearing.elsewhere


def _together(bearing: Bearing, number: int, word: int, head: int) -> bool:
    met = bearing.near[number]
    return word in met and head in met and linked(bearing.side(number), met[word][0], met[head][0])


def other_ending(one: str, other: str) -> bool:
    """Whether two names of one stem end otherwise than a name and its plural or the people of a place do."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    return not {one[common:], other[common:]} <= _ENDINGS | {""}


def linked(side: Side, one: int, other: int) -> bool:
    """Whether at most a few steps in the tree, or a word or two, lie between two words of a sentence."""
    if abs(one - other) <= _LINKS:
        return True
    left, right = _above(side, one), _above(side, other)
    return any(left[word] + right[word] <= _LINKS for word in left.keys() & right.keys())


def _above(side: Side, word: int) -> dict[int, int]:
    """The words above a word with their distance, itself at 0; small words on the way are no step."""
    found, steps = {word: 0}, 0
    for _ in range(_DEEP):
        head = side.heads[word]
        if head < 0 or head in found:
            break
        steps += side.kinds[head] is not WordKind.SMALL or side.heads[head] < 0
        found[head] = steps
        word = head
    return found


def content_head(side: Side, word: int) -> int:
    """The nearest word above that says something; -1 if there is none."""
    for _ in range(_DEEP):
        word = side.heads[word]
        if word < 0 or side.kinds[word] is not WordKind.SMALL:
            return word
    return -1
