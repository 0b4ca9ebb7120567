"""What headwater asks of a language model. Anything with this one method can be plugged in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from headwater.types import Parse

__all__ = ["Parser"]


class Parser(Protocol):
    """Splits English text into sentences and tokens with lemma, part of speech, dependency and name labels."""

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Yield one `Parse` for each text, in order. Offsets are code points into that text."""
        ...
