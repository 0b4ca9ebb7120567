"""Places of a story that are read in more than one way: each article's words, and who agrees with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.text.spans import meets
from headwater.types import AlterationKind, Span

__all__ = ["Seen", "Slot", "slots"]

_ByArticle = Mapping[str, Mapping[Span, list[Aligned]]]
"""The passages of each article, seen from it, by their place in it: articles share few places and many passages."""

_AGREES: Final = 0.8  # share of a reading's words that another article must have to be its witness


class Seen(Struct, frozen=True):
    """A change with the passage in which it was seen."""

    change: Change
    aligned: Aligned


class Slot(Struct, frozen=True):
    """One place: the reading of each article, the changes between them, and the words that agree with each reading."""

    kind: AlterationKind
    readings: Mapping[str, Span]
    changes: tuple[Seen, ...]
    agree: Mapping[str, tuple[Span, ...]]


def slots(seen: Sequence[Seen], passages: Iterable[Aligned]) -> Iterator[Slot]:
    """Gather changes of one kind that share words on either side."""
    by_article: defaultdict[str, defaultdict[Span, list[Aligned]]] = defaultdict(lambda: defaultdict(list))
    for aligned in passages:
        by_article[aligned.left.id][aligned.passage.left].append(aligned)
        by_article[aligned.right.id][aligned.passage.right].append(aligned.swapped)
    for group in _grouped(seen):
        yield _slot(group, by_article)


def _grouped(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Union of the changes whose spans overlap, kind by kind, by one sweep over each article."""
    leader = list(range(len(seen)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    places: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for index, one in enumerate(seen):
        for span in (one.change.left, one.change.right):
            places[one.change.kind, span.article].append((span.start, span.end, index))
    for spans in places.values():
        for first, second in _overlapping(sorted(spans)):
            leader[find(max(first, second))] = find(min(first, second))
    groups: dict[int, list[Seen]] = defaultdict(list)
    for index, one in enumerate(seen):
        groups[find(index)].append(one)
    return [groups[key] for key in sorted(groups)]


def _overlapping(spans: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of indices that link every run of overlapping spans."""
    end, last = -1, -1
    for start, stop, index in spans:
        if start < end:
            yield last, index
        if stop > end:
            end, last = stop, index


def _slot(group: Sequence[Seen], by_article: _ByArticle) -> Slot:
    readings: dict[str, Span] = {}
    for seen in group:
        for span in (seen.change.left, seen.change.right):
            known = readings.get(span.article, span)
            readings[span.article] = max(known, span, key=lambda one: (one.end - one.start, one))
    differ = {frozenset({seen.change.left.article, seen.change.right.article}) for seen in group}
    agree = {
        article: tuple(
            sorted(
                {
                    aligned.passage.right
                    for here, beside in by_article[article].items()
                    if meets(reading, here)
                    for aligned in beside
                    if frozenset({article, aligned.right.id}) not in differ and _agrees(reading, aligned)
                }
            )
        )
        for article, reading in readings.items()
    }
    return Slot(group[0].change.kind, readings, tuple(group), agree)


def _agrees(reading: Span, aligned: Aligned) -> bool:
    """Whether the right side has the words of a reading that its left side meets, names and numbers all of them."""
    held = aligned.right.lemmas(aligned.right_words)
    words = aligned.left.words(reading)
    telling = [aligned.left.tokens[word] for word in words if aligned.left.tokens[word].pos in {"PROPN", "NUM"}]
    shared = sum(aligned.left.tokens[word].lemma in held for word in words)
    return all(token.lemma in held for token in telling) and shared >= _AGREES * len(words)
