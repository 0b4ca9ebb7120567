"""What headwater asks of a language model. Anything with this one method can be plugged in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from headwater.types import Document, Parse, Saying

__all__ = ["AttributionTagger", "Parser"]


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
