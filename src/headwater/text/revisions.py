"""Numbers that an article itself says no longer stand: "from 12 to 10", "not 12", "an earlier report put it at 12"."""

from __future__ import annotations

import re
from typing import Final

from headwater.types import Document, Quantity, Span

__all__ = ["is_former"]

_BEFORE: Final = 60  # characters in which the words stand that take a number back
_REVISING: Final = re.compile(
    r"\b(?:(?:revis|lower|correct|reduc|amend|updat|rais|adjust)\w*|cut|cuts|cutting|down|up)\b", re.IGNORECASE
)
_FROM: Final = re.compile(r"\bfrom\s+(?:(?:about|at least|an? (?:earlier|initial|previous))\s+)?$", re.IGNORECASE)
_NOT: Final = re.compile(r",\s*(?:and\s+)?not\s+$", re.IGNORECASE)
_EARLIER: Final = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|preliminary|original(?:ly)?|at first)\b"
    r"(?! (?:on|this|in|today|that)\b)[^.;]{0,50}?\b(?:at|to|of|was|were|said|reported|counted|as)\s+$",
    re.IGNORECASE,
)


def is_former(quantity: Quantity, sentence: Span, document: Document) -> bool:
    """Whether the words around the number say that it stood before and does not now.

    `sentence` is that of the number. "Earlier on Monday" is a time and takes nothing back.
    """
    text = document.article.text
    before = text[max(sentence.start, quantity.span.start - _BEFORE) : quantity.span.start]
    if _FROM.search(before):
        return bool(_REVISING.search(text, sentence.start, quantity.span.start))
    return bool(_NOT.search(before) or _EARLIER.search(before))
