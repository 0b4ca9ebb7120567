"""The most complete reconstruction of an unseen original: which sentences it must have had, by their witnesses.

Sentences that the witnesses align with each other are one sentence of the original; its reading is the witness closest
to all others, the one least altered. They stand in the order that most witnesses keep. A sentence that one witness
alone has is its own addition or a sentence that all others cut: it is kept, as doubtful, if so many of them cutting it
is likelier than that it was added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from headwater.derivations.comparing import Judged
from headwater.derivations.readings import Reading
from headwater.text.masks import MaskKind
from headwater.text.spans import meets
from headwater.types import Recovered, Span

__all__ = ["recovered"]

Place = tuple[str, int]  # a text and the number of one of its sentences

_PRINTED: Final = (MaskKind.FURNITURE, MaskKind.CHROME)
_SAME: Final = 0.5  # similarity from which two aligned sentences are one of the original's
_ADDED: Final = 0.05  # the chance that all others cut a sentence, from which one witness is believed; written stories
_SURE: Final = 0.9  # the most that a witness is taken to keep of its original
_HALF: Final = 0.5
_LEAST: Final = 3  # words of a sentence that can be looked for


@dataclass(frozen=True, slots=True)
class _Kept:
    """One sentence of the original: where it is kept, and how alike the places are."""

    places: tuple[Place, ...]
    alike: Mapping[tuple[Place, Place], float]

    def support(self, place: Place) -> float:
        """How alike the other places are to this one, on average."""
        others = [other for other in self.places if other != place]
        return sum(self.alike.get((place, other), 0.0) for other in others) / len(others) if others else 0.0

    def best(self) -> Place:
        """The place least altered."""
        return min(self.places, key=lambda place: (-self.support(place), place))


def recovered(
    readings: Sequence[Reading], pairs: Sequence[Judged], foreign: Mapping[str, Collection[Span]]
) -> tuple[Recovered, ...]:
    """The sentences of the original behind some texts of one line, in order.

    `pairs` are those of the texts, `foreign` the passages that a text has from other lines.
    """
    spans = {
        (reading.id, number): sentence.span
        for reading in readings
        for number, sentence in enumerate(reading.document.sentences)
        if _telling(reading, number) and not any(meets(sentence.span, each) for each in foreign.get(reading.id, ()))
    }
    kept = _without_additions(_gathered(spans, pairs), len(readings))
    return tuple(
        Recovered(spans[each.best()], tuple(spans[place] for place in each.places), round(each.support(each.best()), 3))
        for each in _ordered(kept)
    )


def _telling(reading: Reading, sentence: int) -> bool:
    """Whether a sentence belongs to the report, and not to the page around it."""
    words = reading.in_sentence(sentence)
    masked = reading.mask[words] > 0
    if len(masked) < _LEAST:
        return False
    return bool(masked.mean() <= _HALF) or reading.mask_name(words.start, words.stop) not in _PRINTED


def _gathered(spans: Mapping[Place, Span], pairs: Sequence[Judged]) -> list[_Kept]:
    """Sentences that are aligned with each other, directly or through others, by their first places."""
    alike = dict(_alike(spans, pairs))
    group = {place: [place] for place in sorted(spans)}
    for one, other in sorted(alike):
        if group[one] is not group[other]:
            group[one] += group[other]
            group.update(dict.fromkeys(group[other], group[one]))
    first = {place: min(members) for place, members in group.items()}
    within: dict[Place, dict[tuple[Place, Place], float]] = defaultdict(dict)
    for pair, similarity in alike.items():
        within[first[pair[0]]][pair] = similarity
    return [_Kept(tuple(sorted(group[place])), within[place]) for place in sorted(set(first.values()))]


def _alike(spans: Mapping[Place, Span], pairs: Sequence[Judged]) -> Iterator[tuple[tuple[Place, Place], float]]:
    """Aligned sentences of two texts with their similarity, both ways."""
    for each in pairs:
        for pair in each.measures.pairs:
            for i, j in product(pair.left, pair.right):
                one, other = (each.pair[0], i), (each.pair[1], j)
                if pair.similarity >= _SAME and one in spans and other in spans:
                    yield from (((one, other), pair.similarity), ((other, one), pair.similarity))


def _without_additions(kept: Sequence[_Kept], witnesses: int) -> list[_Kept]:
    """Without the sentences that only one witness has and that it rather added than all others cut."""
    shared = [each for each in kept if _texts(each) > 1]
    if witnesses < 2 or not shared:
        return list(kept)
    keeps: dict[str, float] = defaultdict(float)
    for each in shared:
        for text in {place[0] for place in each.places}:
            keeps[text] += 1 / len(shared)
    return [each for each in kept if _texts(each) > 1 or _all_cut(each.places[0][0], keeps) > _ADDED]


def _all_cut(text: str, keeps: Mapping[str, float]) -> float:
    """How likely it is that all other witnesses cut a sentence that this one has."""
    chance = 1.0
    for other, share in sorted(keeps.items()):
        chance *= 1.0 if other == text else 1 - _SURE * share
    return chance


def _texts(kept: _Kept) -> int:
    return len({place[0] for place in kept.places})


def _ordered(kept: Sequence[_Kept]) -> list[_Kept]:
    """The sentences in the order of most witnesses (Copeland 1951), or by how far down they stand."""
    lengths: dict[str, int] = defaultdict(int)
    for text, number in (place for each in kept for place in each.places):
        lengths[text] = max(lengths[text], number + 1)
    depth = [sum(number / lengths[text] for text, number in each.places) / len(each.places) for each in kept]
    stands = [dict(each.places) for each in kept]
    after = [0] * len(kept)
    for i, j in combinations(range(len(kept)), 2):
        votes = _votes(stands[i], stands[j])
        later = votes > 0 if votes else depth[i] > depth[j]
        after[i if later else j] += 1
    return [kept[i] for i in sorted(range(len(kept)), key=lambda i: (after[i], depth[i], kept[i].places))]


def _votes(one: Mapping[str, int], other: Mapping[str, int]) -> int:
    """How many more witnesses have the one behind the other than before it."""
    common = one.keys() & other.keys()
    return sum((one[text] > other[text]) - (one[text] < other[text]) for text in common)
