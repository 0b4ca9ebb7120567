"""What third texts say of two: with whose words, and with whose sentences, the other texts of the line go.

Textual criticism's first tool (Maas 1927): where A and a third text agree against B, B's reading is B's own, so that A
stands nearer the source; material of A that B lacks and a third text has was not added by A.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from headwater.derivations.directions.ways import Group, Sign, Variant, Way
from headwater.types import Span

__all__ = ["Third", "Thirds", "third_signs"]


@dataclass(frozen=True, slots=True)
class Third:
    """How one third text divides a pair."""

    with_source: frozenset[int]  # numbers of the variants where it has the source's words and not the copy's
    with_copy: frozenset[int]
    left_out: frozenset[int]  # sentences of the source that the copy lacks and it has
    added: frozenset[int]  # sentences of the copy that the source lacks and it has
    against_both: float  # how often both agree against it, in words or by a sentence that it lacks

    @property
    def sides_with_both(self) -> int:
        """How often it goes with either of the two: if with both now and then, neither has all from the other."""
        return min(len(self.with_source) + len(self.left_out), len(self.with_copy) + len(self.added))

    @property
    def between(self) -> float:
        """How much it looks like what both come from: it goes with each in turn, and they seldom agree against it."""
        return max(0.0, log1p(self.sides_with_both) - log1p(self.against_both))


@dataclass(frozen=True, eq=False)
class Thirds:
    """A pair's way with all the third texts, as (way from the source, way from the copy) to each."""

    way: Way
    to_others: tuple[tuple[Way, Way], ...]

    @cached_property
    def others(self) -> tuple[Third, ...]:
        """What each third text says, in the order given."""
        added = _lacking(self.way)
        return tuple(self._third(ours, theirs, added) for ours, theirs in self.to_others)

    @cached_property
    def votes(self) -> tuple[tuple[int, int], ...]:
        """For each variant, how many third texts have the source's words and how many the copy's."""
        return tuple(
            (
                sum(number in third.with_source for third in self.others),
                sum(number in third.with_copy for third in self.others),
            )
            for number in range(len(self.way.variants))
        )

    def _third(self, ours: Way, theirs: Way, added: Sequence[int]) -> Third:
        sides: tuple[set[int], set[int]] = set(), set()
        for number, variant in enumerate(self.way.variants):
            text = _text_there(ours, theirs, variant.group)
            has = variant.ours in text, variant.theirs in text
            if has[0] != has[1]:
                sides[0 if has[0] else 1].add(number)
        shared = {number for group in self.way.groups for number in group.ours}
        return Third(
            frozenset(sides[0]),
            frozenset(sides[1]),
            frozenset(number for number in self.way.missing if number in ours.partner),
            frozenset(number for number in added if number in theirs.partner),
            _agreeing(self.way, ours, theirs) + len(shared.intersection(ours.missing)),
        )


def third_signs(thirds: Thirds, *, back: bool = False) -> Iterator[Sign]:
    """What the third texts say for this way, or for the way back."""
    sides = [
        (each.with_copy, each.with_source) if back else (each.with_source, each.with_copy) for each in thirds.others
    ]
    nearer = sum(len(ours) > len(theirs) for ours, theirs in sides)
    if nearer:
        yield Sign("others stand nearer", log1p(nearer), f"{nearer} other texts share more of its wording")
    alone = [number for number, vote in enumerate(thirds.votes) if (vote[1] > vote[0] if back else vote[0] > vote[1])]
    if alone:
        detail = f"in {len(alone)} places other texts have the source's words and not the copy's"
        yield Sign("stands alone", log1p(len(alone)), detail, *_spans(thirds.way, alone[0], back=back))
    kept = sorted({number for each in thirds.others for number in (each.added if back else each.left_out)})
    if kept:
        detail = f"{len(kept)} sentences that the copy lacks stand in other texts as well"
        source = thirds.way.copy if back else thirds.way.source
        yield Sign("others have it too", log1p(len(kept)), detail, source.sentence_span(kept[0]))


def _spans(way: Way, variant: int, *, back: bool) -> tuple[Span | None, Span | None]:
    """Where the two differ, the source's side first."""
    change = way.variants[variant].change
    spans = way.source.span(change.gone), way.copy.span(change.come)
    return spans[::-1] if back else spans


def _lacking(way: Way) -> tuple[int, ...]:
    """The sentences of the copy that the source lacks."""
    partnered = {number for group in way.groups for number in group.theirs}
    copy = way.copy
    return tuple(
        number
        for number, words in enumerate(copy.sentences)
        if words and number not in partnered and number not in copy.furniture
    )


def _agreeing(way: Way, ours: Way, theirs: Way) -> float:
    """In how many places the two agree against a third text, seen from the one and from the other, on average."""
    back = {number: group.ours for group in way.groups for number in group.theirs}
    there = sum(_has(way.copy.line(_beside(way.partner, each.group)), each) for each in ours.variants)
    here = sum(_has(way.source.line(_beside(back, each.group)), each) for each in theirs.variants)
    return (there + here) / 2


def _beside(partner: dict[int, tuple[int, ...]], group: Group) -> set[int]:
    return {n for number in group.ours for n in partner.get(number, ())}


def _has(text: str, variant: Variant) -> bool:
    return variant.ours in text and variant.theirs not in text


def _text_there(ours: Way, theirs: Way, group: Group) -> str:
    """The third text's sentences beside an aligned group, as folded words between blanks."""
    beside = {n for number in group.ours for n in ours.partner.get(number, ())}
    beside |= {n for number in group.theirs for n in theirs.partner.get(number, ())}
    return ours.copy.line(beside)
