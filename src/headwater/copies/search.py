"""All copies in an archive: candidates, alignment, verdict, and what is kept of it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.copies.alignment import BLOCK, Aligned, aligned, blocks
from headwater.copies.archive import Archive, Entry, Progress, read_archive
from headwater.copies.candidates import find_candidates
from headwater.copies.measures import measure
from headwater.copies.records import CopyPair
from headwater.copies.verdicts import KINDS, evidence_of, judge
from headwater.engines.local import LocalEngine
from headwater.engines.threads import ThreadEngine
from headwater.errors import OptionError
from headwater.evidence import total
from headwater.types import DerivationKind, Passage, Span

__all__ = ["Copies", "Kept", "find_copies", "judged"]

_MEMORY: Final = 2 * 2**30
_MASKED: Final = 0.8  # share of a passage's words that are quoted, or widespread, from which it is masked


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Pairs that share something, in columns. `first` has the first passage of each pair, and the end of the last."""

    pairs: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.int8]
    parts: npt.NDArray[np.float32]  # of the score
    shares: npt.NDArray[np.float32]  # of the left and of the right article
    quoted: npt.NDArray[np.float32]  # words
    first: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float32]
    masks: npt.NDArray[np.int8]  # 0 none, 1 quote, 2 furniture

    @property
    def nbytes(self) -> int:
        """Bytes that the columns take."""
        return sum(getattr(self, name).nbytes for name in self.__slots__)


_MASKS: Final = ("", "quote", "furniture")


class Copies:
    """What was found in an archive. Records are made while you iterate: by left id, then by right id.

    `articles` were read, `candidates` pairs aligned; `peak_bytes` is the most that the search held at a time in arrays.
    """

    def __init__(self, ids: Sequence[str], kept: Kept, candidates: int, peak_bytes: int) -> None:
        self.articles = len(ids)
        self.candidates = candidates
        self.peak_bytes = peak_bytes
        self._ids = ids
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept.pairs)

    def __iter__(self) -> Iterator[CopyPair]:
        return map(self._pair, range(len(self)))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Articles that are copies of one text as a whole, directly or by way of others: two or more, ids sorted."""
        kinds = [number for number, kind in enumerate(KINDS) if kind not in _NOT_WHOLE]
        left, right = self._kept.pairs[np.isin(self._kept.kinds, kinds)].T
        nodes = (self._ids[number] for number in np.union1d(left, right).tolist())
        edges = ((self._ids[one], self._ids[other]) for one, other in zip(left.tolist(), right.tolist(), strict=True))
        return tuple(LocalEngine().components(nodes, edges))

    def _pair(self, at: int) -> CopyPair:
        kept = self._kept
        left, right = (self._ids[number] for number in kept.pairs[at].tolist())
        rows = range(int(kept.first[at]), int(kept.first[at + 1]))
        evidence = evidence_of(kept.parts[at], float(kept.quoted[at]))
        return CopyPair(
            left=left,
            right=right,
            kind=KINDS[kept.kinds[at]],
            score=round(total(evidence), 3),
            left_share=round(float(kept.shares[at, 0]), 4),
            right_share=round(float(kept.shares[at, 1]), 4),
            passages=tuple(sorted((self._passage(left, right, row) for row in rows), key=lambda one: one.left)),
            evidence=evidence,
        )

    def _passage(self, left: str, right: str, row: int) -> Passage:
        spans = self._kept.spans[row].tolist()
        similarity = round(float(self._kept.similarity[row]), 4)
        return Passage(Span(left, *spans[:2]), Span(right, *spans[2:]), similarity, _MASKS[self._kept.masks[row]])


_NOT_WHOLE: Final = (DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT, DerivationKind.PARTIAL)


def find_copies(
    articles: Iterable[Entry], *, workers: int = 2, memory: int = _MEMORY, on_progress: Progress | None = None
) -> Copies:
    """Find who shares text with whom in an archive, and where.

    `articles` are `Article`s, or (id, text, outlet) with None for an unknown outlet; they are read once, so a stream
    will do. `memory` bounds the index that is built beside the words themselves (ten bytes each), in bytes. Neither
    the order of the articles nor the number of `workers` changes the answer. `on_progress` hears what is being done,
    how much of it is done, and of how much (0: not known); the first search on a machine compiles, which takes some
    ten seconds.

    A text in more than a hundred copies is paired with the next copies, by id, not with all; groups are whole.
    Raises `OptionError` for a number of workers or bytes that cannot be, `InputError` if two articles have one id.
    """
    if workers < 1 or memory < 1 << 20:
        raise OptionError(f"workers={workers}, memory={memory}: at least one worker and a megabyte")
    archive = read_archive(articles, workers=workers, on_progress=on_progress)
    candidates = find_candidates(archive, workers=workers, memory=memory, on_progress=on_progress)
    parts: list[Kept] = []
    for block in ThreadEngine(workers).map(functools.partial(judged, archive), blocks(candidates.pairs)):
        parts.append(block)
        if on_progress:
            on_progress("blocks of pairs aligned", len(parts), -(-len(candidates) // BLOCK))
    kept = _joined(parts)
    return Copies(archive.ids, kept, len(candidates), archive.nbytes + max(candidates.peak, 2 * kept.nbytes))


def judged(archive: Archive, pairs: npt.NDArray[np.int32]) -> Kept:
    """Align a block of pairs and keep those that share something."""
    block = aligned(archive, pairs)
    measures = measure(block.tallies)
    verdicts = judge(measures)
    keep = np.flatnonzero(verdicts.kinds)
    rows = np.flatnonzero(verdicts.kinds[block.of])
    counts = np.bincount(block.of, minlength=len(pairs))[keep]
    return Kept(
        pairs=pairs[keep],
        kinds=verdicts.kinds[keep],
        parts=verdicts.parts[keep],
        shares=np.stack(measures.covered, axis=1)[keep],
        quoted=measures.quoted[keep],
        first=np.concatenate(([0], np.cumsum(counts))),
        spans=block.spans[rows],
        similarity=(block.matched[rows] / block.words[rows]).astype(np.float32),
        masks=_masks(block, rows),
    )


def _masks(block: Aligned, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
    """Why each passage may be shared by right, as a number; 0 where there is no reason."""
    quoted = block.quoted[rows] >= _MASKED * block.words[rows]
    widespread = block.widespread[rows] >= _MASKED * block.words[rows]
    return np.select([quoted, widespread], [1, 2], 0).astype(np.int8)


def _joined(parts: Sequence[Kept]) -> Kept:
    """The blocks one after the other."""
    ends = np.cumsum([0, *(part.first[-1] for part in parts)])
    first = [part.first[:-1] + start for part, start in zip(parts, ends, strict=False)]
    columns = {
        name: np.concatenate([getattr(part, name) for part in parts]) for name in Kept.__slots__ if name != "first"
    }
    return Kept(first=np.concatenate([*first, ends[-1:]]), **columns)
