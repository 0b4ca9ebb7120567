"""Two documents and their sentence pairs -> the texts facing each other, with the words in which they differ.

Collation in the sense of textual criticism: every sentence of both texts has its place, pairs that keep one order face
each other, the others are marked as moved. Words are aligned by their longest common subsequence.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.align import Edit, align_words
from headwater.text.edits import edit_kind
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.rewording import reworded_spans
from headwater.text.words import fold
from headwater.types import Difference, Document, Facing, Passage, Sentence, Span, Token

__all__ = ["Pair", "face", "facing_of", "in_order", "pairs_of"]

_TELLING: Final = {**dict.fromkeys('“”„"«»', '"'), **{sign: sign for sign in "$€£¥₹₽%"}}
"""Signs that tell something; other punctuation and the shape of quotation marks are no difference."""


class Pair(NamedTuple):
    """Sentences that say the same, by number, and the passage that says so."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    passage: Passage


def face(left: Document, right: Document, passages: Sequence[Passage]) -> tuple[Facing, ...]:
    """Every sentence of both documents once, in the order of reading (see `Comparison.facing`).

    `passages` are sentence pairs with `left`'s sentences on their left. A sentence that several hold goes to the
    first of them.
    """
    pairs = list(pairs_of(left, right, passages))
    chosen = in_order([pair.right[0] for pair in pairs])
    kept = [pair for number, pair in enumerate(pairs) if number in chosen]
    moved = [pair for number, pair in enumerate(pairs) if number not in chosen]
    lefts, rights = [pair.left[0] for pair in kept], [pair.right[0] for pair in kept]
    alone = _alone(left, [pair.left for pair in pairs]), _alone(right, [pair.right for pair in pairs])
    # A row's place: how many kept pairs stand before it; then what A has, what B has, the next kept pair.
    rows = [((place, 2, 0), facing_of(left, right, pair, moved=False)) for place, pair in enumerate(kept)]
    rows += [
        ((bisect.bisect(lefts, pair.left[0]), 0, pair.left[0]), facing_of(left, right, pair, moved=True))
        for pair in moved
    ]
    rows += [((bisect.bisect(lefts, n), 0, n), Facing((left.sentences[n].span,), ())) for n in alone[0]]
    rows += [((bisect.bisect(rights, n), 1, n), Facing((), (right.sentences[n].span,))) for n in alone[1]]
    return tuple(row for _, row in sorted(rows, key=lambda placed: placed[0]))


def pairs_of(
    left: Document, right: Document, passages: Sequence[Passage], free: Collection[int] | None = None
) -> Iterator[Pair]:
    """The passages as numbers of sentences, in the left text's order; `free` are those of the right, if not all."""
    here, there = set(range(len(left.sentences))), set(range(len(right.sentences)) if free is None else free)
    for passage in sorted(passages, key=lambda each: (each.left.start, each.right.start)):
        ours = _run(_within(left.sentences, passage.left), here)
        theirs = _run(_within(right.sentences, passage.right), there)
        if ours and theirs:
            here.difference_update(ours)
            there.difference_update(theirs)
            yield Pair(ours, theirs, passage)


def _run(numbers: Sequence[int], free: Collection[int]) -> tuple[int, ...]:
    """The first of the numbers that are free, and those that follow it without a gap."""
    first = next((place for place, number in enumerate(numbers) if number in free), len(numbers))
    return tuple(itertools.takewhile(lambda number: number in free, numbers[first:]))


def _within(sentences: Sequence[Sentence], span: Span) -> range:
    """The numbers of the sentences that begin in a span."""
    first = bisect.bisect_left(sentences, span.start, key=lambda sentence: sentence.span.start)
    return range(first, bisect.bisect_left(sentences, span.end, lo=first, key=lambda sentence: sentence.span.start))


def _alone(document: Document, paired: Sequence[tuple[int, ...]]) -> list[int]:
    taken = {number for group in paired for number in group}
    return [number for number in range(len(document.sentences)) if number not in taken]


def in_order(places: Sequence[int]) -> frozenset[int]:
    """Which of the places make the longest increasing subsequence (patience sorting with back pointers)."""
    tops: list[int] = []  # the least place that ends a subsequence of each length
    ends: list[int] = []  # ... and its number
    before: list[int] = []
    for number, place in enumerate(places):
        length = bisect.bisect_left(tops, place)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [number]
        before.append(ends[length - 1] if length else -1)
    found: set[int] = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        found.add(number)
        number = before[number]
    return frozenset(found)


def facing_of(left: Document, right: Document, pair: Pair, *, moved: bool) -> Facing:
    """A pair with the words in which its sides differ."""
    ours, theirs = _words(left, pair.left), _words(right, pair.right)
    keys = [key for key, _ in ours], [key for key, _ in theirs]
    edits = [edit for edit in _gathered(align_words(*keys), keys[0]) if edit.op != "equal"]
    return Facing(
        left=tuple(left.sentences[number].span for number in pair.left),
        right=tuple(right.sentences[number].span for number in pair.right),
        similarity=pair.passage.similarity,
        mask=pair.passage.mask,
        moved=moved,
        differences=tuple(
            _difference(
                (left, [token for _, token in ours[edit.left_start : edit.left_end]]),
                (right, [token for _, token in theirs[edit.right_start : edit.right_end]]),
            )
            for edit in edits
        ),
        reworded=reworded_spans(left, pair.passage.left, right, pair.passage.right) if edits else (),
    )


def _difference(ours: tuple[Document, list[Token]], theirs: tuple[Document, list[Token]]) -> Difference:
    return Difference(_span(*ours), _span(*theirs), edit_kind(ours[1], theirs[1]))


def _words(document: Document, sentences: Sequence[int]) -> list[tuple[str, Token]]:
    """The words of some sentences in order, with the view in which two spellings of one word agree."""
    text = document.article.text
    tokens = (
        token
        for number in sentences
        for token in document.tokens[document.sentences[number].first : document.sentences[number].last]
    )
    keyed = ((_key(text[token.start : token.end]), token) for token in tokens)
    return [(key, token) for key, token in keyed if key]


def _key(word: str) -> str:
    return fold(word) or _TELLING.get(word, "")


def _span(document: Document, tokens: Sequence[Token]) -> Span | None:
    return Span(document.article.id, tokens[0].start, tokens[-1].end) if tokens else None


def _gathered(edits: Sequence[Edit], words: Sequence[str]) -> list[Edit]:
    """The edits, without the islands of function words that chance left between two larger changes.

    A reader sees one rewording where the shortest script has three small ones around "of the".
    """
    made: list[Edit] = []
    for place, edit in enumerate(edits):
        island = 0 < place < len(edits) - 1 and _is_island(edits[place - 1], edit, edits[place + 1], words)
        if made and made[-1].op == "replace" and (island or edit.op != "equal"):
            made[-1] = Edit("replace", made[-1].left_start, edit.left_end, made[-1].right_start, edit.right_end)
        else:
            made.append(edit)
    return made


def _is_island(before: Edit, edit: Edit, after: Edit, words: Sequence[str]) -> bool:
    common = words[edit.left_start : edit.left_end]
    return (
        edit.op == "equal"
        and before.op == after.op == "replace"
        and all(word in FUNCTION_WORDS for word in common)
        and max(2, len(common)) <= min(_size(before), _size(after))  # never beside a change of one word
    )


def _size(edit: Edit) -> int:
    return max(edit.left_end - edit.left_start, edit.right_end - edit.right_start)
