"""What an exchange leaves behind: words whose place another word fills, and words that no sentence tells together.

One party put for another, a place of the story for another, doer and victim exchanged: every word of such a claim is
in the reports, but not where it stands in the claim. The best sentence has another word between the same neighbours, or
over the same parts; or what hangs together in the claim hangs together in no sentence (Goyal and Durrett 2020 judge a
summary by such arcs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.checking.bearing import Bearing
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.wordset import wordset

__all__ = [
    "DOES",
    "SUFFERS",
    "between_alike",
    "content_head",
    "linked",
    "other_ending",
    "over_alike",
    "pairs_apart",
    "roles_exchanged",
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
        head = content_head(bearing.claim, word) if kind is not WordKind.SMALL else -1
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


def roles_exchanged(bearing: Bearing) -> tuple[int, int, int] | None:
    """A verb of the claim with, in a sentence like it, doer and sufferer each in the other's place.

    Gives the verb in the claim, the sentence, and the verb there; None also if some sentence has them as the claim has.
    """
    found = None
    for verb, (doer, sufferer) in _deeds(bearing.claim).items():
        for number, met in sorted(bearing.near.items()):
            if not {verb, doer, sufferer} <= met.keys():
                continue
            there = _deeds(bearing.side(number)).get(met[verb][0])
            if there == (met[doer][0], met[sufferer][0]):
                return None
            if there == (met[sufferer][0], met[doer][0]):
                found = found or (verb, number, met[verb][0])
    return found


def _deeds(side: Side) -> dict[int, tuple[int, int]]:
    """The verbs that have both, with who did it and to whom: subject and object, or the other way in the passive."""
    doers: dict[int, int] = {}
    sufferers: dict[int, int] = {}
    for word, head in enumerate(side.heads):
        dep = side.tokens[word].dep
        if dep in ("nsubj", "dobj", "nsubjpass") and head >= 0:
            (doers if dep == "nsubj" else sufferers).setdefault(head, word)
        elif dep == "pobj" and head >= 0 and side.tokens[head].dep == "agent" and side.heads[head] >= 0:
            doers.setdefault(side.heads[head], word)
    return {verb: (doer, sufferers[verb]) for verb, doer in doers.items() if verb in sufferers}


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
