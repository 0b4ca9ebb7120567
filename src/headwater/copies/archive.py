"""An archive in memory: the words of all its articles in columns, ten bytes each; the texts themselves are let go."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.copies.columns import Columns, GrowingColumns
from headwater.engines.threads import ThreadEngine
from headwater.errors import InputError
from headwater.text.kernels import tokens
from headwater.text.kernels.characters import fold_table
from headwater.text.kernels.statements import CUES, cue_table, mark_statements
from headwater.text.kernels.tokens import mark_words, read_words
from headwater.text.shingles import COMMONEST
from headwater.types import Article

__all__ = ["Archive", "Entry", "Progress", "read_archive"]

Entry = Article | tuple[str, str, str | None]  # an article, or its id, text and outlet
Progress = Callable[[str, int, int], None]  # what is done, how much of it, of how much (0: not known)

_BATCH: Final = 4_000_000  # bytes of text read at a time


@dataclass(frozen=True, slots=True, eq=False)
class Archive:
    """Articles by number, in the order of their ids, whatever the order they came in.

    `bounds` has the first row of each article's words and the one after its last; `outlets` the number of its outlet,
    -1 where that is not known.
    """

    ids: tuple[str, ...]
    outlets: npt.NDArray[np.int32]
    bounds: npt.NDArray[np.int64]
    words: Columns

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def nbytes(self) -> int:
        """Bytes that the arrays take."""
        return self.outlets.nbytes + self.bounds.nbytes + self.words.nbytes


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Texts on their way in."""

    ids: list[str]
    outlets: list[str | None]
    texts: list[bytes]


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A batch that was read: the words of its articles, which `rows` bounds."""

    batch: _Batch
    rows: npt.NDArray[np.int64]
    words: Columns


def read_archive(articles: Iterable[Entry], *, workers: int = 2, on_progress: Progress | None = None) -> Archive:
    """Read the words of articles, which may be a stream. Raises `InputError` if two have one id."""
    ids: list[str] = []
    outlets: list[str | None] = []
    words = GrowingColumns()
    rows = [np.zeros(1, dtype=np.int64)]
    for read in ThreadEngine(workers).map(_read, _batches(articles)):
        ids += read.batch.ids
        outlets += read.batch.outlets
        rows.append(read.rows[1:] + rows[-1][-1])
        words.extend(read.words)
        if on_progress:
            on_progress("articles read", len(ids), 0)
    return _in_order(ids, outlets, np.concatenate(rows), words.taken())


def _in_order(
    ids: Sequence[str], outlets: Sequence[str | None], rows: npt.NDArray[np.int64], words: Columns
) -> Archive:
    """Number the articles by their ids; their words stay where they are."""
    order = sorted(range(len(ids)), key=ids.__getitem__)
    named = tuple(ids[at] for at in order)
    for first, second in pairwise(named):
        if first == second:
            raise InputError(first, "two articles have this id; give each one its own")
    numbers = {outlet: number for number, outlet in enumerate(sorted({one for one in outlets if one}))}
    of_outlets = np.array([numbers.get(outlets[at] or "", -1) for at in order], dtype=np.int32)
    bounds = np.stack((rows[:-1], rows[1:]), axis=1)[np.array(order, dtype=np.int64)]
    return Archive(named, of_outlets, bounds, words)


def _batches(articles: Iterable[Entry]) -> Iterator[_Batch]:
    batch, size = _Batch([], [], []), 0
    for article in articles:
        name, text, outlet = _entry(article)
        encoded = text.encode("utf-8", "surrogatepass")
        batch.ids.append(name)
        batch.outlets.append(outlet)
        batch.texts.append(encoded)
        size += len(encoded)
        if size >= _BATCH:
            yield batch
            batch, size = _Batch([], [], []), 0
    if batch.ids:
        yield batch


def _entry(article: Entry) -> tuple[str, str, str | None]:
    if isinstance(article, Article):
        return article.id, article.text, article.outlet.value if article.outlet else None
    return article


def _read(batch: _Batch) -> _Read:
    rows, words, signs = _words(batch.texts)
    mark_words(words.hashes, words.flags, _commonest(), tokens.COMMONEST)
    mark_statements(words.hashes, words.flags, signs, rows, _cues())
    batch.texts.clear()
    return _Read(batch, rows, words)


def _words(texts: Sequence[bytes]) -> tuple[npt.NDArray[np.int64], Columns, npt.NDArray[np.uint8]]:
    """The words of some texts: the bounds of each text's rows, the rows, and the signs of each word."""
    data = np.frombuffer(b"".join(texts) or b" ", dtype=np.uint8)
    room = Columns.room(len(data) // 2 + len(texts) + 1)  # two words of a text have something between them
    bounds = np.cumsum([0, *map(len, texts)])
    signs = np.empty(len(room), dtype=np.uint8)
    rows = read_words(data, bounds, fold_table(), room.hashes, room.starts, room.lengths, room.flags, signs)
    return rows, room.part(0, int(rows[-1])).copy(), signs


@functools.cache
def _commonest() -> npt.NDArray[np.uint32]:
    """The sorted hashes of the commonest words."""
    _, words, _ = _words([word.encode() for word in COMMONEST.split()])
    return np.sort(words.hashes)


@functools.cache
def _cues() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
    """The words that tell a statement, as `mark_statements` takes them."""
    told = [(word.encode(), part) for words, part in CUES for word in words.split()]
    _, words, _ = _words([word for word, _ in told])
    return cue_table(words.hashes, np.array([part for _, part in told], dtype=np.uint8))
