"""Which word of one sentence says what which word of the other says.

Words are matched one to one, as METEOR does it (Banerjee and Lavie 2005): first those of one form or lemma, then those
of one stem, then those that the thesaurus says can mean the same. Among several the one is taken that stands beside the
same words and hangs on the same word (the context of Sultan et al. 2014), then the one at the nearest relative place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.rewording.sides import Side, WordKind
from headwater.text.thesaurus import meeting_keys, synonyms

__all__ = ["Matched", "Matching", "match_words"]

Matched = Mapping[int, tuple[int, float]]
"""Words of one side, each with the word of the other that it meets and what the match is worth."""
Found = tuple[float, int, int]  # what a match would be worth, the word of the left, the word of the right

_LEAST_STEM: Final = 4  # letters
_SYNONYM: Final = 0.35  # of `synonyms`, from which two words can say the same in their place
_STEMMED: Final = 0.85  # what a matched stem is worth against the same word, and what a full synonym is worth
_SAID_OTHERWISE: Final = 0.8
_NO_SYNONYMS: Final = frozenset({WordKind.SMALL, WordKind.NUMBER, WordKind.NAME, WordKind.UNIT})


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Words of the left side to words of the right, and back, each with what the match is worth (0 to 1)."""

    left: dict[int, tuple[int, float]]
    right: dict[int, tuple[int, float]]
    synonyms: int


def match_words(left: Side, right: Side) -> Matching:
    """The words that meet, one to one; the same whichever sentence is the left one."""
    matching = Matching({}, {}, 0)
    _take(matching, left, right, list(_same(left, right)))
    _take(matching, left, right, list(_stemmed(left, right, matching)))
    before = len(matching.left)
    _take(matching, left, right, list(_synonymous(left, right, matching)))
    return Matching(matching.left, matching.right, len(matching.left) - before)


def _same(left: Side, right: Side) -> Iterator[Found]:
    places: dict[str, list[int]] = {}
    for j, lemma in enumerate(right.lemmas):
        places.setdefault(lemma, []).append(j)
    for i, lemma in enumerate(left.lemmas):
        for j in places.get(lemma, ()):
            yield 1.0, i, j


def _stemmed(left: Side, right: Side, matching: Matching) -> Iterator[Found]:
    """Words of one stem, or of one form whose lemma the parser read in two ways."""
    rest = _open(right, matching.right)
    for i in _open(left, matching.left):
        stemmed = left.stems[i] if len(left.stems[i]) >= _LEAST_STEM else None
        yield from ((_STEMMED, i, j) for j in rest if right.stems[j] == stemmed or right.forms[j] == left.forms[i])


def _open(side: Side, taken: dict[int, tuple[int, float]]) -> list[int]:
    """Words not matched yet whose stem says something."""
    return [
        place
        for place, kind in enumerate(side.kinds)
        if place not in taken and kind is not WordKind.SMALL and kind is not WordKind.NUMBER
    ]


def _synonymous(left: Side, right: Side, matching: Matching) -> Iterator[Found]:
    lefts = [i for i in _open(left, matching.left) if left.kinds[i] not in _NO_SYNONYMS]
    rights = [j for j in _open(right, matching.right) if right.kinds[j] not in _NO_SYNONYMS]
    senses = {j: meeting_keys(right.tokens[j].lemma, _SYNONYM) for j in rights}
    for i in lefts:
        own = meeting_keys(left.tokens[i].lemma, _SYNONYM)
        for j in rights:
            if own.isdisjoint(senses[j]) or (left.kinds[i] is WordKind.TIME) != (right.kinds[j] is WordKind.TIME):
                continue
            alike = synonyms(left.tokens[i].lemma, right.tokens[j].lemma)
            if alike >= _SYNONYM:
                yield _SAID_OTHERWISE * alike, i, j


def _take(matching: Matching, left: Side, right: Side, found: Sequence[Found]) -> None:
    """Matches the best pairs first, each word once."""
    lefts, rights = Counter(i for _, i, _ in found), Counter(j for _, _, j in found)
    if len(lefts) < len(found) or len(rights) < len(found):
        clear = [pair for pair in found if lefts[pair[1]] == rights[pair[2]] == 1]
        doubtful = [pair for pair in found if not lefts[pair[1]] == rights[pair[2]] == 1]
        found = [*clear, *sorted(doubtful, key=lambda pair: _rank(left, right, *pair))]
    for worth, i, j in found:
        if i not in matching.left and j not in matching.right:
            matching.left[i] = (j, worth)
            matching.right[j] = (i, worth)


def _rank(left: Side, right: Side, worth: float, i: int, j: int) -> tuple[float, int, float, int]:
    """Best first: worth, then context, then relative place; none of them depends on which side is the left one."""
    context = sum(
        0 <= i + step < len(left) and 0 <= j + step < len(right) and left.lemmas[i + step] == right.lemmas[j + step]
        for step in (-1, 1)
    )
    above, over = left.heads[i], right.heads[j]
    context += above >= 0 and over >= 0 and left.lemmas[above] == right.lemmas[over]
    return -worth, -context, round(abs(i / len(left) - j / len(right)), 6), i + j
