"""Where the masks lie that a verdict looked past: the words of each text that sharing tells nothing about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from headwater.derivations.readings import Reading, read_all
from headwater.types import Document, Masked, Span

__all__ = ["masked_stretches"]


def masked_stretches(documents: Sequence[Document]) -> dict[str, tuple[Masked, ...]]:
    """The masked stretches of each article by id, in order and without overlap.

    They depend on all documents handed in, as the verdicts do: what is a quote in one is a quote in all.
    """
    return {reading.id: tuple(_stretches(reading)) for reading in read_all(documents)}


def _stretches(reading: Reading) -> Iterator[Masked]:
    """Runs of words under one mask, from the first word's start to the last word's end."""
    edges = np.flatnonzero(np.diff(reading.mask)) + 1
    for first, last in zip([0, *edges], [*edges, len(reading.mask)], strict=True):
        mask = reading.mask_name(first, last)
        if mask:
            span = Span(reading.id, int(reading.words.starts[first]), int(reading.words.ends[last - 1]))
            yield Masked(span, mask)
