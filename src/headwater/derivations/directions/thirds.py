"""What third texts say of two: with whose words, and with whose sentences, the other texts of the story go.

Textual criticism's first tool (Maas 1927): where A and a third text agree against B, B's reading is B's own, so that A
stands nearer the source; material of A that B lacks and a third text has was not added by A. Readings that several
texts share against one are its innovations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from headwater.derivations.directions.ways import Change, Group, Side, Sign, Way

__all__ = ["Third", "Thirds", "third_signs"]


@dataclass(frozen=True, eq=False)
class _Variant:
    """A place where two texts differ: each one's words there, with a word of context on either side."""

    group: Group
    change: Change
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Third:
    """How one third text divides a pair. All are counts: of readings, and of sentences that one of the two lacks."""

    with_source: frozenset[int]  # numbers of the variants where it has the source's words
    with_copy: frozenset[int]
    left_out: frozenset[int]  # sentences of the source that the copy lacks and it has
    added: frozenset[int]  # sentences of the copy that the source lacks and it has

    @property
    def sides_with_both(self) -> int:
        """How often it goes with either of the two: if with both now and then, neither has all from the other."""
        return min(len(self.with_source) + len(self.left_out), len(self.with_copy) + len(self.added))


@dataclass(frozen=True, eq=False)
class Thirds:
    """A pair's way with all the third texts, as (way from the source, way from the copy) to each."""

    way: Way
    to_others: tuple[tuple[Way, Way], ...]

    @cached_property
    def variants(self) -> tuple[_Variant, ...]:
        """The places where the two differ."""
        return tuple(_variants(self.way))

    @cached_property
    def others(self) -> tuple[Third, ...]:
        """What each third text says, in the order given."""
        added = _lacking(self.way)
        return tuple(self._third(ours, theirs, added) for ours, theirs in self.to_others)

    def alone(self, *, copy: bool) -> list[int]:
        """The variants in which one of the two has more third texts against it than with it."""
        found = []
        for number in range(len(self.variants)):
            ours = sum(number in third.with_source for third in self.others)
            theirs = sum(number in third.with_copy for third in self.others)
            if (ours > theirs) if copy else (theirs > ours):
                found.append(number)
        return found

    def _third(self, ours: Way, theirs: Way, added: Sequence[int]) -> Third:
        sides: tuple[set[int], set[int]] = set(), set()
        for number, variant in enumerate(self.variants):
            text = _text_there(ours, theirs, variant.group)
            has = variant.ours in text, variant.theirs in text
            if has[0] != has[1]:
                sides[0 if has[0] else 1].add(number)
        return Third(
            frozenset(sides[0]),
            frozenset(sides[1]),
            frozenset(number for number in self.way.missing if number in ours.partner),
            frozenset(number for number in added if number in theirs.partner),
        )


def third_signs(thirds: Thirds) -> Iterator[Sign]:
    """What the third texts say for this way."""
    way = thirds.way
    nearer = sum(len(third.with_source) > len(third.with_copy) for third in thirds.others)
    if nearer:
        yield Sign("others stand nearer", log1p(nearer), f"{nearer} other texts share more of its wording")
    alone = thirds.alone(copy=True)
    if alone:
        change = thirds.variants[alone[0]].change
        detail = f"in {len(alone)} places other texts have the source's words and not the copy's"
        yield Sign("stands alone", log1p(len(alone)), detail, way.source.span(change.gone), way.copy.span(change.come))
    kept = sorted(frozenset().union(*(third.left_out for third in thirds.others)))
    if kept:
        detail = f"{len(kept)} sentences that the copy lacks stand in other texts as well"
        yield Sign("others have it too", log1p(len(kept)), detail, way.source.sentence_span(kept[0]))


def _lacking(way: Way) -> tuple[int, ...]:
    """The sentences of the copy that the source lacks."""
    partnered = {number for group in way.groups for number in group.theirs}
    copy = way.copy
    return tuple(
        number
        for number, words in enumerate(copy.sentences)
        if words and number not in partnered and number not in copy.furniture
    )


def _variants(way: Way) -> Iterator[_Variant]:
    for group in way.groups:
        ours, theirs = _row(way.source, group.ours), _row(way.copy, group.theirs)
        at, to = 0, 0  # words walked over on either side
        places = {token.start: n for n, token in enumerate(way.source.words(group.ours))}
        others = {token.start: n for n, token in enumerate(way.copy.words(group.theirs))}
        for change in group.changes:
            first, start = _place(change, places, others, (at, to))
            at, to = first + len(change.gone), start + len(change.come)
            words = _around(ours, first, at), _around(theirs, start, to)
            if words[0] != words[1]:
                yield _Variant(group, change, *words)


def _place(
    change: Change, places: Mapping[int, int], others: Mapping[int, int], walked: tuple[int, int]
) -> tuple[int, int]:
    """Where a change begins on either side; where one side has nothing, as far on as the other."""
    if change.gone and change.come:
        return places[change.gone[0].start], others[change.come[0].start]
    if change.gone:
        first = places[change.gone[0].start]
        return first, walked[1] + first - walked[0]
    start = others[change.come[0].start]
    return walked[0] + start - walked[1], start


def _row(side: Side, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(form for number in numbers for form in side.forms[number])


def _around(row: Sequence[str], first: int, last: int) -> str:
    """Words with one neighbour on either side, between blanks."""
    return f" {' '.join(row[max(0, first - 1) : last + 1])} "


def _text_there(ours: Way, theirs: Way, group: Group) -> str:
    """The third text's sentences beside an aligned group, as folded words between blanks."""
    beside = {n for number in group.ours for n in ours.partner.get(number, ())}
    beside |= {n for number in group.theirs for n in theirs.partner.get(number, ())}
    return f" {' '.join(_row(ours.copy, sorted(beside)))} "
