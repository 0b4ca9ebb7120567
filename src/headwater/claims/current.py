"""As of when a claim was current: what its words say ("by Sunday evening", "as of 6 p.m."), else its article's time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from headwater.text.instants import published_at
from headwater.text.spans import holds
from headwater.types import Claim, Date, Document

__all__ = ["with_as_of"]

_STANDING: Final = re.compile(
    r"\b(?:as of|as at|by|until|up to|through|as late as)\s+(?:about|around|early|late|mid|the|end of)?\s*$",
    re.IGNORECASE,
)
_BEFORE: Final = 24  # characters before a date that are searched
_DAY: Final = 10  # characters of an ISO day


def with_as_of(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims of one article with `as_of`: a date of theirs that they stand by, else when the article appeared.

    A date after publication is a deadline and no state of things. ISO days, or moments where the article's is one;
    '' where neither is known.
    """
    published = published_at(document.article)
    return tuple(msgspec.structs.replace(claim, as_of=_as_of(claim, document, published)) for claim in claims)


def _as_of(claim: Claim, document: Document, published: str) -> str:
    told = [str(date.last) for date in _standing(claim, document) if not published or _is_past(date, published)]
    return max(told, default=published)


def _is_past(date: Date, published: str) -> bool:
    return str(date.last)[:_DAY] <= published[:_DAY]


def _standing(claim: Claim, document: Document) -> Iterator[Date]:
    """Dates of the claim, or of its sentence outside other claims' reach, that "by" or "as of" stands before."""
    text = document.article.text
    for date in document.dates:
        if date.last is not None and date.kind in {"DATE", "TIME"} and holds(claim.sentence, date.span):
            before = text[max(claim.sentence.start, date.span.start - _BEFORE) : date.span.start]
            if _STANDING.search(before):
                yield date
