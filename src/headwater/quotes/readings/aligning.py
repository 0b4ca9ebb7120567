"""Two readings aligned word by word, so that what was left out is whole.

Of alignments that keep as many words (longest common subsequence) the one is taken in which words are missing at an end
or from sentence to sentence, as people cut: from "We will fight. We will not sell" to "We will not sell" the first
sentence is gone, not the words between the two "We will".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from headwater.text.align import Edit, align_words

__all__ = ["Place", "aligned"]

_NOWHERE: Final = frozenset[int]()


class Place(NamedTuple):
    """Words of the base and the words of the reading that answer them, as indices; `same` if they are the same."""

    same: bool
    base: tuple[int, int]
    reading: tuple[int, int]


def aligned(
    base: Sequence[str],
    reading: Sequence[str],
    breaks: AbstractSet[int] = _NOWHERE,
    dots: AbstractSet[int] = _NOWHERE,
) -> tuple[Place, ...]:
    """The places of two sequences of words in order.

    `breaks` are the indices in the base at which sentences begin, `dots` those in the reading that dots stand before.
    """
    places = [_place(edit) for edit in align_words(base, reading)]
    for at, place in enumerate(places):
        if not place.same and place.reading[0] == place.reading[1]:
            _slide(places, at, base, breaks, dots)
    return tuple(part for place in places for part in _parted(place, len(base), breaks))


def _place(edit: Edit) -> Place:
    return Place(edit.op == "equal", (edit.left_start, edit.left_end), (edit.right_start, edit.right_end))


def _slide(places: list[Place], at: int, base: Sequence[str], breaks: AbstractSet[int], dots: AbstractSet[int]) -> None:
    """Move a gap to dots, to an end of the base, or to where a sentence begins, if the words beside it allow."""
    (first, last), place = places[at].base, places[at]
    left = right = 0
    while at and left < _size(places[at - 1]) and base[first - left - 1] == base[last - left - 1]:
        left += 1
    while at + 1 < len(places) and right < _size(places[at + 1]) and base[first + right] == base[last + right]:
        right += 1
    steps = range(-left, right + 1)
    cut = place.reading[0]
    best = min(
        steps,
        key=lambda step: (
            cut + step not in dots,
            not _is_edge(first + step, last + step, len(base)),
            first + step not in breaks,
            abs(step),
            step,
        ),
    )
    if best:
        _move(places, at, place, best)


def _size(place: Place) -> int:
    return place.base[1] - place.base[0] if place.same else 0


def _is_edge(first: int, last: int, size: int) -> bool:
    return first == 0 or last == size


def _move(places: list[Place], at: int, place: Place, step: int) -> None:
    """Give words of the one neighbour to the other: to the left for a step below zero."""
    shifted = (place.base[0] + step, place.base[1] + step)
    cut = place.reading[0] + step
    places[at] = Place(False, shifted, (cut, cut))
    if at:
        before = places[at - 1]
        places[at - 1] = Place(True, (before.base[0], shifted[0]), (before.reading[0], cut)) if before.same else before
    if at + 1 < len(places):
        after = places[at + 1]
        places[at + 1] = Place(True, (shifted[1], after.base[1]), (cut, after.reading[1])) if after.same else after


def _parted(place: Place, size: int, breaks: AbstractSet[int]) -> Iterator[Place]:
    """What is missing at an end of the base, by sentences, apart from what stands for the words beside it."""
    (first, last), (start, stop) = place.base, place.reading
    inner = sorted(cut for cut in breaks if first < cut < last)
    if place.same or start == stop or not inner or not _is_edge(first, last, size):
        if place.base[0] != place.base[1] or start != stop:
            yield place
    elif last == size:
        yield Place(False, (first, inner[0]), place.reading)
        yield Place(False, (inner[0], last), (stop, stop))
    else:
        yield Place(False, (first, inner[-1]), (start, start))
        yield Place(False, (inner[-1], last), place.reading)
