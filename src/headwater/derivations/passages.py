"""Passages: aligned sentence pairs that follow each other in both texts, joined into maximal stretches."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.text.align import SentencePair
from headwater.types import Passage, Span

__all__ = ["stretches"]


def stretches(pairs: Sequence[SentencePair], aligned: Sequence[Passage]) -> tuple[Passage, ...]:
    """The maximal passages made of `aligned`, the spans of the sentence `pairs` (in the left text's order).

    Two pairs are one passage where no other sentence stands between them on either side and both sides keep the order:
    swapped paragraphs part them, and so do sentences that one side added. A passage is masked if all of it is;
    its similarity is the mean of its pairs', the longer weighing more.
    """
    groups: list[list[Passage]] = []
    for number, passage in enumerate(aligned):
        if number and _follow(pairs[number - 1], pairs[number]):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return tuple(map(_joined, groups))


def _follow(before: SentencePair, after: SentencePair) -> bool:
    return after.left[0] - before.left[-1] == after.right[0] - before.right[-1] == 1


def _joined(group: Sequence[Passage]) -> Passage:
    first, last = group[0], group[-1]
    if first is last:
        return first
    sizes = [each.left.end - each.left.start for each in group]
    similarity = sum(each.similarity * size for each, size in zip(group, sizes, strict=True)) / sum(sizes)
    longest = max(zip(sizes, group, strict=True), key=lambda item: item[0])[1]
    return Passage(
        Span(first.left.article, first.left.start, last.left.end),
        Span(first.right.article, first.right.start, last.right.end),
        round(similarity, 4),
        longest.mask if all(each.mask for each in group) else "",
    )
