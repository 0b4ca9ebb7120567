"""Pairs that share something, in columns, and the records that are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from headwater.copies.alignment import Aligned, aligned
from headwater.copies.archive import Archive
from headwater.copies.measures import measure
from headwater.copies.records import CopyPair
from headwater.copies.verdicts import KINDS, evidence_of, judge
from headwater.evidence import total
from headwater.types import Passage, Span

__all__ = ["Kept", "judged"]

_MASKS: Final = ("", "quote", "furniture")
_MASKED: Final = 0.8  # share of a passage's words that are quoted, or widespread, from which it is masked


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Pairs in columns. `first` has the first passage of each pair, and the end of the last one's."""

    pairs: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.int8]
    parts: npt.NDArray[np.float32]  # of the score
    shares: npt.NDArray[np.float32]  # of the left and of the right article
    quoted: npt.NDArray[np.float32]  # words
    first: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float32]
    masks: npt.NDArray[np.int8]

    @classmethod
    def joined(cls, parts: Sequence[Kept]) -> Self:
        """Blocks one after the other."""
        ends = np.cumsum([0, *(part.first[-1] for part in parts)])
        first = [part.first[:-1] + start for part, start in zip(parts, ends, strict=False)]
        columns = {
            name: np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__ if name != "first"
        }
        return cls(first=np.concatenate([*first, ends[-1:]]), **columns)

    def chosen(self, rows: npt.NDArray[np.int64]) -> Self:
        """Some of the pairs, with their passages."""
        sizes = np.diff(self.first)[rows]
        first = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        passages = np.arange(first[-1]) + np.repeat(self.first[:-1][rows] - first[:-1], sizes)
        of_pairs = {name: getattr(self, name)[rows] for name in ("pairs", "kinds", "parts", "shares", "quoted")}
        of_passages = {name: getattr(self, name)[passages] for name in ("spans", "similarity", "masks")}
        return type(self)(first=first, **of_pairs, **of_passages)

    @property
    def nbytes(self) -> int:
        """Bytes that the columns take."""
        return sum(getattr(self, name).nbytes for name in self.__slots__)

    def records(self, ids: Sequence[str], start: int, stop: int) -> Iterator[CopyPair]:
        """The records of some pairs, in order."""
        bounds = self.first[start : stop + 1].tolist()
        passages = self._passages(bounds[0], bounds[-1])
        columns = (
            self.pairs[start:stop].tolist(),
            self.kinds[start:stop].tolist(),
            np.round(self.parts[start:stop].astype(np.float64), 3).tolist(),
            np.round(self.shares[start:stop].astype(np.float64), 4).tolist(),
            self.quoted[start:stop].tolist(),
            pairwise(bounds),
        )
        for (left, right), kind, parts, shares, quoted, (first, last) in zip(*columns, strict=False):
            evidence = evidence_of(parts, quoted)
            rows = sorted(passages[first - bounds[0] : last - bounds[0]])
            yield CopyPair(
                left=ids[left],
                right=ids[right],
                kind=KINDS[kind],
                score=round(total(evidence), 3),
                left_share=shares[0],
                right_share=shares[1],
                passages=tuple(_passage(ids[left], ids[right], *row) for row in rows),
                evidence=evidence,
            )

    def _passages(self, start: int, stop: int) -> list[tuple[list[int], float, int]]:
        similarity = np.round(self.similarity[start:stop].astype(np.float64), 4).tolist()
        return list(zip(self.spans[start:stop].tolist(), similarity, self.masks[start:stop].tolist(), strict=True))


def _passage(left: str, right: str, spans: Sequence[int], similarity: float, mask: int) -> Passage:
    start, end, right_start, right_end = spans
    return Passage(Span(left, start, end), Span(right, right_start, right_end), similarity, _MASKS[mask])


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
    """Why each passage may be shared by right, as the place of the word among `_MASKS`."""
    quoted = block.quoted[rows] >= _MASKED * block.words[rows]
    widespread = block.widespread[rows] >= _MASKED * block.words[rows]
    return np.select([quoted, widespread], [1, 2], 0).astype(np.int8)
