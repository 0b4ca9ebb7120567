"""The tagger that ships with headwater: linear over hashed features, cues first, then a chain of labels for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import numpy as np

from headwater.models.attribution.chain import LABELS, chain_rows
from headwater.models.attribution.columns import Columns, Numbers, columns_of
from headwater.models.attribution.cues import cue_rows
from headwater.models.attribution.labelling import best_labels
from headwater.models.attribution.pairs import Pairs, pairs_of
from headwater.models.attribution.weights import Weights, packaged_weights
from headwater.text.cues import is_usual_cue
from headwater.types import Document, Saying

__all__ = ["LinearTagger", "load_tagger"]

_CONTENT: Final = frozenset(place for place, label in enumerate(LABELS) if label.startswith("C"))
_SOURCE: Final = frozenset(place for place, label in enumerate(LABELS) if label.startswith("S"))


class LinearTagger:
    """Finds attributions by weights that were fitted to articles in which people had marked them.

    It reads the whole document at once, and the rules' proposals as evidence. Same document, same answer.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def tag(self, document: Document, proposals: Sequence[Saying]) -> tuple[Saying, ...]:
        """The attributions of a document in the order of their cues, each with its chance of being one.

        One without contents leaves them to the rules.
        """
        if not document.tokens:
            return ()
        columns = columns_of(document)
        chances = self._chances(columns, proposals)
        cues = [int(item) for item in np.flatnonzero(chances > self._bars(document))]
        return tuple(self._sayings(columns, cues, chances, proposals)) if cues else ()

    def _chances(self, columns: Columns, proposals: Sequence[Saying]) -> np.ndarray:
        found = cue_rows(columns, proposals)
        odds = self._weights.cues[found].sum(axis=0, dtype=np.int32) / self._weights.scale
        possible = (columns.mark < 0) & (columns.sentence >= 0)  # blanks between sentences have no words beside them
        return np.where(possible, 1 / (1 + np.exp(-odds)), 0.0)

    def _bars(self, document: Document) -> np.ndarray:
        """The chance from which each token is a cue: words that are no usual cues must be surer."""
        usual = [is_usual_cue(token.lemma) for token in document.tokens]
        return np.where(usual, self._weights.usual, self._weights.unusual)

    def _sayings(
        self, columns: Columns, cues: Sequence[int], chances: np.ndarray, proposals: Sequence[Saying]
    ) -> Iterator[Saying]:
        pairs = pairs_of(columns, cues)
        scores = self._weights.chain[chain_rows(columns, pairs, cues, proposals)].sum(axis=0, dtype=np.int32)
        scores[pairs.token == pairs.cue, 1:] -= 1 << 20  # a cue is no part of what it introduces
        labels = best_labels(scores, pairs.sizes, self._weights.moves)
        for cue, own in zip(cues, _split(labels, pairs), strict=True):
            contents, sources = (tuple(_runs(own, kind)) for kind in (_CONTENT, _SOURCE))
            source = (sources[0][0], sources[-1][1]) if sources else None
            yield Saying((cue, cue + 1), contents, source, float(chances[cue]))


def _split(labels: Numbers, pairs: Pairs) -> Iterator[list[tuple[int, int]]]:
    """Token and label under each cue."""
    start = 0
    for size in pairs.sizes:
        yield list(zip(pairs.token[start : start + size].tolist(), labels[start : start + size].tolist(), strict=True))
        start += size


def _runs(labelled: Sequence[tuple[int, int]], kind: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The token ranges of one kind of label. Spans never touch, so a run is a span."""
    first = None
    for token, label in labelled:
        if label in kind and first is None:
            first = token
        elif label not in kind and first is not None:
            yield first, token
            first = None
    if first is not None:
        yield first, labelled[-1][0] + 1


@cache
def load_tagger() -> LinearTagger:
    """The tagger with the weights inside the package, read once. Raises `ModelMissing` if they are not there."""
    return LinearTagger(packaged_weights())
