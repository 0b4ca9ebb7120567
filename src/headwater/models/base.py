"""What headwater asks of a language model. Anything with this one method can be plugged in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from headwater.types import Document, Parse, Saying

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["AttributionTagger", "Embedder", "Parser"]


class Parser(Protocol):
    """Splits English text into sentences and tokens with lemma, part of speech, dependency and name labels."""

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Yield one `Parse` for each text, in order. Offsets are code points into that text."""
        ...


class AttributionTagger(Protocol):
    """Says which words of a document are attributed to whom, starting from what the rules propose."""

    def tag(self, document: Document, proposals: Sequence[Saying]) -> Sequence[Saying]:
        """The attributions of the document: those proposed, changed or left out, and others; one for each cue.

        A tagger that returns `proposals` leaves everything to the rules; one saying without contents leaves them its.
        """
        ...


class Embedder(Protocol):
    """Turns English texts into vectors whose product tells how near in meaning they are: it proposes, never decides."""

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """A row of unit length for each text, in order; that of a text must not depend on the texts beside it."""
        ...
