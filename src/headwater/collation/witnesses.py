"""Several documents and their sentence pairs -> rows: each a unit of the text with its reading in every witness.

A progressive alignment, as for the witnesses of a work (Dekker and others, *Computer-supported collation of modern
manuscripts*, 2015): the first text is the base and makes the rows; each further text is set beside the rows that are
there, the base's readings before those of the witnesses between, and what answers nothing makes rows of its own, in
its place. A witness's readings that keep the order of the rows stay, by the longest increasing subsequence; the others
moved.
"""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from headwater.collation.facing import Pair, facing_of, in_order, pairs_of
from headwater.types import Document, Facing, Passage, Row, Span

__all__ = ["collate"]

Passages = Mapping[tuple[str, str], Sequence[Passage]]


class _Answer(NamedTuple):
    """Sentences of a witness that answer those of a row, and the document whose words they were set beside."""

    row: int
    pair: Pair
    beside: Document

    @property
    def place(self) -> int:
        """The first sentence of the witness in it."""
        return self.pair.right[0]


def collate(documents: Sequence[Document], passages: Passages) -> tuple[Row, ...]:
    """Every sentence of every document once, in rows, in the order of the first document, which is the base.

    `passages` are sentence pairs by the ids of an earlier and a later document, the earlier's sentences on their left.
    The rows of two documents hold what `face` says of them, in its order.
    """
    base, *witnesses = documents
    rows = tuple(_units(base, witnesses, passages))
    for number, witness in enumerate(witnesses, 1):
        rows = tuple(_with(rows, witness, documents[:number], passages))
    return rows


def _units(base: Document, witnesses: Sequence[Document], passages: Passages) -> Iterator[Row]:
    """The base's sentences; those that any witness answers together make one row."""
    joined: set[int] = set()  # sentences that stand in one row with the one before
    for witness in witnesses:
        for pair in pairs_of(base, witness, _between(base, witness, passages)):
            joined.update(range(pair.left[0] + 1, pair.left[-1] + 1))
    starts = [number for number in range(len(base.sentences)) if number not in joined]
    for first, last in itertools.pairwise([*starts, len(base.sentences)]):
        yield Row(tuple(sentence.span for sentence in base.sentences[first:last]))


def _between(earlier: Document, later: Document, passages: Passages) -> Sequence[Passage]:
    return passages.get((earlier.article.id, later.article.id), ())


def _with(rows: Sequence[Row], witness: Document, earlier: Sequence[Document], passages: Passages) -> Iterator[Row]:
    """The rows with what one more witness has."""
    answers = _answers(rows, witness, earlier, passages)
    chosen = in_order([answer.place for answer in answers])
    readings: dict[int, list[Facing]] = defaultdict(list)
    for number, answer in enumerate(answers):
        made = facing_of(answer.beside, witness, answer.pair, moved=number not in chosen)
        readings[answer.row].append(made)
    before: dict[int, list[Row]] = defaultdict(list)  # rows of the witness alone, by the row that they precede
    kept = [answer for number, answer in enumerate(answers) if number in chosen]
    for span, place, amid in _alone(witness, answers, kept, len(rows)):
        if amid:
            readings[place].append(Facing((), (span,)))
        else:
            before[place].append(Row((span,)))
    for number, row in enumerate(rows):
        yield from before[number]
        yield replace(row, readings=(*row.readings, *sorted(readings[number], key=lambda each: each.right)))
    yield from before[len(rows)]


def _answers(rows: Sequence[Row], witness: Document, earlier: Sequence[Document], passages: Passages) -> list[_Answer]:
    """What the witness has for the rows, in their order; a sentence answers the earliest text that it can."""
    where = {span: number for number, row in enumerate(rows) for span in _spans(row)}
    free = set(range(len(witness.sentences)))
    found: list[_Answer] = []
    for document in earlier:
        for pair in pairs_of(document, witness, _between(document, witness, passages), frozenset(free)):
            free.difference_update(pair.right)
            found.append(_Answer(where[document.sentences[pair.left[0]].span], pair, document))
    return sorted(found, key=lambda answer: (answer.row, answer.place))


def _spans(row: Row) -> Iterator[Span]:
    """The sentences of all witnesses in a row."""
    yield from row.lemma
    for reading in row.readings:
        yield from reading.right


def _alone(
    witness: Document, answers: Sequence[_Answer], kept: Sequence[_Answer], end: int
) -> Iterator[tuple[Span, int, bool]]:
    """The sentences that answer nothing, each with the row that it precedes, or (True) that it stands amid.

    It precedes the row of the next sentence that kept its order, as close as can be; `end` is the row after all rows.
    """
    taken = {number for answer in answers for number in answer.pair.right}
    for number, sentence in enumerate(witness.sentences):
        if number in taken:
            continue
        after = bisect.bisect(kept, number, key=lambda answer: answer.place)
        row = kept[after].row if after < len(kept) else end
        yield sentence.span, row, after > 0 and kept[after - 1].row == row
