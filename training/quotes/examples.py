"""Turns articles in which people marked attributions into labels of tokens: cues, and what each introduces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from quality.articles import as_article
from quality.trials.quotes import Attributed, is_training_row

from headwater.documents import read_documents
from headwater.models.attribution.chain import LABELS, chain_rows
from headwater.models.attribution.columns import Columns, columns_of
from headwater.models.attribution.cues import cue_rows
from headwater.models.attribution.pairs import pairs_of
from headwater.models.spacy_english import load_parser
from headwater.quotes.attribution import find_reports
from headwater.quotes.tagged import proposed
from headwater.quotes.tree import Tree, grow
from headwater.settings import Settings
from headwater.types import Document, Saying

__all__ = ["Example", "Row", "documents_of", "example_of", "training_rows"]

PREFERRED = ("VERB", "NOUN", "ADJ", "AUX")  # the word of a longer cue that carries it, best first
LABEL = {label: number for number, label in enumerate(LABELS)}


class Row(msgspec.Struct, frozen=True):
    """A labelled article."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]
    title: str | None = None
    published: str | None = None


class Example(NamedTuple):
    """One article for fitting: rows of features and labels, of its words as cues and of the chains under its cues."""

    cue_rows: npt.NDArray[np.int32]  # (tokens, features)
    cue_labels: npt.NDArray[np.float32]
    chain_rows: npt.NDArray[np.int32]  # (pairs, features), all chains one after the other
    chain_labels: npt.NDArray[np.int8]
    sizes: tuple[int, ...]  # of the chains


class Marked(NamedTuple):
    """An attribution as the token that carries its cue, and the tokens of content and source."""

    cue: int
    content: frozenset[int]
    source: frozenset[int]


def training_rows(data: Path) -> list[Row]:
    """The rows of PolNeAR that a tagger may be trained on."""
    with (data / "attributions" / "polnear.jsonl").open("rb") as lines:
        rows = [msgspec.json.decode(line, type=Row) for line in lines]
    return [row for row in rows if is_training_row(row.id)]


def documents_of(rows: Sequence[Row]) -> Iterator[Document]:
    """The rows' articles, read."""
    parser = load_parser(Settings().model)
    for start in range(0, len(rows), 16):
        batch = rows[start : start + 16]
        yield from read_documents([as_article(row.id, row.text, published=row.published) for row in batch], parser)


def example_of(row: Row, document: Document) -> Example:
    """Features and labels of an article."""
    tree, columns = grow(document), columns_of(document)
    proposals = proposed(tree, find_reports(tree))
    marked = list(marked_in(tree, columns, row.attributions))
    found = cue_rows(columns, proposals).T.astype(np.int32)
    labels = np.zeros(len(document.tokens), np.float32)
    labels[[item.cue for item in marked]] = 1
    return Example(found, labels, *_chains(columns, proposals, marked))


def _chains(
    columns: Columns, proposals: Sequence[Saying], marked: Sequence[Marked]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int8], tuple[int, ...]]:
    cues = [item.cue for item in marked]
    if not cues:
        return np.zeros((0, 0), np.int32), np.zeros(0, np.int8), ()
    pairs = pairs_of(columns, cues)
    ends = np.cumsum(pairs.sizes)
    parts = [
        labels_of(columns, pairs.token[end - size : end], item)
        for item, size, end in zip(marked, pairs.sizes, ends, strict=True)
    ]
    return chain_rows(columns, pairs, cues, proposals).T.astype(np.int32), np.concatenate(parts), pairs.sizes


def marked_in(tree: Tree, columns: Columns, attributions: Iterable[Attributed]) -> Iterator[Marked]:
    """The attributions whose cue has a word, outside sentences none can."""
    for item in attributions:
        cue = _tokens(tree, item.cue)
        if cue:
            yield Marked(_carrier(tree, cue), _tokens(tree, item.content), _tokens(tree, item.source))


def _tokens(tree: Tree, pieces: Iterable[tuple[int, int]]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in pieces:
        inside = tree.within(start, end)
        cut = inside.start - 1
        if cut >= 0 and tree.tokens[cut].start < start < tree.tokens[cut].end:
            found.add(cut)
        found.update(inside)
    return frozenset(found)


def _carrier(tree: Tree, cue: frozenset[int]) -> int:
    """The word of a cue that the others hang on; of several a verb before a noun, then the first."""
    words = [item for item in sorted(cue) if tree.is_word(item)] or sorted(cue)
    tops = [item for item in words if tree.heads[item] not in cue or tree.heads[item] == item] or words
    ranks = {pos: rank for rank, pos in enumerate(PREFERRED)}
    return min(tops, key=lambda item: (ranks.get(tree.tokens[item].pos, len(ranks)), item))


def labels_of(columns: Columns, tokens: npt.NDArray[np.int64], marked: Marked) -> npt.NDArray[np.int8]:
    """The labels of the tokens of a cue's sentence."""
    labels = np.zeros(len(tokens), np.int8)
    for kind, span in (("C", marked.content - {marked.cue}), ("S", marked.source - marked.content - {marked.cue})):
        for run in _runs(columns, [int(token) for token in tokens if int(token) in span]):
            first, last = run[0] - int(tokens[0]), run[-1] - int(tokens[0])
            labels[first : last + 1] = LABEL[f"{kind}I"]
            labels[first], labels[last] = LABEL[f"{kind}B"], LABEL[f"{kind}E"]
    return labels


def _runs(columns: Columns, tokens: Sequence[int]) -> Iterator[list[int]]:
    """Runs of tokens, over punctuation, without punctuation at their ends."""
    run: list[int] = []
    for token in (item for item in tokens if columns.is_word[item]):
        if run and columns.is_word[run[-1] + 1 : token].any():
            yield run
            run = []
        run.append(token)
    if run:
        yield run
