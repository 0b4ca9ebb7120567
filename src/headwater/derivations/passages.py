"""Passages: aligned sentence pairs that follow each other in both texts, joined into maximal stretches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel

from headwater.derivations.readings import Reading
from headwater.text.align import SentencePair
from headwater.types import Passage, Span

__all__ = ["stretches"]

_REWRITTEN: Final = 0.5  # how much shorter one of two sentences may be that stand for each other by their place alone
_ALONE: Final = 0.45  # similarity below which a stretch is two reports of one fact: of 3,400 true ones none is so low
_WHOLE: Final = 0.8  # similarity from which no part of a sentence can have been left out
_CLAUSE: Final = 8  # words that make a part of a sentence: one that was lent, or one that was not
_DENSE: Final = 0.75  # share of its words that a lent clause keeps


def stretches(
    left: Reading, right: Reading, pairs: Sequence[SentencePair], aligned: Sequence[Passage]
) -> tuple[Passage, ...]:
    """The maximal passages made of `aligned`, the spans of the sentence `pairs` (in the left text's order).

    Two pairs are one passage where both texts go on from the one to the other, with nothing between but white space
    and stray marks, or one sentence on either side that by its place and length must be the other's. Swapped
    paragraphs part passages, and so do sentences that one side added. A clause lent into a longer sentence is a
    passage without the rest of that sentence. A passage is masked if all of it is; its similarity is the mean of its
    pairs', the longer weighing more, and what is alike no more than reports of one fact are is none.
    """
    groups: list[list[Passage]] = []
    for number, passage in enumerate(aligned):
        if number and _follow(left, right, pairs[number - 1], pairs[number]):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    joined = map(_joined, (_trimmed(left, right, group) for group in groups))
    return tuple(each for each in joined if each.similarity >= _ALONE)


def _follow(left: Reading, right: Reading, before: SentencePair, after: SentencePair) -> bool:
    skipped = _between(left, before.left, after.left), _between(right, before.right, after.right)
    if skipped == ([], []):
        return True
    if not all(each is not None and len(each) == 1 for each in skipped):
        return False
    few, many = sorted(sizes[0] for sizes in skipped if sizes)
    return few >= _REWRITTEN * many


def _between(reading: Reading, before: Sequence[int], after: Sequence[int]) -> list[int] | None:
    """How many words each sentence between two groups has, wordless ones left out; None if they are out of order."""
    if after[0] <= before[-1]:
        return None
    sizes = (reading.in_sentence(number) for number in range(before[-1] + 1, after[0]))
    return [held.stop - held.start for held in sizes if held.stop > held.start]


def _trimmed(left: Reading, right: Reading, group: Sequence[Passage]) -> Sequence[Passage]:
    """The group, cut at its two ends to the clause that both texts have where they have no more than that."""
    first = _lent_clause(left, right, group[0])
    if len(group) == 1:
        return [first]
    last = _lent_clause(left, right, group[-1])
    if first.left.end < group[0].left.end or first.right.end < group[0].right.end:
        first = group[0]  # inside a stretch nothing is cut
    if last.left.start > group[-1].left.start or last.right.start > group[-1].right.start:
        last = group[-1]
    return [first, *group[1:-1], last]


def _lent_clause(left: Reading, right: Reading, passage: Passage) -> Passage:
    """The passage from the first to the last word of the densest common clause, if a clause or more is left over."""
    if passage.similarity >= _WHOLE:
        return passage
    ours, theirs = left.between(passage.left), right.between(passage.right)
    blocks = Indel.editops(left.words.forms[ours].tolist(), right.words.forms[theirs].tolist()).as_matching_blocks()
    kept = _densest([(block.a, block.b, block.size) for block in blocks if block.size])
    if kept is None or _over(kept[0], ours) < _CLAUSE > _over(kept[1], theirs):
        return passage
    spans = (
        left.span_of(ours.start + kept[0].start, ours.start + kept[0].stop),
        right.span_of(theirs.start + kept[1].start, theirs.start + kept[1].stop),
    )
    return Passage(*spans, passage.similarity, passage.mask)


def _over(kept: slice, held: slice) -> int:
    """How many words are left over at the longer of the two ends."""
    return int(max(kept.start, held.stop - held.start - kept.stop))


def _densest(blocks: Sequence[tuple[int, int, int]]) -> tuple[slice, slice] | None:
    """The longest stretch of common blocks that keeps most words on both sides; None if it is no clause."""
    best, found = _CLAUSE - 1, None
    for start, (a, b, _) in enumerate(blocks):
        kept = 0
        for x, y, size in blocks[start:]:
            kept += size
            if kept > best and kept >= _DENSE * max(x + size - a, y + size - b):
                best, found = kept, (slice(a, x + size), slice(b, y + size))
    return found


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
